package numeral

import (
	"unicode/utf8"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// Digits reads a number in digits: groups of three behind a space, a full stop or a comma, a decimal comma or point, a
// fraction sign. A number with one separator and three digits behind it is read as a decimal where the separator is a
// comma or a point, and Thousands tells of the doubt.
func (r *Reader) Digits(i int) (n Number, ok bool) {
	t := r.Tokens
	n = Number{Writing: Writing{First: i, Last: i}}
	if q := fraction(&t[i]); q != 0 {
		n.Value, n.Last = Value{uint64(q), -3}.canon(), i+1
		return n, true
	}
	v, ok := r.run(i)
	if !ok {
		return n, false
	}
	n.Value, n.Last = v, i+1
	if size(&t[i]) <= 3 && t[i].Rune() != '0' && !r.groups(&n) {
		return n, false
	}
	r.decimals(&n)
	r.ending(&n)
	if n.Last < r.Last && n.Exp >= 0 {
		if q := fraction(&t[n.Last]); q != 0 { // 1½
			if sum, ok := n.Value.Add(Value{uint64(q), -3}.canon()); ok {
				n.Value, n.Last = sum, n.Last+1
			}
		}
	}
	return n, true
}

// run is the value of a token of digits.
func (r *Reader) run(i int) (Value, bool) {
	t := &r.Tokens[i]
	if t.Kind() != parse.Number || size(t) > maxDigits {
		return Value{}, false
	}
	var v uint64
	for _, c := range []byte(r.Text[t.Start():t.End()]) {
		v = v*10 + uint64(c-'0')
	}
	return Int(v), true
}

func size(t *parse.Token) int { return t.End() - t.Start() }

// groups takes groups of three digits, all behind the same separator. It tells whether the number fits a Value; the
// groups of one that does not are taken too.
func (r *Reader) groups(n *Number) (fits bool) {
	fits = true
	var sep rune
	for {
		k, s := r.group(n.Last)
		if k < 0 || sep != 0 && s != sep {
			return fits
		}
		if s != ' ' && sep == 0 && !r.secondGroup(k, s) {
			return fits // 1,234: a decimal for all we know
		}
		v, ok := n.Value.Shift(3)
		if ok {
			group, _ := r.run(k)
			v, ok = v.Add(group)
		}
		fits = fits && ok
		n.Value, n.Last, sep = v, k+1, s
	}
}

// group finds three digits behind a separator or a space at token k, and says which; -1 for none.
func (r *Reader) group(k int) (token int, sep rune) {
	t := r.Tokens
	if k >= r.Last {
		return -1, 0
	}
	sep = ' '
	if !t[k].Spaced() {
		if sep = t[k].Rune(); sep != '.' && sep != ',' && sep != '\'' || t[k].Kind() != parse.Punct {
			return -1, 0
		}
		if k++; k >= r.Last || t[k].Spaced() {
			return -1, 0
		}
	} else if !r.oneSpace(k) {
		return -1, 0
	}
	if t[k].Kind() != parse.Number || size(&t[k]) != 3 {
		return -1, 0
	}
	return k, sep
}

// secondGroup tells whether the same separator and three more digits stand behind token k.
func (r *Reader) secondGroup(k int, sep rune) bool {
	t := r.Tokens
	return k+2 < r.Last && t[k+1].Is(sep) && !t[k+1].Spaced() && !t[k+2].Spaced() && t[k+2].Kind() == parse.Number && size(&t[k+2]) == 3
}

// oneSpace tells whether a single space of any kind stands before token k.
func (r *Reader) oneSpace(k int) bool {
	gap := r.Text[r.Tokens[k-1].End():r.Tokens[k].Start()]
	c, n := utf8.DecodeRuneInString(gap)
	return n == len(gap) && c != '\n' && c != '\t'
}

// decimals takes a decimal comma or point and the digits behind it.
func (r *Reader) decimals(n *Number) {
	t, k := r.Tokens, n.Last
	if k+1 >= r.Last || t[k].Spaced() || t[k+1].Spaced() || !t[k].Is(',') && !t[k].Is('.') || t[k+1].Kind() != parse.Number {
		return
	}
	d := size(&t[k+1])
	frac, ok := r.run(k + 1)
	if !ok {
		return
	}
	if frac, ok = frac.Shift(-d); !ok {
		return
	}
	if v, ok := n.Value.Add(frac); ok {
		n.Value, n.Last = v, k+2
		n.Thousands = d == 3
	}
}

// ending takes the ending of a numeral written behind its digits: 3-х, 5-ти, 10-ю. An ordinal's look the same (90-х), so
// a scale or a currency must follow.
func (r *Reader) ending(n *Number) {
	t, k := r.Tokens, n.Last
	if k+2 >= r.Last || t[k].Spaced() || t[k+1].Spaced() || !t[k].Dash() || !t[k+2].Word().Is(lex.Scale|lex.Currency|lex.Minor) {
		return
	}
	switch t[k+1].Key() {
	case "х", "ех", "ух", "ти", "и", "ми", "мя", "ю", "м", "ста", "сот":
		n.Last = k + 2
	}
}

// fraction is the thousandths of a fraction sign, 0 for any other token.
func fraction(t *parse.Token) int {
	if t.Kind() != parse.Symbol {
		return 0
	}
	switch t.Rune() {
	case '½':
		return 500
	case '¼':
		return 250
	case '¾':
		return 750
	case '⅛':
		return 125
	case '⅜':
		return 375
	case '⅝':
		return 625
	case '⅞':
		return 875
	case '⅕':
		return 200
	}
	return 0
}
