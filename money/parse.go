package money

import (
	"fmt"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A ParseError tells why a text is no amount, or no decimal number, and where.
type ParseError struct {
	Input  string
	Offset int // in bytes: where reading it failed
	Reason string
}

const tooLong = "number of more than 19 digits"

// Error tells the reason, the place and the input.
func (e *ParseError) Error() string {
	return fmt.Sprintf("money: %q at byte %d: %s", e.Input, e.Offset, e.Reason)
}

// Parse reads one whole expression: $200 млрд, от 30 до 50 тыс. рублей, полтора миллиона евро, 85 рублей за килограмм. White
// space may stand around it. Words are taken to mean money wherever they can, so that 5 марок and 100 TOP are sums; a number
// without a currency is none, nor is one with two ($5 рублей). The error is a [*ParseError].
func Parse(s string) (Amount, error) {
	doc := parse.Text(s)
	f := finders.Get().(*finder)
	defer f.end()
	f.begin(doc)
	f.eager = true
	f.to, f.reader.Last = len(f.t), len(f.t)
	f.read()
	f.mention(0, len(f.t))
	if offset, reason := f.failure(); reason != "" {
		return Amount{}, &ParseError{s, offset, reason}
	}
	return f.out[0].Amount, nil
}

// failure tells why the whole document is not one amount; the reason is empty if it is.
func (f *finder) failure() (offset int, reason string) {
	switch {
	case len(f.t) == 0:
		return len(f.doc.Text), "no text"
	case len(f.out) == 0:
		return f.missing()
	case f.out[0].Start > f.t[0].Start():
		return f.t[0].Start(), "words before the amount"
	case len(f.out) > 1:
		return f.out[1].Start, "a second amount"
	case f.done < len(f.t) && !(f.done+1 == len(f.t) && f.t[f.done].Word().Is(lex.Banknote)):
		return f.t[f.done].Start(), "words behind the amount"
	case f.second > 0:
		return f.t[f.second].Start(), "a second currency"
	}
	return 0, ""
}

// missing tells what an amount lacks that was not found.
func (f *finder) missing() (offset int, reason string) {
	for i := range f.t {
		t := &f.t[i]
		if t.Kind() != parse.Number && !t.Word().Is(numeric|lex.CurrencyAdj) {
			continue
		}
		n, ok := f.reader.Cardinal(i)
		switch {
		case !ok && n.Last == i && t.Kind() != parse.Number:
		case !ok:
			return t.Start(), tooLong
		case f.attached(i), f.broken(&n):
			return t.Start(), "digits that are no number"
		case n.Last < len(f.t):
			return f.t[n.Last].Start(), "no currency"
		default:
			return len(f.doc.Text), "no currency"
		}
	}
	return f.t[0].Start(), "no number"
}

// MarshalText writes what String prints.
func (a Amount) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what [Parse] reads; of no text it makes the zero Amount.
func (a *Amount) UnmarshalText(b []byte) error {
	*a = Amount{}
	if len(b) == 0 {
		return nil
	}
	var err error
	*a, err = Parse(string(b))
	return err
}
