package parse

import "testing"

// A modifier apostrophe with no letter behind it is a token that ends.
func TestLoneApostrophe(t *testing.T) {
	for _, text := range []string{"ʼ", "ʼ[", "объʼ ект", "ʼ5"} {
		end := 0
		for _, k := range Text(text).Tokens {
			if k.End() <= k.Start() || k.Start() < end {
				t.Errorf("%q: token %v", text, k.Span())
			}
			end = k.End()
		}
	}
}
