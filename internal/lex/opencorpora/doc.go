// Package opencorpora holds the part of the OpenCorpora dictionary that svodka uses.
//
// Everything in this folder is derived from OpenCorpora (http://opencorpora.org) by way of pymorphy3-dicts-ru and
// stays under the Creative Commons Attribution-ShareAlike 3.0 licence; see LICENSE beside this file.
package opencorpora

import _ "embed"

// Table is the compiled dictionary; package lex knows its layout.
//
//go:embed table.bin
var Table string
