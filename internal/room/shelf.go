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

// Put copies a list onto the shelf.
func (s *Shelf[T]) Put(list ...T) []T {
	if cap(s.board)-len(s.board) < len(list) {
		s.board = make([]T, 0, max(len(list), min(max(2*cap(s.board), leastBoard), mostBoard)))
	}
	n := len(s.board)
	s.board = append(s.board, list...)
	return s.board[n:len(s.board):len(s.board)]
}

// Clear empties the shelf; its last board stays. What was put there must not be read again.
func (s *Shelf[T]) Clear() {
	clear(s.board)
	s.board = s.board[:0]
}
