// Package parse takes a text apart.
package parse
