//go:build !unix

package main

import "time"

var began = time.Now()

// now is the time on the wall, for want of the processor's.
func now() time.Duration { return time.Since(began) }
