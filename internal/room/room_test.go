package room

import "testing"

// TestGrow fills lists evenly, late and early, and counts what was made room for: no more than a few times what they hold.
func TestGrow(t *testing.T) {
	const size = 1 << 20
	for name, from := range map[string]func(at int) bool{
		"even":  func(at int) bool { return at%3 == 0 },
		"late":  func(at int) bool { return at > size/2 },
		"early": func(at int) bool { return at < size/64 },
	} {
		var list []int
		room, n := 0, 0
		for at := range size {
			if !from(at) {
				continue
			}
			before := cap(list)
			list = Push(list, at, at, size)
			if cap(list) != before {
				room += cap(list)
			}
			n++
		}
		if len(list) != n || list[0] == list[n-1] || room > 4*n && room > size*5/4 {
			t.Errorf("%s: room for %d, %d pushed, %d there", name, room, n, len(list))
		}
	}
}
