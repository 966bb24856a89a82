package numeral

import "math/bits"

// A Value is an exact decimal: Coef × 10^Exp. The zero Value is 0; a Value other than 0 has no trailing zeros in Coef.
type Value struct {
	Coef uint64
	Exp  int
}

// maxDigits is how many digits a Value may need, trailing zeros of whole numbers included.
const maxDigits = 19

// Int is a whole number as a Value.
func Int(n uint64) Value { return Value{Coef: n}.canon() }

func (v Value) canon() Value {
	if v.Coef == 0 {
		return Value{}
	}
	for v.Coef%10 == 0 {
		v.Coef /= 10
		v.Exp++
	}
	return v
}

// Shift multiplies by a power of ten; ok is false where the result needs more than 19 digits.
func (v Value) Shift(n int) (Value, bool) {
	if v.Coef == 0 {
		return Value{}, true
	}
	v.Exp += n
	return v, v.fits()
}

func (v Value) fits() bool {
	if v.Coef == 0 {
		return true
	}
	return digits(v.Coef)+max(v.Exp, 0) <= maxDigits && v.Exp >= -maxDigits
}

func digits(n uint64) (d int) {
	for ; n > 0; n /= 10 {
		d++
	}
	return d
}

// Add adds; ok is false where the sum needs more than 19 digits.
func (v Value) Add(w Value) (Value, bool) {
	if v.Coef == 0 || w.Coef == 0 {
		return Value{v.Coef + w.Coef, v.Exp + w.Exp}, true
	}
	for v.Exp != w.Exp {
		if v.Exp < w.Exp {
			v, w = w, v
		}
		hi, lo := bits.Mul64(v.Coef, 10)
		if hi > 0 {
			return Value{}, false
		}
		v.Coef, v.Exp = lo, v.Exp-1
	}
	sum, carry := bits.Add64(v.Coef, w.Coef, 0)
	out := Value{sum, v.Exp}.canon()
	return out, carry == 0 && out.fits()
}

// Cmp compares: -1, 0 or 1.
func (v Value) Cmp(w Value) int {
	if v == w {
		return 0
	}
	if v.Coef == 0 || w.Coef == 0 {
		if v.Coef == 0 {
			return -1
		}
		return 1
	}
	a, b := digits(v.Coef)+v.Exp, digits(w.Coef)+w.Exp
	if a != b {
		return cmpInt(a, b)
	}
	for digits(v.Coef) < digits(w.Coef) {
		v.Coef *= 10
	}
	for digits(w.Coef) < digits(v.Coef) {
		w.Coef *= 10
	}
	if v.Coef < w.Coef {
		return -1
	}
	return 1
}

func cmpInt(a, b int) int {
	if a < b {
		return -1
	}
	return 1
}

// Int is the value as a whole number below 10^18; ok is false where it is none.
func (v Value) Int() (n int, ok bool) {
	if v.Exp < 0 || digits(v.Coef)+v.Exp > 18 {
		return 0, false
	}
	n = int(v.Coef)
	for range v.Exp {
		n *= 10
	}
	return n, true
}
