package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/numeral"
	"github.com/svodka/svodka/parse"
)

// A reader reads time expressions off the tokens of one paragraph. It knows nothing of the reference or of what was told
// before.
type reader struct {
	doc                       *parse.Document
	text                      string
	tok                       []parse.Token
	num                       numeral.Reader
	first                     int // the paragraph's tokens
	last                      int
	floor                     int       // those before it belong to other expressions
	whole                     bool      // the text is one expression, whatever it would be elsewhere
	lead                      *lex.Word // what stands in front of the first token, where that is told apart
	lastCardinal, lastOrdinal reading
}

// A reading is the last number that was read, for the next reader that comes to it. The zero reading is none.
type reading struct {
	numeral.Number
	at   int // one more than its token
	gram lex.Gram
	ok   bool
}

// The classes of words that an expression can begin with.
const opening = lex.Cardinal | lex.Scale | lex.Ordinal | lex.Fraction | lex.Vague | lex.Month | lex.Weekday | lex.Season | lex.TimeUnit |
	lex.DayPart | lex.RelDay | lex.RelAdj | lex.Holiday | lex.Repeat | lex.Nowadays | lex.Edge | lex.Lasting | lex.HalfHour

// in tells whether token i is one of those being read.
func (r *reader) in(i int) bool { return i >= r.first && i < r.last }

// free tells whether token i can still be taken into an expression.
func (r *reader) free(i int) bool { return i >= r.floor && r.in(i) }

// word is token i as a word; lex.None for anything else and outside, but for the word in front.
func (r *reader) word(i int) *lex.Word {
	if !r.in(i) {
		if i == r.first-1 {
			return r.lead
		}
		return lex.None
	}
	return r.tok[i].Word()
}

// key is the key of a word; "" for none.
func (r *reader) key(i int) string { return r.word(i).Key }

// has tells whether token i is of a kind.
func (r *reader) has(i int, k parse.Kind) bool { return r.in(i) && r.tok[i].Kind() == k }

// capital tells whether token i is a word with a capital.
func (r *reader) capital(i int) bool { return r.in(i) && r.tok[i].Shape()&parse.Capital != 0 }

// is tells whether token i is a mark.
func (r *reader) is(i int, c rune) bool { return r.in(i) && r.tok[i].Is(c) }

// dash tells whether token i is a dash or a hyphen by itself.
func (r *reader) dash(i int) bool { return r.in(i) && r.tok[i].Dash() }

// joined tells whether token i stands right behind the one before it.
func (r *reader) joined(i int) bool { return r.in(i) && i > r.first && !r.tok[i].Spaced() }

// number is the value of a token of at most nine digits, and how many it has; -1 and 0 for any other.
func (r *reader) number(i int) (v, size int) {
	if !r.in(i) || !r.has(i, parse.Number) {
		return -1, 0
	}
	digits := r.tok[i].Span().In(r.text)
	if len(digits) > 9 {
		return -1, 0
	}
	for _, c := range []byte(digits) {
		v = v*10 + int(c-'0')
	}
	return v, len(digits)
}

// stop passes over the full stop of an abbreviation in front of token i.
func (r *reader) stop(i int) int {
	if r.is(i, '.') && r.joined(i) {
		return i + 1
	}
	return i
}

// heads tells whether the token at i can stand between the head of a line and the rest of it.
func (r *reader) heads(i int) bool {
	return r.is(i, ':') || r.is(i, '|') || r.dash(i) && r.tok[i].Spaced()
}

// nominal tells whether a word is a noun or belongs to one in front of which it stands; the small words of the language, which the
// table has as abbreviations too, are none.
func nominal(w *lex.Word) bool {
	for _, x := range w.Readings {
		g := x.Gram()
		switch {
		case g&(lex.Preposition|lex.Conjunction|lex.Particle|lex.Adverb|lex.Predicative|lex.Verb|lex.Infinitive|lex.Gerund) != 0:
			return false
		case g&(lex.Noun|lex.Adj|lex.Participle) == 0 || g&lex.Apro != 0:
			return false
		}
	}
	return len(w.Readings) > 0
}

// small tells whether a word is one of the small words of the language.
func small(w *lex.Word) bool {
	return w.Can(lex.Preposition) || w.Can(lex.Conjunction) || w.Can(lex.Particle)
}

// agree tells whether an adjective can belong to a noun.
func agree(adj, noun *lex.Word, c lex.Class, number lex.Gram) bool {
	for _, a := range adj.Readings {
		g := a.Gram()
		if g&(lex.Adj|lex.Participle) == 0 {
			continue
		}
		for _, n := range noun.Readings {
			h := n.Gram()
			if c != 0 && n.Lemma.Class()&c == 0 || g&h&lex.Cases == 0 {
				continue
			}
			if g&h&number&lex.Plur != 0 || g&h&number&lex.Sing != 0 && (g&h&lex.Genders != 0 || g&lex.Genders == 0) {
				return true
			}
		}
	}
	return false
}

// can tells whether a word has a reading of a class with all of a set of grammemes.
func can(w *lex.Word, c lex.Class, g lex.Gram) bool {
	if w.Class&c == 0 {
		return false
	}
	for _, x := range w.Readings {
		if x.Lemma.Class()&c != 0 && x.Gram()&g == g {
			return true
		}
	}
	return false
}

// unit is the unit a noun names; 0 for any other word.
func (r *reader) unit(i int) unit {
	w := r.word(i)
	if w.Class&lex.TimeUnit == 0 {
		return noUnit
	}
	v, _ := w.Value(lex.TimeUnit)
	return unit(v)
}

// ordinal reads an ordinal number: двадцать пятого, 25-го, XX. Roman digits are read where roman is true.
func (r *reader) ordinal(i int, roman bool) (n, next int, g lex.Gram, ok bool) {
	if !r.in(i) {
		return 0, i, 0, false
	}
	if r.has(i, parse.Word) && !r.word(i).Is(lex.Ordinal|lex.Cardinal|lex.Scale) {
		if n = r.roman(i); n > 0 && roman {
			return n, i + 1, lex.Cases | lex.Sing | lex.Plur, true
		}
		return 0, i, 0, false
	}
	x := &r.lastOrdinal
	if x.at != i+1 {
		x.at = i + 1
		x.Number, x.gram, x.ok = r.num.Ordinal(i)
	}
	if !x.ok {
		return 0, i, 0, false
	}
	n, ok = x.Int()
	return n, x.Last, x.gram, ok
}

// cardinal reads a cardinal number: 5,5, двадцать, несколько.
func (r *reader) cardinal(i int) (n *numeral.Number, ok bool) {
	x := &r.lastCardinal
	if x.at != i+1 {
		x.at = i + 1
		x.Number, x.ok = r.num.Cardinal(i)
	}
	return &x.Number, x.ok
}

// roman is the value of a number below 50 in Roman digits; Russian capitals that look like them count. 0 for any other.
func (r *reader) roman(i int) (n int) {
	if !r.capital(i) || !romanDigit(r.tok[i].Rune()) {
		return 0
	}
	key, _, _ := strings.Cut(r.key(i), "-") // XX-го
	if len(key) > 12 {
		return 0
	}
	last := 0
	for _, c := range key {
		v := 0
		switch c {
		case 'i', 'і':
			v = 1
		case 'v':
			v = 5
		case 'x', 'х':
			v = 10
		default:
			return 0
		}
		if v > last && last > 0 {
			n -= 2 * last
		}
		n += v
		last = v
	}
	return n
}

// romanDigit tells whether a number in Roman digits can begin with a letter.
func romanDigit(c rune) bool {
	return c == 'I' || c == 'V' || c == 'X' || c == 'Х' || c == 'І'
}

// hasStem tells whether a word begins with one of the stems.
func hasStem(key string, stems ...string) bool {
	for _, s := range stems {
		if strings.HasPrefix(key, s) {
			return true
		}
	}
	return false
}
