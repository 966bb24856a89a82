//go:build !race

package golden

// Race tells that the race detector runs: pools forget what they hold, and time says nothing.
const Race = false
