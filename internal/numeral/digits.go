package numeral

import (
	"unicode/utf8"

	"github.com/svodka/svodka/parse"
)

// Digits reads a number in digits: groups of three behind a space, a full stop or a comma, a decimal comma or point, a
// fraction sign. A number with one separator and three digits behind it is read as a decimal where the separator is a
// comma or a point, and Thousands tells of the doubt.
func (r *Reader) Digits(i int) (n Number, ok bool) {
	t := r.Tokens
	n = Number{First: i, Last: i}
	if q := fraction(&t[i]); q != 0 {
		n.Value, n.Last = Value{uint64(q), -3}.canon(), i+1
		return n, true
	}
	v, ok := r.run(i)
	if !ok {
		return n, false
	}
	n.Value, n.Last = v, i+1
	if size(&t[i]) <= 3 && t[i].Rune() != '0' {
		r.groups(&n)
	}
	r.decimals(&n)
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

// groups takes groups of three digits, all behind the same separator.
func (r *Reader) groups(n *Number) {
	t := r.Tokens
	var sep rune
	for first := true; ; first = false {
		k := n.Last
		if k >= r.Last {
			return
		}
		s := ' '
		if !t[k].Spaced() {
			if s = t[k].Rune(); s != '.' && s != ',' && s != '\'' || t[k].Kind() != parse.Punct {
				return
			}
			if k++; k >= r.Last || t[k].Spaced() {
				return
			}
		} else if !r.oneSpace(k) {
			return
		}
		if t[k].Kind() != parse.Number || size(&t[k]) != 3 || !first && s != sep {
			return
		}
		if s != ' ' && first && !r.secondGroup(k, s) {
			return // 1,234: a decimal for all we know
		}
		group, _ := r.run(k)
		v, ok := n.Value.Shift(3)
		if !ok {
			return
		}
		if v, ok = v.Add(group); !ok {
			return
		}
		n.Value, n.Last, sep = v, k+1, s
	}
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
