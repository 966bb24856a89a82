package timeline_test

import (
	"strings"
	"testing"
	"time"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/timeline"
)

// hostile are texts that are slow to read for who looks too far ahead or back.
var hostile = []string{
	"1", "1 ", "12.", "12:", "1-", "2020-", "1/", "2020/", "1,", "12, ", "5 и ", "и ", "в ", "с ", "от ", "до ", "по ", "в 2020 ", "2020 и ", "2020, ", "(2020, ",
	"2020 — ", "2020—2021 ", "с 2020 до ", "с 5 по ", "от 5 до ", "между ", "между 5 и ", "мая ", "май-", "май-июнь ", "май — ", "5 мая ", "5 мая и ", "5 мая, ",
	"5, 6 и ", "5 и 6 ", "5 или ", "двадцать ", "двадцать пятого ", "двадцать, ", "пять-шесть ", "тысяча ", "сто лет ", "лет ", "год ", "года и ", "час ",
	"5 лет и ", "5 лет, ", "20 и 10 ", "в день ", "в понедельник ", "понедельник, ", "в среду, 5 ", "утром ", "ночь с ", "ночь на ", "в ночь с 5 на ", "в 14:30 ",
	"14:30 ", "14:30, ", "14.30 ", "в 5 часов ", "без ", "без пяти ", "половина ", "половине пятого ", "начало ", "начале конца ", "в начале ", "первой ",
	"первой половине ", "последних ", "последние 5 ", "этот ", "прошлой ", "того же ", "тот же ", "прошлого года ", "вчера ", "вчера, ", "накануне ", "накануне 9 ",
	"сейчас ", "на днях ", "раз в ", "каждый ", "по пятницам ", "около ", "не более чем ", "более ", "примерно ", "через ", "через 5 лет ", "спустя ", "за день до ",
	"год назад ", "назад ", "XX ", "XX века ", "XX—", "I и II ", "90-х ", "90-е и ", "нулевые ", "до н. э. ", "44 г. ", "День ", "День Победы ", "Новый ", "новый год ",
	"Международный ", "«", "«Пять ", "«5 мая", "(5 мая ", "5 мая) ", "5 мая\n", "2020\n", "2020\n\n", "• 5 мая\n", "• 5 мая шёл\n", "• а\n", "1. 5 мая б\n", "— 5 мая.\n",
	"  • 5 мая\n", "• 5 мая;\n", "5 мая: ", "5 мая — ", "2014 год. Б\n", "10:35 — б\n", "• в 2020 году было\n• 5 мая было\n", "5 мая сказал, ", "сказал, что ", "5 мая скажет ",
	"сегодня ", "сегодня он, ", "на сегодня ", "сегодняшний ", "завтра ", "вечером ", "днём позже ", "лет тридцать ", "несколько ", "много ", "некоторое время ", "Рождество ",
	"на Пасху ", "понедельник ", "выходные ", "в выходные ", "май 2020, ", "мая прошлого ", "с. г. ", "1 с. г. ", "осень ", "осенью ", "начиная с 5 ", "в конце ",
	"Было:\n\n• 5 мая шёл\n• 6 мая шёл\n\n", "Хроника 2020 года\n\n• 5 мая шёл\n• 6 мая шёл\n\n", "2020\n• 5 мая шёл\n", "• 5 мая шёл, мэр в 2010 году, \n", "летний ", "двухлетний ", "12-", "12-летний ", "пол", "пол-", "мск ", "14:30 (", "по московскому ", "\u00ad", "\xff", "мая\u00a0",
}

// TestGrowth repeats what could be slow.
func TestGrowth(t *testing.T) {
	for _, unit := range hostile {
		growsEvenly(t, unit, func(n int) string { return strings.Repeat(unit, n) })
	}
}

// TestGrowthNested: names within names, as deep as the text is long.
func TestGrowthNested(t *testing.T) {
	growsEvenly(t, "names within names", func(n int) string { return strings.Repeat("«Пять 5 мая ", n) + strings.Repeat("»", n) })
}

// growsEvenly tells that a long text takes no quadratic time. At this length the mildest takes seconds, and what is linear a
// fraction of one; where the machine is so busy that it takes more, eight times the text must not take much more than eight times
// the time, at any of several attempts.
func growsEvenly(t *testing.T, name string, text func(n int) string) {
	t.Helper()
	if golden.Race {
		t.Skip("the race detector changes what it costs")
	}
	const n = 40_000
	large := spent(text(n))
	if large <= 2*time.Second {
		return
	}
	small := time.Duration(0)
	for range 5 {
		small = max(small, spent(text(n/8)))
		if large = min(large, spent(text(n))); large <= 24*small {
			return
		}
	}
	t.Errorf("%q: %v for %d, %v for %d", name, small, n/8, large, n)
}

// spent is how long Find and Events take over a text that is parsed.
func spent(text string) time.Duration {
	doc := parse.Text(text)
	start := time.Now()
	timeline.Events(doc, timeline.Find(doc, published))
	return time.Since(start)
}

var published = time.Date(2022, 12, 30, 0, 0, 0, 0, time.UTC)

// TestAllocations: a call allocates what it gives back, and little else.
func TestAllocations(t *testing.T) {
	if golden.Race {
		t.Skip("the race detector changes what it costs")
	}
	for name, text := range golden.Articles(t) {
		doc := parse.Text(text)
		found := len(timeline.Find(doc, published))
		if n := testing.AllocsPerRun(100, func() { timeline.Events(doc, timeline.Find(doc, published)) }); n > float64(found+16) {
			t.Errorf("%s: %v allocations for %d dates", name, n, found)
		}
	}
	doc := parse.Text("Ни дня без строчки, ни строчки без запятой.")
	if n := testing.AllocsPerRun(100, func() { timeline.Events(doc, timeline.Find(doc, published)) }); n > 1 {
		t.Errorf("%v allocations for nothing", n)
	}
}

// TestLongText: a text of many chronologies gives each its year, wherever the text is cut to be gone over.
func TestLongText(t *testing.T) {
	text := strings.Repeat("Хроника 2020 года:\n\n• 5 мая шёл дождь.\n• 6 июня шёл снег.\n\nДождь шёл и 7 июля 2021 года.\n\n", 700)
	want := [...]string{"2020", "2020-05-05", "2020-06-06", "2021-07-07"}
	for i, m := range timeline.Find(parse.Text(text), time.Time{}) {
		if m.Value != want[i%len(want)] {
			t.Fatalf("%d: %s is %s", i, m.Text, m.Value)
		}
	}
}
