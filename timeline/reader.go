package timeline

import (
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/numeral"
	"github.com/svodka/svodka/parse"
)

// A reader reads time expressions off the tokens of one paragraph. It knows nothing of the reference or of what was told
// before.
type reader struct {
	doc   *parse.Document
	text  string
	tok   []parse.Token
	num   numeral.Reader
	first int // the paragraph's tokens, or what of them is not read yet
	last  int
	whole bool // the text is one expression, whatever it would be elsewhere
}

// The classes of words that an expression can begin with.
const opening = lex.Cardinal | lex.Ordinal | lex.Fraction | lex.Vague | lex.Month | lex.Weekday | lex.Season | lex.TimeUnit |
	lex.DayPart | lex.RelDay | lex.RelAdj | lex.Holiday | lex.Repeat | lex.Nowadays | lex.Edge

// in tells whether token i is one of those being read.
func (r *reader) in(i int) bool { return i >= r.first && i < r.last }

// word is token i as a word; lex.None outside and for anything else.
func (r *reader) word(i int) *lex.Word {
	if !r.in(i) {
		return lex.None
	}
	return r.tok[i].Word()
}

// key is the key of a word; "" for none.
func (r *reader) key(i int) string { return r.word(i).Key }

// is tells whether token i is a mark.
func (r *reader) is(i int, c rune) bool { return r.in(i) && r.tok[i].Is(c) }

// dash tells whether token i is a dash or a hyphen by itself.
func (r *reader) dash(i int) bool { return r.in(i) && r.tok[i].Dash() }

// joined tells whether token i stands right behind the one before it.
func (r *reader) joined(i int) bool { return r.in(i) && i > r.first && !r.tok[i].Spaced() }

// number is the value of a token of at most nine digits, and how many it has; -1 and 0 for any other.
func (r *reader) number(i int) (v, size int) {
	if !r.in(i) || r.tok[i].Kind() != parse.Number {
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
	if r.tok[i].Kind() == parse.Word && !r.word(i).Is(lex.Ordinal|lex.Cardinal|lex.Scale) {
		if n = r.roman(i); n > 0 && roman {
			return n, i + 1, lex.Cases | lex.Sing | lex.Plur, true
		}
		return 0, i, 0, false
	}
	x, g, ok := r.num.Ordinal(i)
	if !ok {
		return 0, i, 0, false
	}
	n, ok = x.Int()
	return n, x.Last, g, ok
}

// roman is the value of a number below 50 in Roman digits; Russian capitals that look like them count. 0 for any other.
func (r *reader) roman(i int) (n int) {
	if !r.in(i) || r.tok[i].Shape()&parse.Capital == 0 || len(r.key(i)) > 12 {
		return 0
	}
	last := 0
	for _, c := range r.key(i) {
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
