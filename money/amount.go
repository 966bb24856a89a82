package money

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/svodka/svodka/parse"
)

// An Amount is a sum of money as a text gives it. It is a value: comparable, and equal (==) where the same is said. The zero
// Amount says nothing.
type Amount struct {
	// Min and Max are the least and the greatest it can be, in units of the currency: equal for a plain sum and for one that
	// is about so much, both ends of a range; one is unset for a bound (более 2 млн has no Max), both where no number is
	// said (миллионы рублей).
	Min, Max Decimal
	Currency Currency // "" where the text does not settle it
	Mod      Mod
	Per      string // the unit of a rate as it stands in the text: за баррель, в месяц; "" for a sum
}

// A Mention is an amount at its place in a text. The span holds the words that bound the amount or make it inexact, but not
// those it is per.
type Mention struct {
	parse.Span
	Text string // what the span covers
	Amount
}

// String is that of the amount.
func (m Mention) String() string { return m.Amount.String() }

// Mod is what makes an amount inexact.
type Mod uint8

const (
	// Exact: the amount is as said.
	Exact Mod = iota
	// Approx: it is about so much (около, почти, примерно).
	Approx
	// AtLeast: it is so much or more (более, свыше, от).
	AtLeast
	// AtMost: it is so much or less (до, менее, не более).
	AtMost
	// Range: it lies between two.
	Range
)

var modNames = [...]string{"", "approx", "min", "max", "range"}

// String is "", "approx", "min", "max" or "range"; "" for a value out of range.
func (m Mod) String() string {
	if int(m) >= len(modNames) {
		m = Exact
	}
	return modNames[m]
}

// MarshalText writes what String prints.
func (m Mod) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (m *Mod) UnmarshalText(b []byte) error {
	i := slices.Index(modNames[:], string(b))
	if i < 0 {
		return fmt.Errorf("money: unknown mod %q", b)
	}
	*m = Mod(i)
	return nil
}

// amountJSON is an amount as it is written: what is unset is null.
type amountJSON struct {
	Min      Decimal `json:"min"`
	Max      Decimal `json:"max"`
	Currency *string `json:"currency"`
	Mod      *Mod    `json:"mod"`
	Per      *string `json:"per"`
}

// mentionJSON is a mention as it is written.
type mentionJSON struct {
	parse.Span
	Text string `json:"text"`
	amountJSON
}

func (a Amount) wire() (w amountJSON) {
	w.Min, w.Max = a.Min, a.Max
	if a.Currency != "" {
		w.Currency = (*string)(&a.Currency)
	}
	if a.Mod != Exact {
		w.Mod = &a.Mod
	}
	if a.Per != "" {
		w.Per = &a.Per
	}
	return w
}

func (w amountJSON) amount() (a Amount, err error) {
	a.Min, a.Max = w.Min, w.Max
	if a.Min.set && a.Max.set && a.Min.Cmp(a.Max) > 0 {
		return Amount{}, fmt.Errorf("money: a least of %v and a greatest of %v", a.Min, a.Max)
	}
	if w.Currency != nil {
		if err := a.Currency.UnmarshalText([]byte(*w.Currency)); err != nil {
			return Amount{}, err
		}
	}
	if w.Mod != nil {
		a.Mod = *w.Mod
	}
	if w.Per != nil {
		a.Per = *w.Per
	}
	return a, nil
}

// MarshalJSON writes an object with min, max, currency, mod and per, null where they are unset.
func (a Amount) MarshalJSON() ([]byte, error) { return json.Marshal(a.wire()) }

// UnmarshalJSON reads what MarshalJSON writes.
func (a *Amount) UnmarshalJSON(b []byte) error {
	var w amountJSON
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	x, err := w.amount()
	if err == nil {
		*a = x
	}
	return err
}

// MarshalJSON writes an object with start, end and text, then the amount's min, max, currency, mod and per.
func (m Mention) MarshalJSON() ([]byte, error) {
	return json.Marshal(mentionJSON{m.Span, m.Text, m.wire()})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (m *Mention) UnmarshalJSON(b []byte) error {
	var w mentionJSON
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	a, err := w.amount()
	if err == nil {
		*m = Mention{w.Span, w.Text, a}
	}
	return err
}
