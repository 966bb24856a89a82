// Package room makes room in lists that grow with a text. A list that append makes room for a quarter at a time is copied
// often: of a long text that costs five times what it holds.
package room

import "slices"

// Push appends what was found at a place of a text, in whatever unit its size is. A list that is full gets room for the rest
// of the text at the rate so far, and a twentieth more.
func Push[T any](list []T, x T, at, size int) []T {
	if len(list) == cap(list) {
		list = Grow(list, at, size)
	}
	return append(list, x)
}

// Grow makes that room; early in the text for a small part of it, and no more than eight times what is there, as a beginning may be
// unlike the rest.
func Grow[T any](list []T, at, size int) []T {
	const early = 1 << 12 // where the rate is not known yet
	rest := size - at
	if part := size / 64; at < part {
		rest = min(part-at, 8*at)
	}
	more := 0
	if at > early {
		more = int(1.05 * float64(len(list)) * float64(rest) / float64(at))
	}
	return slices.Grow(list, max(more, len(list)/4, min(max(len(list), 1<<3), 1<<6)))
}
