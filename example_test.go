package svodka_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/timeline"
)

const bridge = `Мост через Лагоду подорожал до 3,2 млрд рублей, сообщила мэр Анна Вереск.

«Откроем его весной 2024 года», — пообещала она.

Как строили мост:
• 3 марта 2023 года забили последнюю сваю.
• 12 сентября 2019 года выбрали подрядчика.
• В мае 2020 года работы начались.
`

var day = time.Date(2023, 3, 15, 0, 0, 0, 0, time.UTC)

// must parses the article that the examples share.
func must(text string) *svodka.Article {
	article, err := svodka.Parse(text, day)
	if err != nil {
		panic(err)
	}
	return article
}

func ExampleParse() {
	article, err := svodka.Parse(bridge, day)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(article)
	for _, m := range article.Money {
		fmt.Println(m.Text, "=", m.Min, m.Currency)
	}
	for _, d := range article.Dates {
		fmt.Println(d.Text, "=", d.Value)
	}
	for _, e := range article.Entities {
		fmt.Println(e)
	}
	// Output:
	// 2023-03-15, 457 bytes: 1 sum, 4 dates, 3 events, 2 entities, 2 quotes, 0 notes
	// 3,2 млрд рублей = 3200000000 RUB
	// весной 2024 года = 2024-SP
	// 3 марта 2023 года = 2023-03-03
	// 12 сентября 2019 года = 2019-09-12
	// мае 2020 года = 2020-05
	// Лагода
	// Анна Вереск, мэр
}

func ExampleParse_encoding() {
	_, err := svodka.Parse("\xcc\xee\xf1\xf2 \xee\xf2\xea\xf0\xee\xfe\xf2", day) // bytes of windows-1251
	fmt.Println(err)
	// Output:
	// svodka: text is not UTF-8 at byte 0; it looks like windows-1251
}

func ExampleArticle_EventsBetween() {
	from := timeline.Moment{Year: 2020, Month: 1, Day: 1}
	for e := range must(bridge).EventsBetween(from, timeline.Moment{}) {
		fmt.Println(e.From, e.Text)
	}
	// Output:
	// 2020-05-01 В мае 2020 года работы начались.
	// 2023-03-03 3 марта 2023 года забили последнюю сваю.
}

func ExampleArticle_SaidBy() {
	article := must(bridge)
	for _, e := range article.Entities {
		for u := range article.SaidBy(e.ID) {
			fmt.Printf("%s (%v): %s\n", e.Name, u.Kind, u.Text)
		}
	}
	// Output:
	// Анна Вереск (indirect): Мост через Лагоду подорожал до 3,2 млрд рублей
	// Анна Вереск (direct): Откроем его весной 2024 года
}

// Annotations come in the order of the text, which is what highlighting needs.
func ExampleArticle_Annotations() {
	const text = "Анна Вереск просит 3 млн рублей до 1 мая."
	at := 0
	var out strings.Builder
	for x := range must(text).Annotations() {
		var name string
		switch {
		case x.Money != nil:
			name = "money"
		case x.Date != nil:
			name = "date"
		case x.Mention != nil:
			name = x.Entity.Type.String()
		default:
			continue
		}
		fmt.Fprintf(&out, "%s<%s>%s</%s>", text[at:x.Start], name, x.In(text), name)
		at = x.End
	}
	fmt.Println(out.String() + text[at:])
	// Output:
	// <person>Анна Вереск</person> просит <money>3 млн рублей</money> до <date>1 мая</date>.
}

// What was found keeps its place, its text and its value; what there is none of is an empty list.
func ExampleArticle_MarshalJSON() {
	article, err := svodka.Parse("Билет стоит 50 рублей.", day)
	if err != nil {
		fmt.Println(err)
		return
	}
	b, err := json.MarshalIndent(article, "", "  ")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(b))
	// Output:
	// {
	//   "published": "2023-03-15",
	//   "text": "Билет стоит 50 рублей.",
	//   "paragraphs": [
	//     {
	//       "start": 0,
	//       "end": 38,
	//       "kind": "text",
	//       "marker": null,
	//       "level": 0,
	//       "sentences": [
	//         {
	//           "start": 0,
	//           "end": 38
	//         }
	//       ]
	//     }
	//   ],
	//   "money": [
	//     {
	//       "start": 22,
	//       "end": 37,
	//       "text": "50 рублей",
	//       "min": "50",
	//       "max": "50",
	//       "currency": "RUB",
	//       "mod": null,
	//       "per": null
	//     }
	//   ],
	//   "dates": [],
	//   "events": [],
	//   "entities": [],
	//   "quotes": [],
	//   "notes": []
	// }
}

// What is found prints itself.
func ExampleArticle() {
	article := must("Мэр Усть-Лагоды Анна Вереск 3 марта отдала 5 млн рублей за мост.")
	for _, e := range article.Entities {
		fmt.Println(e.Name, e.Type, e.Roles)
	}
	fmt.Println(article.Money, article.Dates)
	for x := range article.Annotations() {
		fmt.Println(x)
	}
	// Output:
	// Усть-Лагода place []
	// Анна Вереск person [мэр Усть-Лагоды]
	// [5 млн рублей] [date 2023-03-03]
	// 0:28 role мэр Усть-Лагоды
	// 7:28 mention Усть-Лагоды
	// 29:50 mention Анна Вереск
	// 51:63 date 2023-03-03
	// 77:98 money 5 млн рублей
}

// The speaker of a quotation is an entity, with its posts and every place it is named at.
func ExampleArticle_Entity() {
	article := must("«Мост готов», — сказал мэр Усть-Лагоды Павел Рощин. Рощин обещал открыть его весной.")
	for _, q := range article.Quotes {
		if e := article.Entity(q.SpeakerID); e != nil {
			fmt.Printf("%s: %s, %d mentions\n", q.Text, e, len(e.Mentions))
		}
	}
	// Output:
	// Мост готов: Павел Рощин, мэр Усть-Лагоды, 2 mentions
}

// An article in a log is how much of each kind it holds, not its text.
func ExampleArticle_LogValue() {
	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	log.Info("parsed", "article", must("3 марта билет подорожал до 50 рублей."))
	// Output:
	// level=INFO msg=parsed article.published=2023-03-15 article.bytes=64 article.sums=1 article.dates=1 article.events=0 article.entities=0 article.quotes=0 article.notes=0
}

// A day is midnight in UTC; a time of publication keeps its zone.
func ExampleParsePublished() {
	for _, s := range []string{"2022-12-30", "2022-12-30T10:00:00+03:00", "вчера"} {
		t, err := svodka.ParsePublished(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(svodka.FormatPublished(t))
	}
	// Output:
	// 2022-12-30
	// 2022-12-30T10:00:00+03:00
	// svodka: "вчера" is neither a day (2022-12-30) nor a time by RFC 3339
}

func ExampleArticle_Speech() {
	article, err := svodka.Parse("«Мост готов, — рассказали в мэрии. — Его откроют весной». По данным газеты «Волна», движение «слегка задержат».", time.Time{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for u := range article.Speech() {
		fmt.Printf("%s (%v): %s\n", u.SpeakerName, u.Kind, u.Text)
	}
	// Output:
	// мэрия (direct): Мост готов. Его откроют весной
	// Волна (indirect): движение «слегка задержат»
}
