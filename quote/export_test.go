package quote

// FindCounted is Find; steps is how much work it was.
var FindCounted = find
