//go:build unix

package main

import (
	"syscall"
	"time"
)

// now is the time the processor has spent on this process: what other programs take does not count.
func now() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
