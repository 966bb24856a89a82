package quote_test

import (
	"strings"
	"testing"

	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
)

// TestGrowth repeats what could be slow: the work for thirty times the text must not be much more than thirty times the work, and
// the quotes must not cover the text too often.
func TestGrowth(t *testing.T) {
	for _, unit := range []string{
		"«", "»", "«»", "«а", "«а» ", "«Мы едем», — ", "\"", "„а", "„“", "“", "''", "'", ": ", ": «А» ", ", что ", "сказал, что ", "сказал: ", "сказал он, ", "по словам ", "по словам Рощина, ",
		"как сообщил ", ", сообщает ", "об этом сообщил ", "и сказал ", "который сказал, что ", "в Думе ", "глава ", "Иванов ", "(", ")", "(сказал ", "— ", "— Да, — сказал он.\n",
		"А: б.\n", "Иванов: да.\n", "сказал:\n", "«А б в г д е».\n", "«а\n", "Об этом сообщил Рощин. ", "издание сообщило, что ", "он сказал, что ",
		"«а, — сказал он, — ", "говорится в ", "«А», «", "и «А» ", "назвал «а» ", "; сказал, что ", ", но сказал, что ",
		"Reuters ", "lenta.ru ", "О том, что ", "по данным мэрии и ", "назвал а — «б», ", "по словам врачей «Волна» ", "сказал ", ",", "«А\n\n«", "Издание сообщило, что да. ", "Он сказал, что да. ",
		"По их словам, да. ", "«А», — сказал он. ", "опубликованный на а, 3 марта, ",
	} {
		small, _ := spent(strings.Repeat(unit, 1_000))
		large, covered := spent(strings.Repeat(unit, 30_000))
		if large > 40*small+10_000 {
			t.Errorf("%q: %d steps for 1,000, %d for 30,000", unit, small, large)
		}
		if covered > 200 {
			t.Errorf("%q: the quotes cover the text %d times", unit, covered)
		}
	}
}

// TestDeep: quotations in each other a hundred thousand deep neither exhaust the stack nor are told of one by one.
func TestDeep(t *testing.T) {
	const n = 100_000
	for _, text := range []string{strings.Repeat("«а ", n), strings.Repeat("«а ", n) + strings.Repeat("»", n), strings.Repeat("(«а, — сказал он, — ", n)} {
		if _, covered := spent(text); covered > 200 {
			t.Errorf("%.20q: the quotes cover the text %d times", text, covered)
		}
	}
}

// spent is how many steps Find takes, and how many times the quotes cover the text.
func spent(text string) (steps, covered int) {
	quotes, steps := quote.FindCounted(parse.Text(text), nil)
	n := 0
	for _, q := range quotes {
		n += q.Len() + len(q.SpeakerName)
	}
	return steps, n / len(text)
}
