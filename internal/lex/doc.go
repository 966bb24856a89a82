// Package lex is the word table.
package lex
