// Package lex is the word table: what every word of Russian news can be, by grammar and to svodka.
//
// The grammar is OpenCorpora's, cut down to the words news uses (package opencorpora). The table holds stems and paradigms: a
// word is looked up as a stem and a suffix the stem's paradigm has, so that 69,000 lexemes give their two million forms in two
// megabytes, used where they are embedded. A word it lacks is read as a prefix and a word it has, else guessed by its ending.
//
// What a word is to svodka (a month, a currency, a verb of speech) is told by the files of words/, one place for each thing;
// see [Class]. Keys are lower case with ё as е.
package lex

//go:generate go run ./gen
