package timeline

import "strings"

// A scan reads what this package writes: values, dates and moments. Once something is missing it is bad and stays so.
type scan struct {
	rest string
	bad  bool
}

// have takes a byte where it stands next.
func (s *scan) have(c byte) bool {
	if s.rest == "" || s.rest[0] != c {
		return false
	}
	s.rest = s.rest[1:]
	return true
}

// take takes a string where it stands next.
func (s *scan) take(prefix string) bool {
	rest, ok := strings.CutPrefix(s.rest, prefix)
	s.rest = rest
	return ok
}

// skip takes a byte that must be there.
func (s *scan) skip(c byte) { s.bad = !s.have(c) || s.bad }

// digits reads a number of exactly n digits.
func (s *scan) digits(n int) (v int) {
	if len(s.rest) < n {
		s.bad = true
		return 0
	}
	for _, c := range []byte(s.rest[:n]) {
		if c < '0' || c > '9' {
			s.bad = true
			return 0
		}
		v = v*10 + int(c-'0')
	}
	s.rest = s.rest[n:]
	return v
}

// decimal passes over a number with up to three decimals.
func (s *scan) decimal() {
	n := s.run()
	s.bad = s.bad || n == 0
	s.rest = s.rest[n:]
	if s.have('.') {
		n = s.run()
		s.bad = s.bad || n == 0 || n > 3
		s.rest = s.rest[n:]
	}
}

// run counts the digits that stand next.
func (s *scan) run() (n int) {
	for n < len(s.rest) && '0' <= s.rest[n] && s.rest[n] <= '9' {
		n++
	}
	return n
}

// signedYear reads what appendYear writes.
func (s *scan) signedYear() int {
	switch {
	case s.have('-'):
		return -s.digits(4)
	case s.have('+'):
		return s.digits(max(5, min(s.run(), 9)))
	}
	return s.digits(4)
}
