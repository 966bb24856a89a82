package money

import (
	"strings"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Format prints the sum for readers of another language, with the digits, separators and symbol of a currency that
// golang.org/x/text has for it: ≈ $1,500,000 in English, 1.000–2.000 € in German. Numbers are exact and in full. A bound is
// ≥ or ≤, an approximation ≈; a sum without a number is the symbol alone. What the amount is per is Russian text and left
// out.
func (a Amount) Format(tag language.Tag) string {
	p := message.NewPrinter(tag)
	symbol := a.Currency.symbol(p)
	var sum string
	switch {
	case !a.Min.set && !a.Max.set:
		return symbol
	case !a.Max.set:
		sum = "≥ " + place(tag, symbol, a.Min.format(p))
	case !a.Min.set:
		sum = "≤ " + place(tag, symbol, a.Max.format(p))
	case a.Min != a.Max:
		sum = place(tag, symbol, a.Min.format(p)+"–"+a.Max.format(p))
	case a.Mod == Approx:
		sum = "≈ " + place(tag, symbol, a.Min.format(p))
	default:
		sum = place(tag, symbol, a.Min.format(p))
	}
	return sum
}

// symbol is the currency's symbol in the printer's language, else its code, else ¤.
func (c Currency) symbol(p *message.Printer) string {
	if unit, ok := c.Unit(); ok {
		return p.Sprint(currency.Symbol(unit))
	}
	if c == "" {
		return "¤"
	}
	return string(c)
}

// format prints a number in the printer's language. The printer knows no decimals of 19 digits, so it prints the digits before
// the point and those behind as two whole numbers.
func (d Decimal) format(p *message.Printer) string {
	whole, frac := d.digits()
	n, _ := ParseDecimal(whole)
	s := p.Sprint(number.Decimal(n.uint64()))
	if frac == "" {
		return s
	}
	f, _ := ParseDecimal(frac)
	digits := p.Sprint(number.Decimal(f.uint64(), number.NoSeparator(), number.MinIntegerDigits(len(frac))))
	return s + point(p) + digits
}

// uint64 is a whole number.
func (d Decimal) uint64() uint64 {
	n := d.coef
	for range d.exp {
		n *= 10
	}
	return n
}

// point is the decimal point of the printer's language: what it prints between two digits.
func point(p *message.Printer) string {
	zero := p.Sprint(number.Decimal(0))
	return strings.TrimSuffix(strings.TrimPrefix(p.Sprint(number.Decimal(0, number.Scale(1))), zero), zero)
}

// place puts the symbol where the language writes it; golang.org/x/text does not tell. Letters keep a space from the number.
func place(tag language.Tag, symbol, number string) string {
	const space = "\u00a0"
	base, _ := tag.Base()
	switch base.String() {
	case "en", "zh", "ja", "ko", "th", "hi", "id", "ms", "fil":
		if strings.TrimFunc(symbol, func(r rune) bool { return 'A' <= r && r <= 'Z' }) == "" {
			return symbol + space + number
		}
		return symbol + number
	case "nl", "pt", "sw":
		return symbol + space + number
	}
	return number + space + symbol
}
