// Package money finds amounts of money in Russian news text and reads them exactly.
//
//	doc := parse.Text("Контракт на $1,5–2 млрд подорожал почти на 300 млн рублей")
//	for _, m := range money.Find(doc) {
//		fmt.Println(m.Text, m.Min, m.Max, m.Currency, m.Mod) // $1,5–2 млрд 1500000000 2000000000 USD range …
//	}
//
// [Find] finds every amount of a text; [Parse] reads one whole expression and says where it fails. Both give an [Amount]:
// exact decimals ([Decimal], never floats), an ISO 4217 code ([Currency]), what makes it inexact ([Mod]) and what it is per.
// Amounts compare with ==, print the way newsrooms write ([Amount.String], which Parse reads back), print for other
// languages ([Amount.Format]), and survive JSON and text both ways.
//
// # What is found
//
// Numbers in digits with any separator, in words of any case, in both (2 млн 300 тыс.), joined to the currency
// (100-долларовая купюра); ranges (от 3 до 5 млн, 10–15, два-три миллиона), each member of a list (10, 20 и 30 рублей), and
// amounts with no number (миллионы рублей: both ends unset). Currencies by sign, by code, by name with the adjective or
// country that tells whose (шведских крон, долларов США), by slang, as minor units, which become the major one; all of ISO
// 4217, the main currencies of the past, the main cryptocurrencies. A currency left out is that of the sum before it in the
// sentence (15 млрд рублей, из которых 170 миллионов …), or behind it in a range or a list.
//
// The span covers the words that bound the amount or make it inexact (более чем на 5 млн, около, до), not other prepositions,
// and not a verb (превысил 5 млрд). After a word of growth or fall, до says where the sum went and bounds nothing.
// What an amount is per (за баррель, в месяц) is read from outside the span.
//
// # Whose currency
//
// рубль, доллар, фунт, марка and рупия mean Russia's, the United States', Britain's, Germany's and India's unless the words
// beside them or, but for the dollar, the countries the paragraph names say otherwise. крона, франк, лира, песо, динар and
// the like have no such reading: where neither tells, Currency is empty. Rubles of the past are RUB.
//
// # Limits
//
// An amount has no sign; a minus stays outside its span. A number that needs more than 19 digits, or that is only part of
// something else (10^400, 25.11.2022, a third of a million), is no amount rather than a wrong one. Words that mean other
// things first (сом, соль, марка) are money behind a scale, or where their country is named. A number without a currency
// takes none from another sentence.
package money
