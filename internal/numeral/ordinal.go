package numeral

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// Ordinal reads the ordinal number that begins at token i: двадцать пятое, тысяча девятьсот сорок первого, 25-го, 2014-й,
// 90-е. Gram has the grammemes of its last word.
func (r *Reader) Ordinal(i int) (n Number, g lex.Gram, ok bool) {
	if r.Tokens[i].Kind() == parse.Number {
		return r.increment(i)
	}
	n = Number{Writing: Writing{First: i, Last: i, Words: true}}
	sum, limit := 0, 1<<30
	for k := i; k < r.Last; k++ {
		w := r.Tokens[k].Word()
		if v, ok := w.Value(lex.Ordinal); ok && v < limit {
			if k > i && v == 0 {
				return n, 0, false
			}
			n.Value, n.Last = Int(uint64(sum+v)), k+1
			return n, w.Gram(lex.Adj), true
		}
		v, ok := w.Value(lex.Cardinal)
		s, scaled := w.Value(lex.Scale)
		switch {
		case ok && v > 0 && v < limit:
			sum += v
			limit = below(v)
		case scaled && s == 3 && sum < 1000 && limit > 1000 || scaled && s == 3 && sum > 0 && sum < 10:
			sum = max(sum, 1) * 1000
			limit = 1000
		default:
			return n, 0, false
		}
	}
	return n, 0, false
}

// below is what may follow a part of a number: tens behind hundreds, ones behind tens.
func below(v int) int {
	switch {
	case v >= 100:
		return 100
	case v >= 20:
		return 10
	}
	return 1
}

// increment reads digits with an ending behind a hyphen: 25-го, 2014-й, 1990-е, 90-х. A dash may stand for the hyphen.
func (r *Reader) increment(i int) (n Number, g lex.Gram, ok bool) {
	t := r.Tokens
	if i+2 >= r.Last || t[i+1].Spaced() || t[i+2].Spaced() || !t[i+1].Dash() || t[i+2].Kind() != parse.Word {
		return n, 0, false
	}
	if g = endings(t[i+2].Key()); g == 0 {
		return n, 0, false
	}
	v, ok := r.run(i)
	return Number{Value: v, Writing: Writing{First: i, Last: i + 3}}, g, ok
}

// endings are the grammemes of the letters written behind an ordinal in digits; the rules are those of the 1979 reference
// book of A. Milchin and L. Cheltsova: one letter, two after a vowel.
func endings(s string) lex.Gram {
	switch s {
	case "й", "ый", "ой", "ий":
		return lex.Masc | lex.Sing | lex.Nom | lex.Acc | lex.Fem | lex.Gen | lex.Dat | lex.Ins | lex.Loc
	case "го", "ого", "его":
		return lex.Masc | lex.Neut | lex.Sing | lex.Gen | lex.Acc
	case "му", "ому", "ему":
		return lex.Masc | lex.Neut | lex.Sing | lex.Dat
	case "м", "ым", "им", "ом":
		return lex.Masc | lex.Neut | lex.Sing | lex.Ins | lex.Loc | lex.Plur | lex.Dat
	case "я", "ая":
		return lex.Fem | lex.Sing | lex.Nom
	case "ю", "ую":
		return lex.Fem | lex.Sing | lex.Acc
	case "е", "ое", "ые", "ье":
		return lex.Neut | lex.Sing | lex.Plur | lex.Nom | lex.Acc
	case "х", "ых", "их":
		return lex.Plur | lex.Gen | lex.Loc | lex.Acc
	case "ми", "ыми", "ими":
		return lex.Plur | lex.Ins
	}
	return 0
}

// prefixes are numerals as the first part of a word, in the genitive but for a few; longer ones first.
var prefixes = [...]struct {
	text string
	v    Value
	open bool // a smaller one may follow: двадцатипяти-
}{
	{"одиннадцати", Value{11, 0}, false}, {"двенадцати", Value{12, 0}, false}, {"тринадцати", Value{13, 0}, false},
	{"четырнадцати", Value{14, 0}, false}, {"пятнадцати", Value{15, 0}, false}, {"шестнадцати", Value{16, 0}, false},
	{"семнадцати", Value{17, 0}, false}, {"восемнадцати", Value{18, 0}, false}, {"девятнадцати", Value{19, 0}, false},
	{"четырехсот", Value{4, 2}, true}, {"восьмисот", Value{8, 2}, true}, {"девятисот", Value{9, 2}, true},
	{"шестисот", Value{6, 2}, true}, {"семисот", Value{7, 2}, true}, {"пятисот", Value{5, 2}, true},
	{"трехсот", Value{3, 2}, true}, {"двухсот", Value{2, 2}, true},
	{"пятидесяти", Value{5, 1}, true}, {"шестидесяти", Value{6, 1}, true}, {"семидесяти", Value{7, 1}, true},
	{"восьмидесяти", Value{8, 1}, true}, {"девяносто", Value{9, 1}, true}, {"двадцати", Value{2, 1}, true},
	{"тридцати", Value{3, 1}, true}, {"сорока", Value{4, 1}, true}, {"девяти", Value{9, 0}, false},
	{"десяти", Value{1, 1}, false}, {"восьми", Value{8, 0}, false}, {"четырех", Value{4, 0}, false},
	{"полутора", Value{15, -1}, false}, {"шести", Value{6, 0}, false}, {"семи", Value{7, 0}, false},
	{"пяти", Value{5, 0}, false}, {"трех", Value{3, 0}, false}, {"двух", Value{2, 0}, false}, {"дву", Value{2, 0}, false},
	{"одно", Value{1, 0}, false}, {"полу", Value{5, -1}, false}, {"сто", Value{1, 2}, true}, {"ста", Value{1, 2}, true},
}

// Joined reads the numeral a word begins with (стомиллионный, двухлетний, пятирублевый): its value, and the rest of the
// word, a scale in front of it counted in.
func Joined(key string) (v Value, rest string, ok bool) {
	rest = key
	limit := 4
	for {
		p, open := Value{}, false
		for _, x := range prefixes {
			if s, found := strings.CutPrefix(rest, x.text); found && digits(x.v.Coef)+x.v.Exp < limit && len(s) >= 4 {
				p, open, rest = x.v, x.open, s
				break
			}
		}
		if p == (Value{}) {
			break
		}
		if v, ok = v.Add(p); !ok {
			return v, key, false
		}
		if limit = digits(p.Coef) + p.Exp; !open {
			break
		}
	}
	for _, s := range scaleStems {
		if tail, found := strings.CutPrefix(rest, s.text); found {
			if v == (Value{}) {
				if rest != key || len(tail) > 8 {
					break
				}
				v = Int(1)
			}
			v, ok = v.Shift(s.power)
			return v, tail, ok
		}
	}
	return v, rest, rest != key
}

var scaleStems = [...]struct {
	text  string
	power int
}{{"тысяче", 3}, {"тысячн", 3}, {"миллионн", 6}, {"миллиардн", 9}, {"триллионн", 12}}
