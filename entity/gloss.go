package entity

import (
	"strings"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A gloss is a name told once more in Latin letters, in brackets behind it: Анна Вереск (Anna Veresk). It names what stands before it.

// glossed gives what was taken for a name in Latin letters the type of the name it glosses. It is no name where it glosses what stands
// in quotation marks and is none: роман «Ночной сад» (The Night Garden).
func glossed(doc *parse.Document, before []span, s span) (_ span, ok bool) {
	t := doc.Tokens
	open := s.first - 1
	if open < 1 || !t[open].Is('(') || t[s.first].Shape()&parse.Latin == 0 || s.last < len(t) && !t[s.last].Is(')') && !t[s.last].Is(',') {
		return s, true
	}
	end := open
	if t[end-1].ClosesQuote() {
		end--
	}
	if n := len(before); n > 0 && before[n-1].last == end {
		of, words := before[n-1], s.last-s.first
		switch {
		case !alike(t[of.last-1].Key(), t[s.last-1].Key()):
		case of.typ == Person && words > 1, of.typ == Place && words <= 2*(of.last-of.first)+1: // but not банк Китая (… Bank of China)
			s.typ = of.typ
		}
		return s, true
	}
	return s, end == open || s.typ == Place || !markedThing(doc, end)
}

// markedThing tells whether what ends in quotation marks at token end is called by a noun that is no organisation's.
func markedThing(doc *parse.Document, end int) bool {
	t := doc.Tokens
	for i := end - 1; i > max(0, end-maxTitle); i-- {
		if t[i].OpensQuote() {
			return !t[i-1].Word().Is(lex.OrgNoun | lex.MediaNoun)
		}
	}
	return false
}

// alike tells whether a word in Latin letters can begin with the sound that a Russian one does.
func alike(russian, latin string) bool {
	const sounds = "аa бb вvw гgh дdj еey ёy жjzg зzs иiy йjy кkcqx лl мm нn оo пp рr сscz тt уuwo фfp хhkjxc цcztj чct шscx щs эea юyjui яyji"
	c, n := utf8.DecodeRuneInString(russian)
	i := strings.IndexRune(sounds, c)
	if i < 0 || latin == "" {
		return false
	}
	of, _, _ := strings.Cut(sounds[i+n:], " ")
	return strings.IndexByte(of, latin[0]) >= 0
}
