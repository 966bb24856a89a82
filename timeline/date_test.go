package timeline

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/svodka/svodka/parse"
)

var published = time.Date(2022, 12, 30, 0, 0, 0, 0, time.UTC)

// one is the date of the only expression of a text.
func one(t *testing.T, text string, ref time.Time) Date {
	t.Helper()
	m := Find(parse.Text(text), ref)
	if len(m) != 1 {
		t.Fatalf("%s: found %s", text, shown(m))
	}
	return m[0].Date
}

func TestTypeText(t *testing.T) {
	for i, want := range []string{"", "date", "time", "duration", "set", "", ""} {
		x := Type(i)
		if x.String() != want {
			t.Errorf("%d prints %q, want %q", i, x, want)
		}
		b, _ := x.MarshalText()
		var back Type
		if err := back.UnmarshalText(b); err != nil || want != "" && back != x {
			t.Errorf("%q comes back as %v, %v", b, back, err)
		}
	}
	var x Type
	if x.UnmarshalText([]byte("day")) == nil {
		t.Error("day is no type")
	}
}

func TestModText(t *testing.T) {
	names := []string{"", "START", "MID", "END", "APPROX", "SINCE", "UNTIL", "BY", "BEFORE", "AFTER", "MORE_THAN", "LESS_THAN", ""}
	for i, want := range names {
		x := Mod(i)
		if x.String() != want {
			t.Errorf("%d prints %q, want %q", i, x, want)
		}
		b, _ := x.MarshalText()
		var back Mod
		if err := back.UnmarshalText(b); err != nil || want != "" && back != x {
			t.Errorf("%q comes back as %v, %v", b, back, err)
		}
	}
	var x Mod
	if x.UnmarshalText([]byte("NEARLY")) == nil {
		t.Error("NEARLY is no modifier")
	}
}

// What a date prints, it reads back; EDTF says the same where it can.
func TestDateTextEDTF(t *testing.T) {
	tests := []struct{ text, want, edtf string }{
		{"25 ноября 2022 года", "date 2022-11-25", "2022-11-25"},
		{"в ноябре 2022 года", "date 2022-11", "2022-11"},
		{"в 2022 году", "date 2022", "2022"},
		{"с 2022 года", "date 2022 SINCE", "2022/.."},
		{"до 28 февраля 2022 года", "date 2022-02-28 UNTIL", "../2022-02-28"},
		{"к 2024 году", "date 2024 BY", "../2024"},
		{"после 2020 года", "date 2020 AFTER", ""},
		{"около 2020 года", "date 2020 APPROX", "2020~"},
		{"в начале 2020 года", "date 2020 START", ""},
		{"весной 2018 года", "date 2018-SP", "2018-21"},
		{"зимой 2018 года", "date 2018-WI", "2018-24"},
		{"в III квартале 2018 года", "date 2018-Q3", "2018-35"},
		{"во втором полугодии 2018 года", "date 2018-H2", "2018-41"},
		{"на прошлой неделе", "date 2022-W51", "2022-12-19/2022-12-25"},
		{"в минувшие выходные", "date 2022-W51-WE", "2022-12-24/2022-12-25"},
		{"в 1970-х годах", "date 197", "197X"},
		{"в XX веке", "date 19", "1901/2000"},
		{"в третьем тысячелетии", "date 2", "2001/3000"},
		{"в 44 году до н. э.", "date BC0044", "-0043"},
		{"в V веке до н. э.", "date BC04", "-0499/-0400"},
		{"во II тысячелетии до н. э.", "date BC1", "-1999/-1000"},
		{"в сороковых годах I века до н. э.", "date BC004", ""},
		{"с января по ноябрь 2018 года", "date 2018-01/2018-11", "2018-01/2018-11"},
		{"с XVIII по XX век", "date 17/19", "1701/2000"},
		{"5 мая 2020 года в 14:30 мск", "time 2020-05-05T14:30 Europe/Moscow", "2020-05-05T14:30:00"},
		{"около 14:30 мск", "time 2022-12-30T14:30 APPROX Europe/Moscow", ""},
		{"в 14:30 по местному времени", "time 2022-12-30T14:30 local", "2022-12-30T14:30:00"},
		{"в 14:30 (МСК+4)", "time 2022-12-30T14:30 +07:00", "2022-12-30T14:30:00"},
		{"утром 5 мая 2020 года", "time 2020-05-05TMO", ""},
		{"полтора года", "duration P1.5Y", ""},
		{"2 часа 45 минут", "duration PT2H45M", ""},
		{"более трёх лет", "duration P3Y MORE_THAN", ""},
		{"от трёх до пяти лет", "duration P3Y/P5Y", ""},
		{"несколько часов", "duration PTXH", ""},
		{"по пятницам", "set XXXX-WXX-5", ""},
		{"ежегодно", "set P1Y", ""},
		{"недавно", "date PAST_REF", ""},
		{"час назад", "time PAST_REF", ""},
	}
	for _, x := range tests {
		d, err := Parse(x.text, published)
		if err != nil || d.String() != x.want {
			t.Errorf("%s prints %q, want %q (%v)", x.text, d, x.want, err)
			continue
		}
		s, ok := d.EDTF()
		if s != x.edtf || ok != (s != "") {
			t.Errorf("%s is EDTF %q, %v, want %q", x.text, s, ok, x.edtf)
		}
		comesBack(t, d)
	}
}

// Where the year, the month or the day is not known, EDTF says so too.
func TestEDTFUnknown(t *testing.T) {
	for text, want := range map[string]string{
		"Это было 16 февраля.": "XXXX-02-16", "Это было в феврале.": "XXXX-02", "Это было осенью.": "XXXX-23",
		"Это было в первом квартале.": "XXXX-33", "Это было 15 числа.": "XXXX-XX-15", "Это было вчера.": "XXXX-XX-XX",
		"Это было в понедельник.": "", "Это было в три часа ночи.": "", "Это было в 90-х.": "",
	} {
		d := one(t, text, time.Time{})
		if s, ok := d.EDTF(); s != want || ok != (want != "") || !d.From.IsZero() {
			t.Errorf("%s (%v): EDTF %q, %v, from %v, want %q", text, d, s, ok, d.From, want)
		}
		comesBack(t, d)
	}
	if s, ok := (Date{}).EDTF(); ok || s != "" {
		t.Errorf("the zero Date is EDTF %q", s)
	}
}

// comesBack holds a date against what its text and JSON read back to.
func comesBack(t *testing.T, d Date) {
	t.Helper()
	b, err := d.MarshalText()
	var back Date
	if err == nil {
		err = back.UnmarshalText(b)
	}
	if err != nil || back != d {
		t.Errorf("%#v prints %q, which reads back as %#v, %v", d, b, back, err)
	}
	m := Mention{parse.Span{Start: 2, End: 5}, "вчера", d}
	var n Mention
	if b, err = json.Marshal(m); err == nil {
		err = json.Unmarshal(b, &n)
	}
	if err != nil || m != n {
		t.Errorf("%s comes back as %#v, %v", b, n, err)
	}
}

func TestDateUnmarshalErrors(t *testing.T) {
	for _, s := range []string{
		"date", "2018", "day 2018", "date 2018-13", "date 2018-02-30", "date 2018-W54", "date 2018-Q5", "date 2018-H3", "date 2018-02-16T10:00",
		"time 2018-02-16", "time 2018-02-16T25:00", "date P2M", "duration 2M", "duration P", "duration PT", "duration P2", "date 2018/2018", "date 2018-02/2017-01",
		"date 2018 SINCE UTC more", "date 2018 UTC SINCE", "date 2018 {}", "date BC0000", "date 2018-XX-XX-", "date 20-18", "set", "set каждый", "date 2X18", "date 2018-WXX-8",
		"duration P2Y/x", "date PAST", "date /", "date 2018/", "date XXXX-02-30",
	} {
		var d Date
		if err := d.UnmarshalText([]byte(s)); err == nil {
			t.Errorf("%q is read as %#v", s, d)
		}
	}
	var d Date
	if err := d.UnmarshalText(nil); err != nil || !d.IsZero() || d.String() != "" {
		t.Errorf("the zero Date: %v, %v", d, err)
	}
}

func TestMentionJSON(t *testing.T) {
	doc := parse.Text("Весной 2023 года в 14:30 мск откроют мост, ждали его два года.")
	b, err := json.Marshal(Find(doc, published))
	if err != nil {
		t.Fatal(err)
	}
	const want = `[{"start":0,"end":26,"text":"Весной 2023 года","type":"date","value":"2023-SP","mod":null,"zone":null,"from":"2023-03-01","to":"2023-06-01"},` +
		`{"start":30,"end":42,"text":"14:30 мск","type":"time","value":"2022-12-30T14:30","mod":null,"zone":"Europe/Moscow","from":"2022-12-30T14:30","to":"2022-12-30T14:31"},` +
		`{"start":86,"end":101,"text":"два года","type":"duration","value":"P2Y","mod":null,"zone":null,"from":null,"to":null}]`
	if string(b) != want {
		t.Errorf("got  %s\nwant %s", b, want)
	}
	b, err = json.Marshal(Find(parse.Text("Нет."), published))
	if string(b) != "[]" || err != nil {
		t.Errorf("nothing is %s, %v", b, err)
	}
}

func TestMentionJSONErrors(t *testing.T) {
	for _, x := range []struct{ json, want string }{
		{`[]`, "cannot unmarshal array"},
		{`{"type":"day","value":"2018"}`, `unknown type "day"`},
		{`{"type":"date","value":"2018","mod":"NEARLY"}`, `unknown modifier "NEARLY"`},
		{`{"type":"date","value":"2018-13"}`, `"2018-13" is no value of a date`},
		{`{"type":"date","value":"2018"}`, "from null to null is not the time of 2018, which is from 2018-01-01 to 2019-01-01"},
		{`{"type":"date","value":"2018","from":"2018-01-01","to":"2018-12-31"}`, "from 2018-01-01 to 2018-12-31 is not the time of 2018"},
		{`{"type":"duration","value":"P2Y","from":"2018-01-01","to":"2019-01-01"}`, "from 2018-01-01 to 2019-01-01 is not the time of P2Y, which is from null to null"},
		{`{"value":"2018","from":"2018-01-01","to":"2019-01-01"}`, `no type beside the value "2018"`},
		{`{"mod":"START"}`, "no type beside the modifier START"},
		{`{"zone":"local"}`, `no type beside the zone "local"`},
		{`{"from":"2022-99-99"}`, "from 2022-99-99 to null without a value"},
	} {
		m := Mention{Text: "as it was"}
		if err := json.Unmarshal([]byte(x.json), &m); err == nil || m != (Mention{Text: "as it was"}) || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s is read as %#v, %v, want %s", x.json, m, err, x.want)
		}
	}
	for _, x := range []struct{ json, want string }{
		{`[]`, "cannot unmarshal array"},
		{`{"value":"2018-13"}`, `"2018-13" is no value of an event`},
		{`{"value":"P2Y"}`, `"P2Y" is no value of an event`},
		{`{"from":"2022-01-01","to":"2022-01-02"}`, "from 2022-01-01 to 2022-01-02 without a value"},
	} {
		var e Event
		if err := json.Unmarshal([]byte(x.json), &e); err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s is read as %#v, %v, want %s", x.json, e, err, x.want)
		}
	}
	var m Merged
	if json.Unmarshal([]byte(`{"value":"2018-13","list":1}`), &m) == nil || json.Unmarshal([]byte(`[]`), &m) == nil {
		t.Error("a merged event of no date is read")
	}
}

// Equal dates are equal values, whatever words told them.
func TestDateComparable(t *testing.T) {
	var dates []Date
	for _, s := range []string{"25 ноября", "двадцать пятого ноября 2022 года", "25.11.2022", "2022-11-25", "в пятницу, 25 ноября"} {
		d, err := Parse(s, published)
		if err != nil {
			t.Fatal(err)
		}
		dates = append(dates, d)
	}
	if len(slices.Compact(dates)) != 1 {
		t.Errorf("%v", dates)
	}
}

// What may stand in front of an expression is read with it.
func TestParseLeads(t *testing.T) {
	for text, want := range map[string]string{
		"не позднее марта": "date 2023-03 BEFORE", "не позднее чем 5 мая 2023 года": "date 2023-05-05 BEFORE", "не ранее 2024 года": "date 2024 AFTER",
		"начиная с 2000 года": "date 2000 SINCE", "вплоть до марта": "date 2023-03 UNTIL", "к 2024 году": "date 2024 BY",
	} {
		d, err := Parse(text, published)
		if err != nil || d.String() != want {
			t.Errorf("%s is %v, %v, want %s", text, d, err, want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct {
		text   string
		offset int
		reason string
	}{
		{"", 0, "no text"},
		{"   ", 3, "no text"},
		{"кошка", 0, "no time expression goes on like this"},
		{"5 мая кошка", 9, "no time expression goes on like this"},
		{"весной 2023 года и осенью", 27, "no time expression goes on like this"},
		{"31 февраля", 0, "no calendar has it"},
		{"31.02.2022", 0, "no time expression goes on like this"},
		{"о 5 мая о", 12, "no time expression goes on like this"},
	}
	for _, x := range tests {
		d, err := Parse(x.text, published)
		var e *ParseError
		if !errors.As(err, &e) {
			t.Errorf("%q is %v, %v", x.text, d, err)
			continue
		}
		if *e != (ParseError{x.text, x.offset, x.reason}) || !d.IsZero() {
			t.Errorf("%q: %+v, want byte %d: %s", x.text, *e, x.offset, x.reason)
		}
	}
	_, err := Parse("5 мая кошка", published)
	if got, want := err.Error(), `timeline: "5 мая кошка" at byte 9: no time expression goes on like this`; got != want {
		t.Errorf("got %s", got)
	}
}

// The zone of the reference decides what day it is there.
func TestReferenceZone(t *testing.T) {
	late := time.Date(2022, 12, 30, 22, 30, 0, 0, time.UTC)
	east := late.In(time.FixedZone("", 10*60*60))
	for ref, want := range map[time.Time]string{late: "2022-12-29", east: "2022-12-30"} {
		if d, err := Parse("вчера", ref); err != nil || d.Value != want {
			t.Errorf("%v: %v, %v", ref, d, err)
		}
	}
}

// Midnight is a day whose hour is not known.
func TestReferenceMidnight(t *testing.T) {
	for ref, want := range map[time.Time]string{
		published:                       "FUTURE_REF",
		published.Add(10 * time.Hour):   "2022-12-30T12:00",
		published.Add(90 * time.Minute): "2022-12-30T03:30",
	} {
		if found := Find(parse.Text("Мост откроют через два часа."), ref); len(found) != 1 || found[0].Value != want {
			t.Errorf("%v: %v", ref, found)
		}
	}
}
