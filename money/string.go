package money

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// String prints the amount the way Russian newsrooms do: $1,5 млрд; от 500 тыс. до 1 млн рублей; около 21 шведской кроны;
// не менее 80 рублей за литр. [Parse] reads it back to the same value, if the fields are as Find sets them. An amount with no
// number is несколько рублей, an unsettled currency ¤. The zero Amount is "".
func (a Amount) String() string {
	if a == (Amount{}) {
		return ""
	}
	p := printer{amount: a}
	p.sum()
	if a.Per != "" {
		if !strings.HasPrefix(a.Per, "/") {
			p.WriteByte(' ')
		}
		p.WriteString(a.Per)
	}
	return p.String()
}

// A printer writes an amount. A genitive word has come before the number where gen is set.
type printer struct {
	amount Amount
	gen    bool
	strings.Builder
}

func (p *printer) word(s string) {
	p.WriteString(s)
	p.gen = true
}

// sum writes all but what it is per.
func (p *printer) sum() {
	a := &p.amount
	switch {
	case !a.Min.set && !a.Max.set:
		p.few()
	case !a.Max.set:
		p.word("не менее ")
		p.single(a.Min)
	case !a.Min.set:
		p.word("не более ")
		p.single(a.Max)
	case a.Min != a.Max:
		p.ends(a.Min, a.Max)
	default:
		if a.Mod == Approx {
			p.word("около ")
		}
		p.single(a.Min)
	}
}

// few writes an amount with no number.
func (p *printer) few() {
	switch p.amount.Mod {
	case Exact:
		p.WriteString("несколько ")
	case Approx:
		p.WriteString("около нескольких ")
	case AtLeast:
		p.WriteString("не менее нескольких ")
	case AtMost:
		p.WriteString("не более нескольких ")
	default:
		p.WriteString("от нескольких до нескольких ")
	}
	p.WriteString(inflect(p.amount.Currency, many))
}

// single writes a number with its currency.
func (p *printer) single(d Decimal) {
	n := numberOf(d)
	p.WriteString(p.amount.Currency.sign())
	p.WriteString(n.digits + n.scale)
	p.unit(n)
}

// ends writes a range: with a dash where both ends have one scale. A scale behind the second end alone would be the first
// one's too, so that both get the currency's name: от 2 рублей до 3 млн рублей.
func (p *printer) ends(lo, hi Decimal) {
	x, y, c := numberOf(lo), numberOf(hi), p.amount.Currency
	switch {
	case x.scale == y.scale:
		p.WriteString(c.sign() + x.digits + "–" + y.digits + y.scale)
		p.unit(y)
	case x.scale == "":
		p.WriteString("от " + x.digits + "\u00a0" + inflect(c, x.form(true)) + " до " + y.digits + y.scale + "\u00a0" + inflect(c, many))
	default:
		p.word("от ")
		p.WriteString(c.sign() + x.digits + x.scale + " до " + c.sign() + y.digits + y.scale)
		p.unit(y)
	}
}

// unit writes the name of the currency behind the number n; one with a sign has been written.
func (p *printer) unit(n figure) {
	if p.amount.Currency.sign() == "" {
		p.WriteString("\u00a0" + inflect(p.amount.Currency, n.form(p.gen)))
	}
}

// sign is what is written before a number.
func (c Currency) sign() string {
	switch c {
	case "USD":
		return "$"
	case "EUR":
		return "€"
	case "GBP":
		return "£"
	}
	return ""
}

// A figure is a number as it is written: digits, and the name of a scale with the space before it.
type figure struct{ digits, scale string }

// scales are those that newsrooms write, each with the decimals they keep.
var scales = [...]struct {
	power, decimals int
	name            string
}{{12, 3, "\u00a0трлн"}, {9, 3, "\u00a0млрд"}, {6, 3, "\u00a0млн"}, {3, 1, "\u00a0тыс."}}

// numberOf writes a number with the greatest scale that leaves few decimals; below ten thousand it is written out. Three
// decimals without a scale get a fourth: in 1,234 the comma could stand for thousands.
func numberOf(d Decimal) figure {
	for _, s := range scales {
		if size := countDigits(d.coef) + int(d.exp); size > max(s.power, 4) && int(d.exp) >= s.power-s.decimals {
			return figure{group(d.shift(-s.power)), s.name}
		}
	}
	n := figure{digits: group(d)}
	if d.exp == -3 {
		n.digits += "0"
	}
	return n
}

// group writes a number with a decimal comma, its thousands apart from 10 000 on.
func group(d Decimal) string {
	whole, frac := d.digits()
	var b strings.Builder
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 && len(whole) > 4 {
			b.WriteString("\u00a0")
		}
		b.WriteByte(whole[i])
	}
	if frac != "" {
		b.WriteString("," + frac)
	}
	return b.String()
}

// A form is what a number makes of the noun behind it, and of the noun's adjective.
type form struct{ noun, adjective lex.Gram }

var (
	one   = form{lex.Sing | lex.Nom, lex.Sing | lex.Nom} // 1 шведская крона
	ofOne = form{lex.Sing | lex.Gen, lex.Sing | lex.Gen} // 1,5 шведской кроны
	few   = form{lex.Sing | lex.Gen, lex.Plur | lex.Gen} // 2 шведских кроны
	many  = form{lex.Plur | lex.Gen, lex.Plur | lex.Gen} // 5 шведских крон
)

// form is the form behind the number; gen tells that a word before the number asks for a genitive.
func (n figure) form(gen bool) form {
	last := n.digits[len(n.digits)-1]
	teen := strings.HasSuffix(n.digits[:len(n.digits)-1], "1")
	switch {
	case n.scale != "":
		return many
	case strings.Contains(n.digits, ","):
		return ofOne
	case last == '1' && !teen && gen:
		return ofOne
	case last == '1' && !teen:
		return one
	case '2' <= last && last <= '4' && !teen && !gen:
		return few
	}
	return many
}

// inflect puts the name of a currency into a form: its noun and the adjectives before it.
func inflect(c Currency, f form) string {
	if c == "" {
		return "¤"
	}
	name := c.Name()
	doc := parse.Text(name)
	out := make([]string, len(doc.Tokens))
	last := -1 // the noun
	for i := range doc.Tokens {
		if doc.Tokens[i].Word().Is(lex.Currency) {
			last = i
		}
	}
	for i := range doc.Tokens {
		out[i] = doc.Tokens[i].Span().In(name)
		if i < last {
			out[i] = inflectWord(out[i], doc.Tokens[i].Word(), lex.Country, f.adjective)
		} else if i == last {
			out[i] = inflectWord(out[i], doc.Tokens[i].Word(), lex.Currency, f.noun)
		}
	}
	return strings.Join(out, " ")
}

// inflectWord puts a word that is of a class, and in the nominative, into another form; the word itself where it has none.
func inflectWord(text string, w *lex.Word, class lex.Class, want lex.Gram) string {
	for _, r := range w.Readings {
		g := r.Gram()
		if g&lex.Nom == 0 || g&lex.Sing == 0 || r.Lemma.Class()&class == 0 {
			continue
		}
		form := want
		if want&lex.Sing != 0 && class == lex.Country {
			form |= g & lex.Genders
		}
		if s, ok := lex.Inflect(text, r, form); ok {
			return s
		}
	}
	return text
}
