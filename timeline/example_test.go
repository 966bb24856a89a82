package timeline_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/timeline"
)

func ExampleFind() {
	published := time.Date(2023, 3, 1, 0, 0, 0, 0, time.UTC)
	doc := parse.Text("Мост закрыли прошлой весной на два месяца. Движение откроют 5 мая около шести утра.")
	for _, m := range timeline.Find(doc, published) {
		fmt.Printf("%d %d %s: %v\n", m.Start, m.End, m.Text, m.Date)
	}
	// Output:
	// 24 51 прошлой весной: date 2022-SP
	// 57 76 два месяца: duration P2M
	// 110 149 5 мая около шести утра: time 2023-05-05T06:00 APPROX
}

// With no time of publication, what the text leaves out stays open.
func ExampleFind_unknown() {
	doc := parse.Text("Вчера, в понедельник, выпал снег. 16 февраля 1918 года он тоже шёл, а 3 марта растаял.")
	for _, m := range timeline.Find(doc, time.Time{}) {
		fmt.Println(m.Text, m.Value, m.From.IsZero())
	}
	// Output:
	// Вчера XXXX-XX-XX true
	// понедельник XXXX-WXX-1 true
	// 16 февраля 1918 года 1918-02-16 false
	// 3 марта 1918-03-03 false
}

func ExampleParse() {
	ref := time.Date(2022, 11, 25, 0, 0, 0, 0, time.UTC)
	for _, s := range []string{"прошлой весной", "с января по ноябрь", "к 2024 году", "в 14:30 мск", "полтора года", "по пятницам"} {
		d, err := timeline.Parse(s, ref)
		fmt.Println(d, err)
	}
	// Output:
	// date 2022-SP <nil>
	// date 2022-01/2022-11 <nil>
	// date 2024 BY <nil>
	// time 2022-11-25T14:30 Europe/Moscow <nil>
	// duration P1.5Y <nil>
	// set XXXX-WXX-5 <nil>
}

func ExampleParseError() {
	_, err := timeline.Parse("5 мая или никогда", time.Time{})
	var e *timeline.ParseError
	if errors.As(err, &e) {
		fmt.Println(e.Offset, e.Reason)
	}
	_, err = timeline.Parse("31 февраля", time.Time{})
	fmt.Println(err)
	// Output:
	// 9 no time expression goes on like this
	// timeline: "31 февраля" at byte 0: no calendar has it
}

func ExampleEvents() {
	doc := parse.Text(`Как строили мост:

• 5 мая мост открыли.
• Первыми по нему проехали велосипедисты.
• 14 марта 2019 года объявили конкурс.
• Весной 2020 года забили первую сваю.
`)
	dates := timeline.Find(doc, time.Date(2022, 12, 30, 0, 0, 0, 0, time.UTC))
	for _, e := range timeline.Events(doc, dates) {
		fmt.Printf("%10s %s\n", e.Value, e.Text)
	}
	// Output:
	// 2019-03-14 14 марта 2019 года объявили конкурс.
	//    2020-SP Весной 2020 года забили первую сваю.
	// 2022-05-05 5 мая мост открыли.
	//            Первыми по нему проехали велосипедисты.
}

func ExampleDate_EDTF() {
	ref := time.Date(2022, 12, 30, 0, 0, 0, 0, time.UTC)
	for _, s := range []string{"весной 2018 года", "около 1990 года", "в 1970-х", "с 2000 года", "на прошлой неделе", "недавно"} {
		d, _ := timeline.Parse(s, ref)
		fmt.Println(d.EDTF())
	}
	// Output:
	// 2018-21 true
	// 1990~ true
	// 197X true
	// 2000/.. true
	// 2022-12-19/2022-12-25 true
	//  false
}

func ExampleDate_UnmarshalText() {
	var d timeline.Date
	err := d.UnmarshalText([]byte("date 2018-Q1 START"))
	fmt.Println(d.Type, d.Value, d.Mod, d.From, d.To, err)
	// Output:
	// date 2018-Q1 START 2018-01-01 2018-04-01 <nil>
}

func ExampleMoment_In() {
	moscow := time.FixedZone("MSK", 3*60*60)
	d, _ := timeline.Parse("25 ноября 2022 года в 14:30 мск", time.Time{})
	fmt.Println(d.From, d.From.In(moscow).UTC())
	// Output:
	// 2022-11-25T14:30 2022-11-25 11:30:00 +0000 UTC
}

func ExampleMention_MarshalJSON() {
	doc := parse.Text("К лету 2024 года откроют вторую линию.")
	b, err := json.Marshal(timeline.Find(doc, time.Time{}))
	fmt.Println(string(b), err)
	// Output:
	// [{"start":3,"end":25,"text":"лету 2024 года","type":"date","value":"2024-SU","mod":"BY","zone":null,"from":"2024-06-01","to":"2024-09-01"}] <nil>
}
