package money
func (a Amount) String() string { return "" }
