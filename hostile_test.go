package svodka_test

import (
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/svodka/svodka"
	"github.com/svodka/svodka/internal/golden"
)

// hostile is what scrapers, and people who mean harm, bring; each is repeated.
var hostile = []string{
	"«", "»", "«»", "«»«»", "«а ", "а» ", "\"", "„“", "'", "(", "[", "<…>", "и", "и ", "слово", "1", "1 ", "1.", "12.12.", "$", "$1 ", "1 млн ", "• ", "• а\n", "— ", "— а\n", "1. ", "\n", "\r\n", "\t",
	"\u0301", "а\u0301", "\u00ad", "\u200b", "\u202e", "\ufeff", "\x00", "\x1b", "\ufffd", "漢字", "עברית ", "ا", "😀", "🇷🇺", "a", "The end. ", "А. Б. ", "Иванов Иван ", "Иванов, ", "АБ (АБ) ", "президент ", "МИД ",
	"5 мая ", "5 мая 2020 года ", "в понедельник ", "с 5 по ", "сказал, что ", "«а», — сказал он. ", "по словам ", ", как сообщил он, ", "https://a.ru/?q=", "<script>", "&nbsp;", "а-", "-", "…", "?!", ". . . ",
	"Привіт, Ґанку їхав 5 травня. ", "Ово је вест. ", "Τιμή 5 ευρώ. ", "გამარჯობა ", "สวัสดี", "नमस्ते। ", "Ǆ ǅ ﬀ İ ẞ ", "\U0001D400\U0001D52A", "«Γ», — сказал ŁЖ. ",
}

// TestHostile parses long runs of what could be slow. Whatever looked ahead or back without limit would not come to an end here, and
// what kept room in reserve would take too much of it.
func TestHostile(t *testing.T) {
	size := 1 << 19
	if testing.Short() || golden.Race {
		size = 1 << 13
	}
	for _, unit := range hostile {
		text := strings.Repeat(unit, size/len(unit))
		a, n := allocated(t, text)
		if n > most && len(text) > 1<<13 {
			t.Errorf("%q: %.1f bytes allocated a byte", unit, n)
		}
		covered := 0
		for _, q := range a.Quotes {
			covered += q.Len()
		}
		if covered > 100*len(text) {
			t.Errorf("%q: quotes cover the text %d times", unit, covered/len(text))
		}
		if len(text) <= 1<<13 {
			check(t, a)
		}
	}
}

// TestTenMegabytes holds ten megabytes of what is worst to what one costs: the memory a text takes, which counts the work done and
// does not depend on the machine, grows no faster than the text.
func TestTenMegabytes(t *testing.T) {
	if testing.Short() || golden.Race {
		t.Skip("long")
	}
	for _, unit := range []string{"«", "»", "«»«»", "\"", "«а «б» ", "$1 ", "слово", "слово ", "1", "и", "и ", "• ", "• а\n", "1. ", "\n", "\u0301", "а\u0301"} {
		_, small := allocated(t, strings.Repeat(unit, 1<<20/len(unit)))
		_, large := allocated(t, strings.Repeat(unit, 10<<20/len(unit)))
		if large > 2*small && large > 10 || large > most {
			t.Errorf("%q: %.1f bytes allocated a byte of 1 MB, %.1f of 10 MB", unit, small, large)
		}
	}
}

// most is the most that may be allocated a byte of hostile text. The budget is 100. Quotation marks alone take the most, «»: two
// thirds of that is what is handed out, the rest lists to work in.
const most = 93

// allocated is the article of a text, and how many bytes parsing it allocates for each of its bytes.
func allocated(t *testing.T, text string) (*svodka.Article, float64) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	a, err := svodka.Parse(text, published)
	if err != nil {
		t.Fatalf("%q: %v", text[:min(len(text), 20)], err)
	}
	runtime.ReadMemStats(&after)
	return a, float64(after.TotalAlloc-before.TotalAlloc) / float64(len(text))
}

// TestInvalid puts a byte that is no UTF-8 at every place of a text: the error tells where.
func TestInvalid(t *testing.T) {
	const text = "«Мост», — сказал он 5 мая."
	for i := range len(text) + 1 {
		if i < len(text) && !utf8.RuneStart(text[i]) {
			continue
		}
		for _, bad := range []string{"\xff", "\xc0\x80", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf4\x90\x80\x80", "\xd0"} { // lone surrogates among them
			_, err := svodka.Parse(text[:i]+bad+text[i:], published)
			e, ok := err.(*svodka.EncodingError)
			if !ok || e.Offset != i {
				t.Fatalf("%q at %d: %v", bad, i, err)
			}
		}
	}
}
