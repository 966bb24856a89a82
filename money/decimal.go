package money

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// A Decimal is an exact number, not negative, of at most 19 digits before and behind the point together. Equal numbers are
// equal values (==). The zero Decimal is unset, which is not 0.
type Decimal struct {
	coef uint64 // no trailing zeros, unless 0
	exp  int8   // power of ten
	set  bool
}

const maxDigits = 19 // every number of so many digits fits in 64 bits

// newDecimal is coef × 10^exp; ok is false where that needs more than 19 digits.
func newDecimal(coef uint64, exp int) (d Decimal, ok bool) {
	if coef == 0 {
		return Decimal{set: true}, true
	}
	for coef%10 == 0 {
		coef /= 10
		exp++
	}
	if n := countDigits(coef); max(n, n+exp, -exp) > maxDigits {
		return Decimal{}, false
	}
	return Decimal{coef, int8(exp), true}, true
}

func countDigits(n uint64) (digits int) {
	for ; n > 0; n /= 10 {
		digits++
	}
	return digits
}

// ParseDecimal reads digits with at most one point among them: 1500000, 0.5. Zeros at either end that do not change the number are
// passed over. The error is a [*ParseError].
func ParseDecimal(s string) (Decimal, error) {
	whole, frac, point := strings.Cut(s, ".")
	if whole == "" || point && frac == "" {
		return Decimal{}, &ParseError{s, 0, "not a decimal number"}
	}
	input := s
	if point {
		frac = strings.TrimRight(frac, "0")
		s = s[:len(whole)+1+len(frac)]
	}
	var coef uint64
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.' && i == len(whole):
		case c < '0' || c > '9':
			return Decimal{}, &ParseError{input, i, "not a digit"}
		case coef > (1<<64-10)/10:
			return Decimal{}, &ParseError{input, i, tooLong}
		default:
			coef = coef*10 + uint64(c-'0')
		}
	}
	d, ok := newDecimal(coef, -len(frac))
	if !ok {
		return Decimal{}, &ParseError{input, 0, tooLong}
	}
	return d, nil
}

// IsSet tells whether d is a number.
func (d Decimal) IsSet() bool { return d.set }

// String prints what [ParseDecimal] reads, in full (1500000, 0.5); "" where d is unset.
func (d Decimal) String() string {
	if !d.set {
		return ""
	}
	whole, frac := d.digits()
	if frac != "" {
		return whole + "." + frac
	}
	return whole
}

// digits are those before and behind the point.
func (d Decimal) digits() (whole, frac string) {
	s, exp := strconv.FormatUint(d.coef, 10), int(d.exp)
	if exp >= 0 {
		return s + strings.Repeat("0", exp), ""
	}
	if n := len(s) + exp; n > 0 {
		return s[:n], s[n:]
	}
	return "0", strings.Repeat("0", -exp-len(s)) + s
}

// shift is d × 10^n; unset where that needs more than 19 digits.
func (d Decimal) shift(n int) Decimal {
	if !d.set {
		return d
	}
	d, _ = newDecimal(d.coef, int(d.exp)+n)
	return d
}

// Cmp compares two numbers: -1, 0 or 1. What is unset comes first.
func (d Decimal) Cmp(e Decimal) int {
	switch {
	case d == e:
		return 0
	case !d.set || !e.set:
		if e.set {
			return -1
		}
		return 1
	}
	return d.Rat().Cmp(e.Rat())
}

// Rat is the number as a fraction; nil where d is unset.
func (d Decimal) Rat() *big.Rat {
	if !d.set {
		return nil
	}
	coef := new(big.Int).SetUint64(d.coef)
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(d.exp, -d.exp))), nil)
	if d.exp < 0 {
		return new(big.Rat).SetFrac(coef, power)
	}
	return new(big.Rat).SetInt(coef.Mul(coef, power))
}

// Float64 is the float64 nearest to the number, and whether the two are equal; 0 and false where d is unset.
func (d Decimal) Float64() (f float64, exact bool) {
	if !d.set {
		return 0, false
	}
	return d.Rat().Float64()
}

// MarshalText writes what String prints.
func (d Decimal) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Decimal) UnmarshalText(b []byte) error {
	*d = Decimal{}
	if len(b) == 0 {
		return nil
	}
	var err error
	*d, err = ParseDecimal(string(b))
	return err
}

// MarshalJSON writes the number as a string, null where it is unset.
func (d Decimal) MarshalJSON() ([]byte, error) {
	if !d.set {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Decimal) UnmarshalJSON(b []byte) error {
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return fmt.Errorf("money: a decimal is a string or null: %w", err)
	}
	*d = Decimal{}
	if s == nil {
		return nil
	}
	var err error
	*d, err = ParseDecimal(*s)
	return err
}
