package money_test

import (
	"fmt"
	"math/big"

	"github.com/svodka/svodka/money"
	"github.com/svodka/svodka/parse"
)

// A program that sums up what a text says will be spent, by currency. Only sums that are known count: neither bounds nor rates.
func Example() {
	const text = `На дороги потратят 9 млрд рублей, на школы — 3,5 млрд, на музей — 250 млн рублей.
Партнеры из Астаны вложат $120 млн и полтора миллиона евро.
Проезд подорожает до 40 рублей, а на премии уйдет не более 15 млн рублей в год.`

	sum := map[money.Currency]*big.Rat{}
	for _, m := range money.Find(parse.Text(text)) {
		if m.Min != m.Max || !m.Min.IsSet() || m.Per != "" {
			continue
		}
		if sum[m.Currency] == nil {
			sum[m.Currency] = new(big.Rat)
		}
		sum[m.Currency].Add(sum[m.Currency], m.Min.Rat())
	}
	for _, c := range []money.Currency{"EUR", "RUB", "USD"} {
		fmt.Println(sum[c].FloatString(0), c)
	}
	// Output:
	// 1500000 EUR
	// 12750000040 RUB
	// 120000000 USD
}
