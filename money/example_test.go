package money_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/svodka/svodka/money"
	"github.com/svodka/svodka/parse"
)

func ExampleFind() {
	doc := parse.Text("Мост подорожал с 35 до 48 млрд рублей. Билет обойдется не дороже полутора тысяч рублей.")
	for _, m := range money.Find(doc) {
		fmt.Printf("%d %d %s: %q %q %s %q\n", m.Start, m.End, m.Text, m.Min, m.Max, m.Currency, m.Mod)
	}
	// Output:
	// 31 33 35: "35000000000" "35000000000" RUB ""
	// 39 63 48 млрд рублей: "48000000000" "48000000000" RUB ""
	// 95 153 не дороже полутора тысяч рублей: "" "1500" RUB "max"
}

func ExampleFind_rate() {
	for _, m := range money.Find(parse.Text("Газ стоит 300 долларов за тысячу кубометров, вода — 40 рублей в месяц.")) {
		fmt.Println(m.Min, m.Currency, m.Per)
	}
	// Output:
	// 300 USD за тысячу кубометров
	// 40 RUB в месяц
}

func ExampleParse() {
	for _, s := range []string{"$200 млрд", "от 30 до 50 тыс. рублей", "полтора миллиона евро", "5 рублей 20 копеек"} {
		a, err := money.Parse(s)
		fmt.Println(a.Min, a.Max, a.Currency, err)
	}
	// Output:
	// 200000000000 200000000000 USD <nil>
	// 30000 50000 RUB <nil>
	// 1500000 1500000 EUR <nil>
	// 5.2 5.2 RUB <nil>
}

func ExampleParseError() {
	_, err := money.Parse("10 миллионов")
	var e *money.ParseError
	if errors.As(err, &e) {
		fmt.Println(e.Offset, e.Reason)
	}
	_, err = money.Parse("10^400 рублей")
	fmt.Println(err)
	// Output:
	// 21 no currency
	// money: "10^400 рублей" at byte 0: digits that are no number
}

func ExampleParseDecimal() {
	d, err := money.ParseDecimal("1500000.50")
	fmt.Println(d, err)
	fmt.Println(money.Decimal{}.IsSet(), d.Rat())
	// Output:
	// 1500000.5 <nil>
	// false 3000001/2
}

func ExampleDecimal_Float64() {
	a, _ := money.Parse("0,1 евро")
	fmt.Println(a.Min.Float64())
	// Output: 0.1 false
}

func ExampleAmount_String() {
	for _, s := range []string{"1 500 000 долларов", "около двадцати одной шведской кроны", "от 500 000 до миллиона рублей"} {
		a, _ := money.Parse(s)
		fmt.Println(a)
	}
	// Output:
	// $1,5 млн
	// около 21 шведской кроны
	// от 500 тыс. до 1 млн рублей
}

func ExampleAmount_Format() {
	a, _ := money.Parse("более 1,5 млн долларов")
	for _, tag := range []language.Tag{language.English, language.German, language.Hindi} {
		fmt.Println(a.Format(tag))
	}
	// Output:
	// ≥ $1,500,000
	// ≥ 1.500.000 $
	// ≥ $15,00,000
}

func ExampleMention_MarshalJSON() {
	b, _ := json.Marshal(money.Find(parse.Text("Штраф — до 5 тыс. рублей")))
	fmt.Println(string(b))
	// Output: [{"start":15,"end":42,"text":"до 5 тыс. рублей","min":null,"max":"5000","currency":"RUB","mod":"max","per":null}]
}

func ExampleCurrency_Unit() {
	unit, ok := money.Currency("RUB").Unit()
	fmt.Println(unit, ok)
	_, ok = money.Currency("BTC").Unit()
	fmt.Println(ok)
	// Output:
	// RUB true
	// false
}

func ExampleCurrency_Name() {
	fmt.Println(money.Currency("BYN").Name())
	fmt.Println(money.Currency("JPY").Digits())
	// Output:
	// белорусский рубль
	// 0 true
}
