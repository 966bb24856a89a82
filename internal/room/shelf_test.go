package room

import (
	"slices"
	"testing"
)

// TestShelf puts lists of growing length: each stays as it was put, and none can grow into the next.
func TestShelf(t *testing.T) {
	var s Shelf[int]
	for range 2 {
		var kept [][]int
		for n := range 200 {
			list := make([]int, n)
			for i := range list {
				list[i] = n
			}
			l := s.Put(list...)
			if cap(l) != n {
				t.Fatalf("room for %d in a list of %d", cap(l), n)
			}
			kept = append(kept, l)
			if x := s.New(); *x != 0 {
				t.Fatalf("new: %d", *x)
			} else {
				*x = -1
			}
		}
		for n, l := range kept {
			if len(l) != n || slices.ContainsFunc(l, func(x int) bool { return x != n }) {
				t.Fatalf("list %d: %v", n, l)
			}
		}
		s.Clear()
		if len(s.board) != 0 || cap(s.board) < mostBoard || s.board[:1][0] != 0 {
			t.Fatalf("cleared: %d of %d", len(s.board), cap(s.board))
		}
	}
}
