package svodka_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/timeline"
)

const chronology = `Как строили мост:

• 20 мая 2022 года объявлен конкурс.
• В сентябре 2022 года забита первая свая.
• В последние месяцы работы остановились.
• 3 марта 2023 года стройку начали снова.
`

func TestEventsBetween(t *testing.T) {
	a, err := svodka.Parse(chronology, published)
	if err != nil {
		t.Fatal(err)
	}
	first := func(year, month int) timeline.Moment { return timeline.Moment{Year: year, Month: month, Day: 1} }
	for _, c := range []struct {
		name     string
		from, to timeline.Moment
		want     string
	}{
		{"no limits", timeline.Moment{}, timeline.Moment{}, "20 В 3"},
		{"from the middle of a month's event", timeline.Moment{Year: 2022, Month: 9, Day: 15}, timeline.Moment{}, "В 3"},
		{"up to its first day", timeline.Moment{}, first(2022, 9), "20"},
		{"from the day behind it", first(2022, 10), timeline.Moment{}, "3"},
		{"nothing", first(2021, 1), first(2022, 1), ""},
	} {
		var got []string
		for e := range a.EventsBetween(c.from, c.to) {
			got = append(got, strings.Fields(e.Text)[0])
		}
		if d := cmp.Diff(c.want, strings.Join(got, " ")); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
	for range a.EventsBetween(timeline.Moment{}, timeline.Moment{}) {
		break // an iterator that is left early stops
	}
}

func TestPrinting(t *testing.T) {
	a, err := svodka.Parse("Мост стоит 3 млн рублей.", published)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := a.String(), "2023-03-15, 42 bytes: 1 sum, 0 dates, 0 events, 0 entities, 0 quotes, 0 notes"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, want := new(svodka.Article).String(), "no date, 0 bytes: 0 sums, 0 dates, 0 events, 0 entities, 0 quotes, 0 notes"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	var b bytes.Buffer
	slog.New(slog.NewTextHandler(&b, nil)).Info("parsed", "article", a)
	if want := "article.published=2023-03-15 article.bytes=42 article.sums=1 article.dates=0"; !strings.Contains(b.String(), want) {
		t.Errorf("logged %s, want %s", b.String(), want)
	}
	if strings.Contains(b.String(), "Мост") {
		t.Error("the text is logged")
	}
}

// Every kind of annotation tells its place, its kind and what it is.
func TestAnnotationString(t *testing.T) {
	a, err := svodka.Parse("Хронология:\n• 3 мая 2022 года мэр Анна Вереск нашла 5 рублей.\n• 5 мая 2022 года она «спрятала их.", published)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for x := range a.Annotations() {
		got = append(got, x.String())
	}
	got = append(got, svodka.Annotation{}.String())
	want := []string{
		"26:104 event 2022-05-03 3 мая 2022 года мэр Анна Вереск нашла 5 рублей.",
		"26:48 date 2022-05-03",
		"49:55 role мэр",
		"56:77 mention Анна Вереск",
		"89:103 money 5\u00a0рублей",
		"109:163 event 2022-05-05 5 мая 2022 года она «спрятала их.",
		"109:131 date 2022-05-05",
		"132:138 mention она",
		"139:141 note quotation that never closes",
		"141:162 quote спрятала их",
		"0:0",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
