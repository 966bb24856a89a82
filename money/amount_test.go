package money_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/money"
	"github.com/svodka/svodka/parse"
)

func decimal(t *testing.T, s string) money.Decimal {
	t.Helper()
	d, err := money.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDecimal(t *testing.T) {
	for _, c := range []struct{ in, out string }{
		{"0", "0"}, {"0.0", "0"}, {"00", "0"}, {"1", "1"}, {"1.0", "1"}, {"1.50", "1.5"}, {"100", "100"}, {"0.05", "0.05"}, {"007", "7"},
		{"1234567890123456789", "1234567890123456789"}, {"0.1234567890123456789", "0.1234567890123456789"},
		{"1000000000000000000", "1000000000000000000"}, {"123456789.0123456789", "123456789.0123456789"},
	} {
		if d := decimal(t, c.in); d.String() != c.out || !d.IsSet() {
			t.Errorf("%s: got %s, want %s", c.in, d, c.out)
		}
	}
	if decimal(t, "1.50") != decimal(t, "1.5") {
		t.Error("1.50 is not 1.5")
	}
	for _, c := range []struct {
		in     string
		offset int
	}{
		{"", 0}, {".5", 0}, {"5.", 0}, {"-1", 0}, {"1,5", 1}, {"1.5.2", 3}, {"1e5", 1}, {"12345678901234567890", 0}, {"123456789012345678901", 20},
		{"10000000000000000000", 0}, {"1234567890.1234567890123", 21}, {"0.00000000000000000001", 0},
	} {
		_, err := money.ParseDecimal(c.in)
		var e *money.ParseError
		if !errors.As(err, &e) || e.Offset != c.offset || e.Input != c.in {
			t.Errorf("%q: error %v, want one at %d", c.in, err, c.offset)
		}
	}
}

func TestDecimalCmp(t *testing.T) {
	order := []money.Decimal{{}, decimal(t, "0"), decimal(t, "0.05"), decimal(t, "0.5"), decimal(t, "1"), decimal(t, "1.05"), decimal(t, "20"), decimal(t, "1000000000000000000")}
	for i, a := range order {
		for j, b := range order {
			if got, want := a.Cmp(b), min(1, max(-1, i-j)); got != want {
				t.Errorf("%s against %s: %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestDecimalNumbers(t *testing.T) {
	for _, c := range []struct {
		in    string
		rat   *big.Rat
		float float64
		exact bool
	}{
		{"0.5", big.NewRat(1, 2), 0.5, true}, {"0.1", big.NewRat(1, 10), 0.1, false}, {"1500000", big.NewRat(1500000, 1), 1.5e6, true},
		{"9007199254740993", big.NewRat(9007199254740993, 1), 9007199254740992, false}, {"0", new(big.Rat), 0, true},
	} {
		d := decimal(t, c.in)
		f, exact := d.Float64()
		if d.Rat().Cmp(c.rat) != 0 || f != c.float || exact != c.exact {
			t.Errorf("%s: %v, %v %v", c.in, d.Rat(), f, exact)
		}
	}
	var unset money.Decimal
	if f, exact := unset.Float64(); unset.Rat() != nil || f != 0 || exact || unset.String() != "" || unset.IsSet() {
		t.Error("the zero Decimal is a number")
	}
}

func TestDecimalText(t *testing.T) {
	for _, d := range []money.Decimal{{}, decimal(t, "0"), decimal(t, "1.5")} {
		b, err := d.MarshalText()
		back := decimal(t, "7")
		if err != nil || back.UnmarshalText(b) != nil || back != d {
			t.Errorf("%s: text %q comes back as %s, %v", d, b, back, err)
		}
		b, err = json.Marshal(d)
		back = decimal(t, "7")
		if err != nil || json.Unmarshal(b, &back) != nil || back != d {
			t.Errorf("%s: JSON %s comes back as %s, %v", d, b, back, err)
		}
	}
	var d money.Decimal
	for _, s := range []string{`5`, `"x"`, `true`, `"1e3"`} {
		if json.Unmarshal([]byte(s), &d) == nil {
			t.Errorf("%s is read as %s", s, d)
		}
	}
}

func TestMod(t *testing.T) {
	for m := money.Exact; m <= money.Range; m++ {
		b, _ := m.MarshalText()
		var back money.Mod
		if err := back.UnmarshalText(b); err != nil || back != m {
			t.Errorf("%d: %q comes back as %d, %v", m, b, back, err)
		}
	}
	if s := money.Mod(200).String(); s != "" {
		t.Errorf("a value out of range prints %q", s)
	}
	if new(money.Mod).UnmarshalText([]byte("much")) == nil {
		t.Error("read an unknown mod")
	}
}

func TestCurrency(t *testing.T) {
	for _, c := range []struct {
		code   money.Currency
		name   string
		digits int
		unit   bool
	}{
		{"RUB", "рубль", 2, true}, {"SEK", "шведская крона", 2, true}, {"JPY", "иена", 0, true}, {"KWD", "кувейтский динар", 3, true},
		{"BTC", "биткоин", 8, false}, {"USDT", "USDT", 6, false}, {"XDR", "XDR", -1, true}, {"QQQ", "QQQ", -1, false}, {"", "", -1, false},
	} {
		unit, ok := c.code.Unit()
		digits, has := c.code.Digits()
		if c.code.Name() != c.name || has != (c.digits >= 0) || has && digits != c.digits || ok != c.unit || ok && unit.String() != c.code.String() {
			t.Errorf("%s: %q, %d %v, %v %v", c.code, c.code.Name(), digits, has, unit, ok)
		}
	}
	var c money.Currency
	for _, s := range []string{"rub", "RU", "RUBLE", "R B", "РУБ"} {
		if c.UnmarshalText([]byte(s)) == nil {
			t.Errorf("%q is read as %s", s, c)
		}
	}
}

func TestJSON(t *testing.T) {
	found := money.Find(parse.Text("От 3 до 5 тыс. рублей в месяц; несколько крон; более $1,5 млн"))
	want := []string{
		`{"start":0,"end":34,"text":"От 3 до 5 тыс. рублей","min":"3000","max":"5000","currency":"RUB","mod":"range","per":"в месяц"}`,
		`{"start":50,"end":77,"text":"несколько крон","min":null,"max":null,"currency":null,"mod":null,"per":null}`,
		`{"start":79,"end":101,"text":"более $1,5 млн","min":"1500000","max":null,"currency":"USD","mod":"min","per":null}`,
	}
	if len(found) != len(want) {
		t.Fatalf("found %v", found)
	}
	for i, m := range found {
		b, err := json.Marshal(m)
		if err != nil || string(b) != want[i] {
			t.Errorf("got %s, %v, want %s", b, err, want[i])
		}
		var back money.Mention
		if err := json.Unmarshal(b, &back); err != nil || back != m {
			t.Errorf("%s comes back as %+v, %v", b, back, err)
		}
		b, err = json.Marshal(m.Amount)
		if amount := "{" + want[i][strings.Index(want[i], `"min"`):]; err != nil || string(b) != amount {
			t.Errorf("got %s, %v, want %s", b, err, amount)
		}
		var a money.Amount
		if err := json.Unmarshal(b, &a); err != nil || a != m.Amount {
			t.Errorf("%s comes back as %+v, %v", b, a, err)
		}
	}
	for _, s := range []string{`{"min":5}`, `{"currency":"rub"}`, `{"mod":"much"}`, `[]`, `{"per":1}`, `{"min":"5","max":"3"}`} {
		var a money.Amount
		var m money.Mention
		if json.Unmarshal([]byte(s), &a) == nil || json.Unmarshal([]byte(s), &m) == nil {
			t.Errorf("%s is read as %+v", s, a)
		}
	}
}

func TestString(t *testing.T) {
	for _, c := range []struct{ in, out string }{
		{"полтора миллиарда долларов", "$1,5 млрд"}, {"3 миллиона фунтов", "£3 млн"}, {"5000 евро", "€5000"}, {"500 000 рублей", "500 тыс. рублей"},
		{"12 500 рублей", "12,5 тыс. рублей"}, {"12 345 рублей", "12 345 рублей"}, {"1500 рублей", "1500 рублей"}, {"1 235 млн рублей", "1,235 млрд рублей"},
		{"1 рубль", "1 рубль"}, {"2 рубля", "2 рубля"}, {"5 рублей", "5 рублей"}, {"11 рублей", "11 рублей"}, {"21 рубль", "21 рубль"}, {"112 рублей", "112 рублей"},
		{"0,5 рубля", "0,5 рубля"}, {"более 21 рубля", "не менее 21 рубля"}, {"от 5 рублей", "не менее 5 рублей"}, {"до 3 рублей", "не более 3 рублей"}, {"2 шведские кроны", "2 шведских кроны"},
		{"1,5 шведской кроны", "1,5 шведской кроны"}, {"21 белорусский рубль", "21 белорусский рубль"}, {"2 млн дирхамов", "2 млн дирхамов ОАЭ"},
		{"от 30 до 50 тыс. рублей", "30–50 тыс. рублей"}, {"от 500 тыс. до 1 млн рублей", "от 500 тыс. до 1 млн рублей"}, {"$3–4 млрд", "$3–4 млрд"},
		{"от 2 долларов до 3 млн долларов", "от 2 долларов США до 3 млн долларов США"}, {"около 5 евро за штуку", "около €5 за штуку"},
		{"несколько рублей", "несколько рублей"}, {"около нескольких рублей", "около нескольких рублей"}, {"более нескольких рублей", "не менее нескольких рублей"},
		{"до нескольких рублей", "не более нескольких рублей"}, {"от нескольких до нескольких рублей", "от нескольких до нескольких рублей"},
		{"5 крон", "5 ¤"}, {"5 млн XDR", "5 млн XDR"}, {"50 руб./кг", "50 рублей/кг"}, {"0,123 рубля", "0,1230 рубля"}, {"0,5 BTC", "0,5 биткоина"},
		{"1234567890123456789 рублей", "1 234 567 890 123 456 789 рублей"},
	} {
		a, err := money.Parse(c.in)
		if got := strings.ReplaceAll(a.String(), "\u00a0", " "); err != nil || got != c.out {
			t.Errorf("%s prints %q, %v, want %q", c.in, got, err, c.out)
		}
		roundTrip(t, a)
	}
	if s := (money.Amount{}).String(); s != "" {
		t.Errorf("the zero Amount prints %q", s)
	}
}

func TestAmountText(t *testing.T) {
	for _, s := range []string{"", "$5 млн", "от 3 до 5 крон"} {
		var a, back money.Amount
		if err := a.UnmarshalText([]byte(s)); err != nil {
			t.Fatal(err)
		}
		if b, err := a.MarshalText(); err != nil || back.UnmarshalText(b) != nil || back != a {
			t.Errorf("%q: %q comes back as %+v, %v", s, b, back, err)
		}
	}
	if new(money.Amount).UnmarshalText([]byte("много")) == nil {
		t.Error("много is an amount")
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct {
		in     string
		offset int
		reason string
	}{
		{"", 0, "no text"}, {" \n", 2, "no text"}, {"рубли", 0, "no number"}, {"  рубли", 2, "no number"}, {"10 миллионов", 21, "no currency"}, {"5 человек", 2, "no currency"},
		{"5", 1, "no currency"}, {"10^400 рублей", 0, "digits that are no number"}, {"25.11.2022 рублей", 0, "digits that are no number"},
		{"F-35", 2, "digits that are no number"}, {"99999999999999999999 рублей", 0, "number of more than 19 digits"},
		{"ровно 1 000 000 000 000 000 000 000 рублей", 11, "number of more than 19 digits"}, {"сто квинтиллионов рублей", 0, "number of more than 19 digits"},
		{"за 5 рублей", 0, "words before the amount"}, {"5 рублей и 10 долларов", 18, "a second amount"}, {"5 рублей на ремонт", 15, "words behind the amount"},
		{"5 рублей.", 14, "words behind the amount"}, {"$5 рублей", 3, "a second currency"}, {"$5 млрд евро", 12, "a second currency"},
		{"US$5 австралийских долларов", 32, "a second currency"}, {"€5 центов", 5, "a second currency"}, {"SEK 5 норвежских крон", 27, "a second currency"},
	} {
		a, err := money.Parse(c.in)
		var e *money.ParseError
		if !errors.As(err, &e) || e.Offset != c.offset || e.Reason != c.reason || e.Input != c.in {
			t.Errorf("%q: %v, %v, want %q at %d", c.in, a, err, c.reason, c.offset)
		}
	}
	_, err := money.Parse("5 гусей")
	if want := `money: "5 гусей" at byte 2: no currency`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// Parse takes words to mean money that Find passes over, and white space around.
func TestParse(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"  $5\n", "5 USD"}, {"5 марок", "5 DEM"}, {"5 сомов", "5 KGS"}, {"100 TOP", "100 TOP"}, {"PHP 7", "7 PHP"}, {"10-рублевая монета", "10 RUB"},
		{"200 фунтов", "200 GBP"}, {"$5 за видео о еже", "5 USD {за видео о еже}"}, {"5 млн рублей ежегодно", "5000000 RUB {ежегодно}"}, {"более 5 крон", "≥5 ¤"},
		{"$5 долларов", "5 USD"}, {"$5 канадских долларов", "5 CAD"}, {"C$5 долларов", "5 CAD"}, {"¥5 юаней", "5 CNY"}, {"XAF 5 франков", "5 XAF"}, {"₽5 руб.", "5 RUB"},
	} {
		a, err := money.Parse(c.in)
		if err != nil || show(a) != c.want {
			t.Errorf("%q: %s, %v, want %s", c.in, show(a), err, c.want)
		}
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct{ in, tag, want string }{
		{"$1,5 млн", "en", "$1,500,000"}, {"$1,5 млн", "ru", "1 500 000 $"}, {"$1,5 млн", "de", "1.500.000 $"}, {"$1,5 млн", "und", "US$1,500,000"},
		{"от 30 до 50 тыс. рублей", "en", "RUB 30,000–50,000"}, {"от 30 до 50 тыс. рублей", "ru", "30 000–50 000 ₽"},
		{"около 0,05 евро", "en", "≈ €0.05"}, {"около 0,05 евро", "nl", "≈ € 0,05"}, {"более 5 млн шведских крон", "sv", "≥ 5 000 000 kr"},
		{"до 5 млн иен", "ja", "≤ ￥5,000,000"}, {"0,05 BTC", "en", "BTC 0.05"}, {"1234567890123456789 рублей", "de", "1.234.567.890.123.456.789 RUB"},
		{"123456789,0123456789 евро", "fr", "123 456 789,0123456789 €"}, {"$1234567,5", "hi", "$12,34,567.5"}, {"500 $", "ar", "٥٠٠ US$"},
		{"несколько рублей", "ru", "₽"}, {"5 крон", "en", "¤5"}, {"$80 за баррель", "en", "$80"},
	} {
		a, err := money.Parse(c.in)
		got := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(a.Format(language.MustParse(c.tag)))
		if err != nil || got != c.want {
			t.Errorf("%s in %s: got %q, %v, want %q", c.in, c.tag, got, err, c.want)
		}
	}
}

func TestFindAllocates(t *testing.T) {
	if golden.Race {
		t.Skip("pools forget under the race detector")
	}
	for name, text := range golden.Articles(t) {
		doc := parse.Text(text)
		if n := testing.AllocsPerRun(100, func() { money.Find(doc) }); n > 1 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
	doc := parse.Text("Ни рубля за 500 дней в 2022 году.")
	if n := testing.AllocsPerRun(100, func() { money.Find(doc) }); n > 0 {
		t.Errorf("%v allocations for nothing", n)
	}
}

// What is written without end takes time in proportion.
func TestFindLinear(t *testing.T) {
	for _, s := range []string{"5 рублей ", "до 5 ", "5, ", "5-", "миллионов ", "10 центов, ", "5 (5 рублей ", "белорусских рублей 5 ", "5 млн и ", "от 5 до ", "за 5 рублей за "} {
		check(t, strings.Repeat(s, 2000))
	}
}
