package room

// A Shelf keeps many short lists. They lie one behind the other and stay where they were put: the shelf grows by a board, and
// what is there is not copied.
type Shelf[T any] struct {
	board []T
}

// The least and most a board has room for, but for a longer list.
const (
	leastBoard = 1 << 6
	mostBoard  = 1 << 10
)

// New is one zero value on the shelf.
func (s *Shelf[T]) New() *T {
	s.fit(1)
	n := len(s.board)
	s.board = s.board[:n+1]
	return &s.board[n]
}

// fit makes a board for a list of n that has no room on the last one.
func (s *Shelf[T]) fit(n int) {
	if cap(s.board)-len(s.board) < n {
		s.board = make([]T, 0, max(n, min(max(2*cap(s.board), leastBoard), mostBoard)))
	}
}

// Put copies a list onto the shelf.
func (s *Shelf[T]) Put(list ...T) []T {
	s.fit(len(list))
	n := len(s.board)
	s.board = append(s.board, list...)
	return s.board[n:len(s.board):len(s.board)]
}

// Clear empties the shelf; its last board stays. What was put there must not be read again.
func (s *Shelf[T]) Clear() {
	clear(s.board)
	s.board = s.board[:0]
}
