// Package quote finds quotations and reported speech.
package quote
