package numeral

import (
	"fmt"
	"testing"

	"github.com/svodka/svodka/parse"
)

func read(text string) string {
	d := parse.Text(text)
	r := Reader{Text: text, Tokens: d.Tokens, Last: len(d.Tokens), Money: true}
	n, ok := r.Cardinal(0)
	if !ok {
		return "none"
	}
	s := fmt.Sprintf("%de%d", n.Coef, n.Exp)
	if n.Vague {
		s = "vague"
	}
	if n.Last < len(d.Tokens) {
		s += " | " + text[d.Tokens[n.Last].Start():]
	}
	return s
}

func TestCardinal(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"1 234 567", "1234567e0"},
		{"1\u00a0234\u202f567 рублей", "1234567e0 | рублей"},
		{"1.234.567,5", "12345675e-1"},
		{"1,234,567.5", "12345675e-1"},
		{"1,234", "1234e-3"},
		{"8,1 млн", "81e5"},
		{"2 миллиона 300 тысяч", "23e5"},
		{"2 млн. 300 тыс. руб.", "23e5 | руб."},
		{"сто двадцать пять миллионов", "125e6"},
		{"двух с половиной миллиардов", "25e8"},
		{"полтора миллиона", "15e5"},
		{"полутора тысяч", "15e2"},
		{"полмиллиона евро", "5e5 | евро"},
		{"четверть миллиарда", "25e7"},
		{"сотня тысяч", "1e5"},
		{"десятки миллионов", "vague"},
		{"несколько миллионов", "vague"},
		{"пара тысяч", "2e3"},
		{"миллиарды рублей", "vague | рублей"},
		{"миллиард", "1e9"},
		{"тысяча двести", "12e2"},
		{"двадцать одна тысяча", "21e3"},
		{"5 тысяч миллиардов", "5e12"},
		{"1½", "15e-1"},
		{"100K", "1e5"},
		{"5 млн 15 июня", "5e6 | 15 июня"},
		{"3 и 4", "3e0 | и 4"},
		{"двадцать тридцать", "2e1 | тридцать"},
		{"10000000000000000000000", "none"},
		{"999 миллиардов миллиардов", "999e9 | миллиардов"},
	} {
		if got := read(c.text); got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestJoined(t *testing.T) {
	for _, c := range []struct{ key, want string }{
		{"стомиллионный", "{1 8} ый"}, {"двухлетний", "{2 0} летний"}, {"двадцатипятилетний", "{25 0} летний"},
		{"полуторачасовой", "{15 -1} часовой"}, {"пятитысячная", "{5 3} ая"}, {"стодолларовая", "{1 2} долларовая"},
		{"миллионный", "{1 6} ый"}, {"двухсотпятидесятимиллиардный", "{25 10} ый"},
	} {
		v, rest, ok := Joined(c.key)
		if got := fmt.Sprint(v, " ", rest); got != c.want && ok {
			t.Errorf("%s: got %s, want %s", c.key, got, c.want)
		} else if !ok {
			t.Log(c.key, "none")
		}
	}
}

func TestOrdinal(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"двадцать пятого ноября", "25 | ноября"}, {"25-го ноября", "25 | ноября"}, {"тысяча девятьсот сорок первого года", "1941 | года"},
		{"две тысячи двадцать второго", "2022"}, {"двухтысячный", "2000"}, {"2014-й", "2014"}, {"90-х", "90"}, {"пятидесятых", "50"},
		{"девяносто первый", "91"}, {"две тысячи", "none"}, {"двадцать пять", "none"}, {"тысяча девятьсот девяносто", "none"},
	} {
		d := parse.Text(c.text)
		r := Reader{Text: c.text, Tokens: d.Tokens, Last: len(d.Tokens)}
		n, _, ok := r.Ordinal(0)
		got := "none"
		if ok {
			v, _ := n.Int()
			got = fmt.Sprint(v)
			if n.Last < len(d.Tokens) {
				got += " | " + c.text[d.Tokens[n.Last].Start():]
			}
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}
