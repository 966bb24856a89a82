package parse_test

import (
	"reflect"
	"runtime"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

func FuzzText(f *testing.F) {
	for _, text := range golden.Articles(f) {
		f.Add(text[:600])
	}
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(check)
}

// hostile are texts no newsroom writes.
var hostile = []string{
	"", "\x00", "\xff\xfe", "«", "»", "«»«»««»»", "''''''", "\"\"\"", "„“”«", "...…!?", "- ", "1. ", "•\n•", "\r\r\n\n",
	"а\u0306\u0301", "и\u0306", "-а-", "а-", "'а'", "\u00ad", "а\u00adб", "\u200b\u200b", "а\u200bб", "\xd0", "\xd0\xd0", "а\xd1", "\xed\xa0\x80",
	"1.2.3.", "(((", "<…>", "«а\n«б\n«в»", "«а» «б", "б» а»", "𝕬𝖇", "ﬀ", "İi", "ǅ", "漢字 かな", "а́б", "ЁЖ Ёж ёж-Ёж МосБиржа О’Нил ПутиНа", "аи\u0306 аИ\u0306а", "\u0401\u0402\u0450\u0451\u0452", "двенадцатибуквенный-пятнадцатибуквенный", "👍🏽", "\u2028\u2029", "•а•б • в", "ʼ", "аʼ",
}

// check holds a document to what is true of every text.
func check(t *testing.T, text string) {
	d := parse.Text(text)
	var b strings.Builder
	for piece, tok := range d.Pieces() {
		b.WriteString(piece)
		if tok == nil && strings.ContainsFunc(piece, visible) {
			t.Errorf("%q: the space %q can be seen", text, piece)
		}
	}
	if b.String() != text {
		t.Errorf("%q: pieces joined are %q", text, b.String())
	}
	at := 0
	for _, p := range d.Paragraphs {
		inside(t, text, "paragraph", p.Span, parse.Span{Start: at, End: len(text)})
		first, last := d.Range(p.Span)
		for _, s := range p.Sentences {
			inside(t, text, "sentence", s, parse.Span{Start: at, End: p.End})
			at = s.End
			a, b := d.Range(s)
			if a != first || b <= a {
				t.Errorf("%q: sentence of tokens %d to %d where %d should be first", text, a, b, first)
			}
			first = b
		}
		if first != last {
			t.Errorf("%q: the sentences of %v miss tokens", text, p.Span)
		}
		at = p.End
	}
	for i, m := range d.Marks {
		whole := parse.Span{Start: 0, End: len(text)}
		inside(t, text, "mark", m.Open.Join(m.Inner).Join(m.Close), whole)
		if m.Open.End > m.Inner.Start || m.Inner.End > m.Close.Start || m.First > m.Last || m.Last > len(d.Tokens) {
			t.Errorf("%q: mark %+v is out of order", text, m)
		}
		if i > 0 && min(m.Open.Start, m.Inner.Start) < min(d.Marks[i-1].Open.Start, d.Marks[i-1].Inner.Start) {
			t.Errorf("%q: marks out of order", text)
		}
	}
	bad := false
	for i := range d.Tokens {
		k := &d.Tokens[i]
		if k.Kind() == parse.Word {
			checkWord(t, k, k.Span().In(text))
		}
		bad = bad || k.Kind() == parse.Bad
	}
	if bad == utf8.ValidString(text) {
		t.Errorf("%q: a bad byte is a token: %v", text, bad)
	}
	if again := parse.Text(strings.Clone(text)); !reflect.DeepEqual(plain(d), plain(again)) {
		t.Errorf("%q: another result the second time", text)
	}
}

// checkWord spells a word letter by letter, as the scanner does with those that are rare.
func checkWord(t *testing.T, k *parse.Token, text string) {
	var fold []byte
	var shape parse.Shape
	letters, small, tall, capital, parted := 0, false, false, false, true
	for _, r := range text {
		switch {
		case strings.ContainsRune("-‐‑", r):
			fold, parted = append(fold, '-'), true
		case strings.ContainsRune("'’ʼ", r):
			fold, parted = append(fold, '\''), true
		case r == '\u0306' && len(fold) > 0 && fold[len(fold)-1] == 0xE8:
			fold[len(fold)-1] = 0xE9
		case !unicode.IsLetter(r):
		default:
			fold = lex.AppendFold(fold, r)
			if unicode.IsUpper(r) {
				if small && !(parted && capital) {
					shape |= parse.Mixed
				}
				tall, capital = true, capital || letters == 0
			}
			small = small || unicode.IsLower(r)
			if unicode.Is(unicode.Cyrillic, r) {
				shape |= parse.Cyrillic
			} else if unicode.Is(unicode.Latin, r) {
				shape |= parse.Latin
			}
			letters++
			parted = false
		}
	}
	if tall && !small && letters > 1 {
		shape |= parse.Upper
	} else if capital {
		shape |= parse.Title
	}
	want := string(fold)
	if len(fold) > lex.MaxLetters {
		want = ""
	}
	if k.Shape() != shape || k.Word().Fold() != want {
		t.Errorf("%q: shape %b, folded %q; letter by letter %b, %q", text, k.Shape(), k.Word().Fold(), shape, want)
	}
}

// plain is a document without the words, which are shared or not as it happens.
func plain(d *parse.Document) any {
	var spans []any
	for i := range d.Tokens {
		k := &d.Tokens[i]
		spans = append(spans, k.Span(), k.Kind(), k.Shape(), k.Key(), k.Rune())
	}
	return []any{d.Paragraphs, d.Marks, d.Notes, spans}
}

func inside(t *testing.T, text, what string, s, outer parse.Span) {
	if s.Start > s.End || !outer.Contains(s) {
		t.Fatalf("%q: %s %v outside %v", text, what, s, outer)
	}
	if !boundary(text, s.Start) || !boundary(text, s.End) {
		t.Errorf("%q: %s %v splits a rune", text, what, s)
	}
}

// boundary tells whether no rune is split at i; a byte that is not UTF-8 stands for itself.
func boundary(text string, i int) bool {
	if i == len(text) || utf8.RuneStart(text[i]) {
		return true
	}
	for back := 1; back < utf8.UTFMax && back <= i; back++ {
		if _, size := utf8.DecodeRuneInString(text[i-back:]); size > back {
			return false
		}
	}
	return true
}

func visible(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r)
}

func TestHostile(t *testing.T) {
	for _, s := range hostile {
		check(t, s)
		check(t, "«Так вышло», — сказал "+s+" Веснин. "+s)
	}
}

// TestCut parses every beginning of an article, bytes and all.
func TestCut(t *testing.T) {
	text := golden.Articles(t)["trial"]
	for i := 0; i < len(text); i += 7 {
		check(t, text[:i])
	}
}

// TestGrowth repeats what could be slow and counts what comes out: it must not grow faster than the text.
func TestGrowth(t *testing.T) {
	for _, unit := range []string{"«", "»", "«»", "«а", "\"", "'", "(", ".", "и", "1", "1 ", "• ", "\n", "\n• а", "а. ", "\u0301", "\xff", "«а\n", "а» ", "„", "“"} {
		text := strings.Repeat(unit, 100_000)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		d := parse.Text(text)
		runtime.ReadMemStats(&after)
		if n := after.TotalAlloc - before.TotalAlloc; n > uint64(100*len(text)) && !golden.Race {
			t.Errorf("%q: %d bytes allocated for %d", unit, n, len(text))
		}
		if len(d.Tokens) > 300_000 || len(d.Marks) > 300_000 {
			t.Errorf("%q: %d tokens, %d marks", unit, len(d.Tokens), len(d.Marks))
		}
		sum := 0
		for _, m := range d.Marks {
			if m.Damaged {
				sum += m.Inner.Len()
			}
		}
		if sum > 200*len(d.Text) {
			t.Errorf("%q: damaged marks cover the text %d times", unit, sum/len(d.Text))
		}
	}
}
