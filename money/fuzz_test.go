package money_test

import (
	"encoding/json"
	"math/big"
	"slices"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/money"
	"github.com/svodka/svodka/parse"
)

// What an amount prints, Parse reads back to the same value.
func roundTrip(t *testing.T, a money.Amount) {
	t.Helper()
	got, err := money.Parse(a.String())
	if err != nil || got != a {
		t.Errorf("%#v prints %q, which parses to %#v, %v", a, a, got, err)
	}
}

// sayable tells whether the fields are as Find sets them, and say something.
func sayable(a money.Amount) bool {
	switch {
	case a == money.Amount{Per: a.Per}:
		return false
	case a.Min.IsSet() != a.Max.IsSet():
		return a.Mod == money.AtLeast && a.Min.IsSet() || a.Mod == money.AtMost && a.Max.IsSet()
	case !a.Min.IsSet():
		return true
	case a.Mod == money.Range:
		return a.Min.Cmp(a.Max) < 0
	}
	return a.Min == a.Max && a.Mod <= money.Approx
}

var pers = []string{"", "", "", "за баррель", "в месяц", "на человека", "за тысячу кубометров", "ежегодно", "/кг", "за килограмм живого веса", "за квадратный метр в год", "/$", "/м³"}

func FuzzAmountStringParse(f *testing.F) {
	f.Add("1500000", "1500000", "RUB", uint8(0), uint8(0))
	f.Add("2", "3000000", "USD", uint8(4), uint8(1))
	f.Add("0.123", "0.124", "SEK", uint8(4), uint8(0))
	f.Add("", "1", "BYN", uint8(3), uint8(2))
	f.Add("1234567890123456789", "", "EUR", uint8(2), uint8(3))
	f.Add("", "", "", uint8(1), uint8(7))
	f.Add("21", "21", "AED", uint8(1), uint8(8))
	f.Add("1001000", "10000001", "", uint8(4), uint8(6))
	f.Add("1001000", "1100000", "RUB", uint8(4), uint8(0))
	f.Fuzz(func(t *testing.T, lo, hi, code string, mod, per uint8) {
		a := money.Amount{Mod: money.Mod(mod % 5), Per: pers[int(per)%len(pers)]}
		var err error
		if a.Currency, err = knownCode(code); err != nil {
			t.Skip()
		}
		if a.Min.UnmarshalText([]byte(lo)) != nil || a.Max.UnmarshalText([]byte(hi)) != nil || !sayable(a) {
			t.Skip()
		}
		roundTrip(t, a)
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"$200 млрд", "от 30 до 50 тыс. рублей", "полтора миллиона евро в год", "5 руб. 20 коп.", "10^400 рублей", "сто с лишним крон"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := money.Parse(s)
		if err != nil {
			if e := err.(*money.ParseError); e.Offset < 0 || e.Offset > len(s) {
				t.Errorf("%q: offset %d", s, e.Offset)
			}
			return
		}
		if sayable(a) {
			roundTrip(t, a)
		} else if a != (money.Amount{Per: a.Per}) {
			t.Errorf("%q parses to %#v, which cannot be said", s, a)
		}
	})
}

// check holds a text's mentions to what is promised of them.
func check(t *testing.T, text string) {
	t.Helper()
	doc := parse.Text(text)
	found := money.Find(doc)
	end := 0
	for _, m := range found {
		if m.Start < end || m.End <= m.Start || m.End > len(text) {
			t.Fatalf("%q: span %v behind %d", text, m.Span, end)
		}
		if m.Text != m.In(text) || utf8.ValidString(text) && !utf8.ValidString(m.Text) {
			t.Errorf("%q: text %q", text, m.Text)
		}
		if !sayable(m.Amount) && m.Amount != (money.Amount{Per: m.Per}) {
			t.Errorf("%q: %#v", text, m)
		}
		end = m.End
	}
	if !slices.Equal(found, money.Find(doc)) {
		t.Errorf("%q: found differently the second time", text)
	}
	b, err := json.Marshal(found)
	var back []money.Mention
	if err == nil {
		err = json.Unmarshal(b, &back)
	}
	if utf8.ValidString(text) && (err != nil || !slices.Equal(found, back)) {
		t.Errorf("%q: %s comes back as %v, %v", text, b, back, err)
	}
}

func FuzzFind(f *testing.F) {
	for _, text := range golden.Articles(f) {
		f.Add(text)
	}
	f.Add("от 5 до 10, 20 и 30 млн руб. 20 коп. (около $1 — 1,5 млрд) за баррель")
	f.Add("двух-трех тысяч «баксов», до 1½ 10^400 €5 за $1/кг")
	f.Add("0$0 5 USD 10")
	f.Fuzz(check)
}

// FuzzAmountJSON reads hostile JSON and text: what is read is written as it was read.
func FuzzAmountJSON(f *testing.F) {
	for _, s := range []string{
		`{"start":0,"end":9,"text":"5 рублей","min":"5","max":"5","currency":"RUB","mod":null,"per":null}`, `{"min":"0.10","max":null,"mod":"min"}`,
		`{"min":"1e5"}`, `{"min":-1}`, `{"currency":"rub"}`, `{"mod":"?"}`, `{"per":""}`, `{"min":"99999999999999999999"}`, `null`, `[]`, `{"min":"2","max":"1","mod":"range"}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var a money.Amount
		if a.UnmarshalText(b) == nil {
			if text, err := a.MarshalText(); err != nil {
				t.Errorf("%q is read as %#v: %v", b, a, err)
			} else if back := (money.Amount{}); sayable(a) && (back.UnmarshalText(text) != nil || back != a) {
				t.Errorf("%q is read as %#v, written %q, read as %#v", b, a, text, back)
			}
		}
		var m, back money.Mention
		if json.Unmarshal(b, &m) != nil {
			return
		}
		c, err := json.Marshal(m)
		if err == nil {
			err = json.Unmarshal(c, &back)
		}
		if err != nil || back != m {
			t.Errorf("%s is read as %#v and comes back as %#v, %v", b, m, back, err)
		}
		_ = m.Amount.String()
		_ = m.Amount.Format(language.Russian)
	})
}

// FuzzDecimal holds decimals against big.Rat.
func FuzzDecimal(f *testing.F) {
	for _, s := range []string{"0", "1500000", "0.5", "1.50", "00.10", "9999999999999999999", "0.0000000000000000001", "1.", ".1", "1.2.3", "18446744073709551616"} {
		f.Add(s, "1")
	}
	f.Fuzz(func(t *testing.T, s, other string) {
		d, err := money.ParseDecimal(s)
		if err != nil {
			if e := err.(*money.ParseError); e.Offset < 0 || e.Offset > len(s) || d.IsSet() {
				t.Errorf("%q: %v, %v", s, d, err)
			}
			return
		}
		r, ok := new(big.Rat).SetString(s)
		if !ok || d.Rat().Cmp(r) != 0 {
			t.Fatalf("%q is %v, not %v", s, d, r)
		}
		if back, err := money.ParseDecimal(d.String()); err != nil || back != d {
			t.Errorf("%q prints %q, which is %v, %v", s, d, back, err)
		}
		want, exact := r.Float64()
		if got, e := d.Float64(); got != want || e != exact {
			t.Errorf("%q as a float64 is %v, %v", s, got, e)
		}
		if e, err := money.ParseDecimal(other); err == nil && (d.Cmp(e) != r.Cmp(e.Rat()) || (d == e) != (d.Cmp(e) == 0)) {
			t.Errorf("%q and %q: %d, equal values: %v", s, other, d.Cmp(e), d == e)
		}
	})
}

// knownCode is a code that has a place in the package's tables, or none.
func knownCode(s string) (c money.Currency, err error) {
	if err = c.UnmarshalText([]byte(s)); err != nil || s == "" {
		return c, err
	}
	a, err := money.Parse("5 млн " + s)
	if err == nil && a.Currency != c {
		err = &money.ParseError{Input: s}
	}
	return c, err
}
