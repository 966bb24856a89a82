package money

import "fmt"

// A ParseError tells why a text is no amount, or no decimal number, and where.
type ParseError struct {
	Input  string
	Offset int // in bytes: where reading it failed
	Reason string
}

const tooLong = "number of more than 19 digits"

func (e *ParseError) Error() string {
	return fmt.Sprintf("money: %q is no amount at byte %d: %s", e.Input, e.Offset, e.Reason)
}
