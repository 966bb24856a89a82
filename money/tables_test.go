package money

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/numeral"
	"github.com/svodka/svodka/parse"
)

// listOne is every code of ISO 4217's list one as published by SIX on 2026-01-01.
const listOne = `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR
MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF
XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG`

func TestTablesInOrder(t *testing.T) {
	if !slices.IsSortedFunc(nouns[:], func(a, b noun) int { return cmp.Compare(a.name, b.name) }) {
		t.Error("nouns are out of order")
	}
	if !slices.IsSortedFunc(signs[:], func(a, b sign) int { return cmp.Compare(a.r, b.r) }) {
		t.Error("signs are out of order")
	}
	for i := range codes {
		if i > 0 && codes[i-1].code >= codes[i].code {
			t.Errorf("code %s is out of order", codes[i].code)
		}
	}
	for _, code := range strings.Fields(listOne) {
		if known(code) == "" {
			t.Errorf("no %s", code)
		}
	}
	for _, code := range strings.Fields(wordlike) {
		if known(code) == "" {
			t.Errorf("wordlike %s is no code", code)
		}
	}
}

// found holds what Find makes of a text against one amount and the words it covers.
func found(t *testing.T, text, words string, want Amount) {
	t.Helper()
	m := Find(parse.Text(text))
	if len(m) != 1 || m[0].Text != words || m[0].Amount != want {
		t.Errorf("%s: found %v (%+v), want %q %+v", text, m, m, words, want)
	}
}

func plain(s string, c Currency) Amount {
	d, err := ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	return Amount{Min: d, Max: d, Currency: c}
}

func TestCodes(t *testing.T) {
	for _, x := range codes {
		found(t, "дали 5 млн "+x.code+" сразу", "5 млн "+x.code, plain("5000000", Currency(x.code)))
		found(t, "дали "+x.code+" 5 млн сразу", x.code+" 5 млн", plain("5000000", Currency(x.code)))
		if isWordlike(x.code) {
			if m := Find(parse.Text("код 50 " + x.code + ", " + x.code + " 7")); len(m) > 0 {
				t.Errorf("found %v", m)
			}
		}
	}
}

func TestSigns(t *testing.T) {
	for _, s := range signs {
		want := codeOf(lex.Code(s.value))
		if n := nounOf(lex.Code(s.value)); n != nil {
			want = known(n.usual)
		}
		number := "500"
		if s.minor {
			number = "5"
		}
		found(t, "цена "+string(s.r)+"500 сразу", string(s.r)+"500", plain(number, want))
		found(t, "цена 500 "+string(s.r)+" сразу", "500 "+string(s.r), plain(number, want))
	}
}

func TestDollars(t *testing.T) {
	for letters, code := range map[string]Currency{"US": "USD", "C": "CAD", "CA": "CAD", "Can": "CAD", "A": "AUD", "AU": "AUD", "HK": "HKD", "NZ": "NZD", "S": "SGD",
		"SG": "SGD", "NT": "TWD", "TW": "TWD", "J": "JMD", "JA": "JMD", "BZ": "BZD", "R": "BRL", "MX": "MXN", "Mex": "MXN"} {
		found(t, "цена "+letters+"$5 млн", letters+"$5 млн", plain("5000000", code))
		found(t, "цена 5 млн "+letters+"$", "5 млн "+letters+"$", plain("5000000", code))
	}
}

// forms are the different forms of a lexeme that have all of want.
func forms(l lex.Lemma, want lex.Gram) (out []string) {
	for _, f := range l.Forms() {
		if f.Gram&want == want && !slices.Contains(out, f.Text) {
			out = append(out, f.Text)
		}
	}
	return out
}

// value is the currency and the factor a word of words/currency.txt has alone.
func alone(l lex.Lemma) (c Currency, number string) {
	v, small := l.Value(lex.Minor)
	if x, ok := l.Value(lex.Currency); ok {
		v, small = x, false
	}
	c = codeOf(int32(v))
	if n := nounOf(int32(v)); n != nil {
		c = known(n.usual)
	}
	if !small {
		return c, "5000000"
	}
	switch {
	case l.String() == "цзяо":
		return c, "500000"
	case int32(v) == lex.Code("fil") || c == "TND":
		return c, "5000"
	case c == "BTC":
		return c, "0.05"
	}
	return c, "50000"
}

func TestCurrencyWords(t *testing.T) {
	for _, l := range lex.Lemmas(lex.Currency | lex.Minor) {
		if l.Class()&lex.CurrencyAdj != 0 {
			continue
		}
		want := lex.Gram(0)
		if l.Class()&lex.Currency != 0 {
			if v, _ := l.Value(lex.Currency); is(int32(v), slang) {
				want = lex.Plur | lex.Gen
			}
		}
		c, number := alone(l)
		for _, form := range forms(l, want) {
			m := Find(parse.Text("дали 5 млн " + form + "!"))
			if len(m) != 1 || m[0].Text != "5 млн "+form || m[0].Amount != plain(number, c) {
				t.Errorf("%s (%s): %+v, want %s %s", form, l, m, number, c)
			}
		}
	}
}

func TestCurrencyAdjectives(t *testing.T) {
	for _, l := range lex.Lemmas(lex.CurrencyAdj) {
		v, _ := l.Value(lex.CurrencyAdj)
		c := codeOf(int32(v))
		if n := nounOf(int32(v)); n != nil {
			c = known(n.usual)
		}
		_, banknote := numeral.Value{}, int32(v) == lex.Code("bil")
		for _, form := range forms(l, lex.Adj) {
			n := "50"
			switch {
			case l.Class()&lex.Minor != 0:
				n = "0.5"
			case banknote:
				x, _, _ := numeral.Joined(form)
				d, _ := newDecimal(x.Coef, x.Exp)
				found(t, "дали "+form+" купюру", form, Amount{Min: d, Max: d, Currency: c})
				continue
			case strings.HasPrefix(form, "сто"):
				continue
			}
			found(t, "дали 50-"+form+" штуку", "50-"+form, plain(n, c))
			found(t, "дали пятидесяти"+form+" штуку", "пятидесяти"+form, plain(n, c))
		}
	}
	found(t, "дали стодолларовую купюру", "стодолларовую", plain("100", "USD"))
}

func TestBanknotes(t *testing.T) {
	for _, l := range lex.Lemmas(lex.Banknote) {
		for _, form := range forms(l, lex.Plur|lex.Ins) {
			found(t, "платил тысячными "+form, "тысячными", plain("1000", "RUB"))
		}
	}
}

// adjectives are the genitive plurals of the adjectives of a country.
func adjectives(country int32) (out []string) {
	for _, l := range lex.Lemmas(lex.Country) {
		if v, _ := l.Value(lex.Country); int32(v) == country {
			out = append(out, forms(l, lex.Adj|lex.Plur|lex.Gen)...)
		}
	}
	return out
}

// Every currency of a shared noun is told by every adjective of its country, before the noun and behind, and by the country
// elsewhere in the paragraph.
func TestWhose(t *testing.T) {
	for _, l := range lex.Lemmas(lex.Currency) {
		v, _ := l.Value(lex.Currency)
		n := nounOf(int32(v))
		if n == nil || n.traits&slang != 0 || l.Class()&lex.CurrencyAdj != 0 {
			continue
		}
		for _, code := range strings.Fields(n.codes) {
			list := adjectives(lex.Code(code[:2]))
			if len(list) == 0 {
				t.Errorf("%s: no adjective for %s", l, code)
			}
			number := "5000000"
			if n.name == "shl" && code == "GBP" {
				number = "250000"
			}
			for _, noun := range forms(l, lex.Noun|lex.Plur|lex.Gen) {
				for _, adj := range list {
					found(t, "дали 5 млн "+adj+" "+noun+"!", "5 млн "+adj+" "+noun, plain(number, Currency(code)))
					found(t, "дали 5 млн "+noun+" "+adj+"!", "5 млн "+noun+" "+adj, plain(number, Currency(code)))
					if n.traits&near != 0 && code != "RUB" {
						found(t, "нашли у "+adj+" властей 5 млн "+noun, "5 млн "+noun, plain(number, Currency(code)))
					}
				}
			}
		}
	}
}

// A noun said with its country is the same in the whole paragraph, but for the dollar.
func TestSpread(t *testing.T) {
	for _, l := range lex.Lemmas(lex.Currency) {
		v, _ := l.Value(lex.Currency)
		n := nounOf(int32(v))
		if n == nil || n.traits&slang != 0 || l.Class()&lex.CurrencyAdj != 0 || n.name == "shl" {
			continue
		}
		code := n.codes[len(n.codes)-3:]
		if n.name == "dol" {
			code = "CAD"
		}
		for _, noun := range forms(l, lex.Noun|lex.Plur|lex.Gen) {
			m := Find(parse.Text("Дали 5 млн " + adjectives(lex.Code(code[:2]))[0] + " " + noun + ". Потом еще 3 млн " + noun + "."))
			want := Currency(code)
			if n.name == "dol" {
				want = "USD"
			}
			if len(m) != 2 || m[1].Currency != want {
				t.Errorf("%s: %v", noun, m)
			}
		}
	}
}

func TestNames(t *testing.T) {
	for _, x := range codes {
		c := Currency(x.code)
		for _, n := range []string{"0", "0.5", "1", "2", "5", "11", "21", "22", "112", "1500", "12345", "5000000"} {
			a := plain(n, c)
			for _, b := range []Amount{a, {Min: a.Min, Max: a.Max, Currency: c, Mod: Approx}, {Min: a.Min, Currency: c, Mod: AtLeast}, {Max: a.Max, Currency: c, Mod: AtMost}, {Currency: c}} {
				if got, err := Parse(b.String()); err != nil || got != b {
					t.Errorf("%s: %+v prints %q, which parses to %+v, %v", x.code, b, b, got, err)
				}
			}
		}
	}
}

func TestNumberWords(t *testing.T) {
	for _, l := range lex.Lemmas(lex.Cardinal) {
		v, _ := l.Value(lex.Cardinal)
		for _, form := range forms(l, 0) {
			m := Find(parse.Text("дали " + form + " тысяч рублей"))
			if len(m) != 1 || m[0].Text != form+" тысяч рублей" || m[0].Min != plain("1000", "").Min.times(v) {
				t.Errorf("%s: %+v", form, m)
			}
		}
	}
	for _, l := range lex.Lemmas(lex.Scale) {
		v, _ := l.Value(lex.Scale)
		for _, form := range forms(l, 0) {
			text := "5 " + form
			want, _ := newDecimal(5, v)
			if l.Class()&lex.Fraction != 0 {
				text, want = form, Decimal{5, int8(v - 1), true}
			}
			m := Find(parse.Text("дали " + text + " рублей"))
			if len(m) != 1 || m[0].Text != text+" рублей" || m[0].Min != want {
				t.Errorf("%s: %+v", text, m)
			}
		}
	}
	for _, l := range lex.Lemmas(lex.LooseScale) {
		v, _ := l.Value(lex.LooseScale)
		want, _ := newDecimal(5, v)
		for _, form := range forms(l, 0) {
			found(t, "дали 5"+form+" рублей", "5"+form+" рублей", Amount{Min: want, Max: want, Currency: "RUB"})
			if m := Find(parse.Text("дали 5 " + form + " рыбы за 3 рубля")); len(m) != 1 {
				t.Errorf("%s: %v", form, m)
			}
		}
	}
	for _, l := range lex.Lemmas(lex.Vague) {
		for _, form := range forms(l, 0) {
			if m := Find(parse.Text("дали " + form + " миллионов рублей")); len(m) != 1 || m[0].Text != form+" миллионов рублей" {
				t.Errorf("%s: %v", form, m)
			}
		}
	}
}

// times is n times a number.
func (d Decimal) times(n int) Decimal {
	d, _ = newDecimal(d.coef*uint64(n), int(d.exp))
	return d
}

func TestRateWords(t *testing.T) {
	for _, l := range lex.Lemmas(lex.Rate) {
		v, _ := l.Value(lex.Rate)
		per := func(preposition string, gram lex.Gram) {
			t.Helper()
			for _, form := range forms(l, gram) {
				a := plain("500", "RUB")
				a.Per = preposition + " " + form
				found(t, "дали 500 рублей "+a.Per+", потом еще", "500 рублей", a)
			}
		}
		if v == rateEvery {
			a := plain("500", "RUB")
			a.Per = l.String()
			found(t, "дали 500 рублей "+a.Per, "500 рублей", a)
			found(t, "дали "+a.Per+" 500 рублей", "500 рублей", a)
		}
		accusative := lex.Noun | lex.Acc
		if forms(l, accusative|lex.Sing) != nil {
			accusative |= lex.Sing
		}
		if v&rateTime != 0 {
			per("в", accusative)
		}
		if v&rateThing != 0 {
			per("за", accusative)
		}
		if v&rateShare != 0 {
			per("на", accusative)
			per("с", lex.Noun|lex.Sing|lex.Gen)
		}
	}
}

func TestContextWords(t *testing.T) {
	for _, l := range lex.Lemmas(lex.Change) {
		found(t, "решили "+l.String()+" до 5 рублей", "5 рублей", plain("5", "RUB"))
	}
	for _, l := range lex.Lemmas(lex.TakesFrom) {
		found(t, "решили "+l.String()+" от 5 рублей", "5 рублей", plain("5", "RUB"))
	}
	for _, l := range lex.Lemmas(lex.Worth) {
		if m := Find(parse.Text(l.String() + " в 3 млн и еще 5 рублей")); len(m) != 2 || m[0].Amount != plain("3000000", "RUB") {
			t.Errorf("%s: %v", l, m)
		}
	}
}
