package timeline

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/svodka/svodka/parse"
)

// chronicle are the events of a text.
func chronicle(text string, ref time.Time) []Event {
	doc := parse.Text(text)
	return Events(doc, Find(doc, ref))
}

// list makes a list of events out of days; "-" is none.
func list(t *testing.T, days ...string) (out []Event) {
	t.Helper()
	for i, s := range days {
		e := Event{Text: fmt.Sprint(i)}
		if s != "-" {
			d, err := Parse(s, time.Time{})
			if err != nil {
				t.Fatal(err)
			}
			e.Date = d
		}
		out = append(out, e)
	}
	return out
}

// order is the lists and places of merged events: a0 b0 a1.
func order(m []Merged) string {
	var s []string
	for _, x := range m {
		s = append(s, fmt.Sprintf("%c%d", 'a'+x.List, x.Index))
	}
	return strings.Join(s, " ")
}

func TestMerge(t *testing.T) {
	a := list(t, "5 мая 2020", "-", "7 мая 2020")
	b := list(t, "6 мая 2020", "7 мая 2020", "-", "2021 год")
	c := list(t, "-", "май 2020")
	tests := []struct {
		lists [][]Event
		want  string
	}{
		{nil, ""},
		{[][]Event{nil, {}}, ""},
		{[][]Event{a}, "a0 a1 a2"},
		{[][]Event{a, b}, "a0 a1 b0 a2 b1 b2 b3"},
		{[][]Event{b, a}, "b0 b1 a0 a1 a2 b2 a3"}, // equal days keep the order of the lists
		{[][]Event{a, a, a}, "a0 a1 b0 b1 c0 c1 a2 b2 c2"},
		{[][]Event{a, nil, b}, "a0 a1 c0 a2 c1 c2 c3"},
		{[][]Event{c, a}, "a0 a1 b0 b1 b2"}, // what follows nothing stands first
	}
	for _, x := range tests {
		got := Merge(x.lists...)
		if order(got) != x.want {
			t.Errorf("got %s, want %s", order(got), x.want)
		}
		for _, m := range got {
			if m.Event != x.lists[m.List][m.Index] {
				t.Errorf("%+v is not the event it came from", m)
			}
		}
	}
}

// An article's undated first item does not stand behind another article's last.
func TestMergeUndatedFirst(t *testing.T) {
	got := Merge(list(t, "2020 год"), list(t, "-", "2010 год"))
	if order(got) != "b0 b1 a0" {
		t.Errorf("got %s", order(got))
	}
}

func TestMergeArticles(t *testing.T) {
	first := chronicle("Стройка:\n\n• 5 мая заложили фундамент.\n• 9 августа подвели дом под крышу.\n", published)
	second := chronicle("Суды:\n\n• 9 августа поступил иск.\n• В тот же день его отклонили.\n• 1 июня 2023 года срок истечёт.\n", published)
	var lines []string
	for _, m := range Merge(first, second) {
		lines = append(lines, fmt.Sprintf("%d/%d %s %s", m.List, m.Index, m.Value, m.Text))
	}
	want := []string{
		"0/0 2022-05-05 5 мая заложили фундамент.",
		"0/1 2022-08-09 9 августа подвели дом под крышу.",
		"1/0 2022-08-09 9 августа поступил иск.",
		"1/1 2022-08-09 В тот же день его отклонили.",
		"1/2 2023-06-01 1 июня 2023 года срок истечёт.",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("got\n%s", strings.Join(lines, "\n"))
	}
}

func TestEventsNone(t *testing.T) {
	for _, text := range []string{"", "5 мая шёл дождь.", "• 5 мая шёл дождь.", "• паспорт;\n• вода;\n• карта."} {
		if got := chronicle(text, published); len(got) > 0 {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestEventJSON(t *testing.T) {
	events := chronicle("Хроника:\n\n• 5 мая 2020 года начали ремонт.\n• Рабочие не пришли.\n• 10 мая в 14:30 ремонт бросили.\n", published)
	b, err := json.Marshal(events)
	if err != nil {
		t.Fatal(err)
	}
	const want = `[{"start":21,"end":70,"text":"5 мая 2020 года начали ремонт.","value":"2020-05-05","from":"2020-05-05","to":"2020-05-06"},` +
		`{"start":75,"end":108,"text":"Рабочие не пришли.","value":null,"from":null,"to":null},` +
		`{"start":113,"end":160,"text":"10 мая в 14:30 ремонт бросили.","value":"2020-05-10T14:30","from":"2020-05-10T14:30","to":"2020-05-10T14:31"}]`
	if string(b) != want {
		t.Errorf("got  %s\nwant %s", b, want)
	}
	var back []Event
	if err := json.Unmarshal(b, &back); err != nil || !slices.Equal(back, events) {
		t.Errorf("comes back as %v, %v", back, err)
	}
}

func TestMergedJSON(t *testing.T) {
	merged := Merge(list(t, "2020 год", "-"), list(t, "5 мая 2020"))
	b, err := json.Marshal(merged)
	var back []Merged
	if err == nil {
		err = json.Unmarshal(b, &back)
	}
	if err != nil || !slices.Equal(back, merged) {
		t.Errorf("%s comes back as %v, %v", b, back, err)
	}
	const first = `[{"start":0,"end":0,"text":"0","value":"2020","from":"2020-01-01","to":"2021-01-01","list":0,"index":0},`
	if !strings.HasPrefix(string(b), first) {
		t.Errorf("got %s", b)
	}
}

// An event's zone and modifier are those of its mention.
func TestEventDate(t *testing.T) {
	events := chronicle("Хроника:\n\n• Около 14:30 мск 5 мая 2020 года упал столб.\n• С 10 мая 2020 года идёт ремонт.\n", published)
	for i, want := range []Date{
		{Type: Time, Value: "2020-05-05T14:30", From: Moment{2020, 5, 5, 14, 30}, To: Moment{2020, 5, 5, 14, 31}},
		{Type: Calendar, Value: "2020-05-10", From: Moment{2020, 5, 10, 0, 0}, To: Moment{2020, 5, 11, 0, 0}},
	} {
		if events[i].Date != want {
			t.Errorf("%q: %+v", events[i].Text, events[i].Date)
		}
	}
}

// No event is an empty list, in JSON too, whatever there was none of.
func TestNoEvents(t *testing.T) {
	for _, text := range []string{"", "Мост открыли 5 мая.", "• Мост\n• Дорога", "5 мая хлеб, 6 мая соль.\n\n7 мая"} {
		doc := parse.Text(text)
		if events := Events(doc, Find(doc, published)); events == nil {
			t.Errorf("%q: a nil list", text)
		}
	}
}

func TestEventString(t *testing.T) {
	d, err := Parse("20 мая", published)
	if err != nil {
		t.Fatal(err)
	}
	e := Event{Text: "20 мая начали.", Date: d}
	for _, x := range []struct {
		v    fmt.Stringer
		want string
	}{
		{e, "2023-05-20 20 мая начали."}, {Event{Text: "Потом ждали."}, "Потом ждали."}, {Merged{Event: e, List: 1}, "2023-05-20 20 мая начали."},
		{Mention{Text: "20 мая", Date: d}, "date 2023-05-20"},
	} {
		if got := x.v.String(); got != x.want {
			t.Errorf("got %s, want %s", got, x.want)
		}
	}
}
