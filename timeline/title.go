package timeline

import (
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// titleWords is the greatest number of words a name in quotation marks is taken to have, and titleTokens that of its tokens.
const (
	titleWords  = 6
	titleTokens = 2 * titleWords
)

// titled tells whether an expression is a part of a name in quotation marks: «Один день Ивана Денисовича», «Россия сегодня».
// A name begins with a capital, is short and has no verb, or is a number; of a holiday or a date with its year the text speaks all
// the same.
func (f *finder) titled(e *expr) bool {
	if e.form == ranged || e.form == single && (e.a.has&hasHoliday != 0 || e.a.has&hasYear != 0 && e.a.has != hasYear) {
		return false
	}
	marks := f.doc.Marks
	for f.mark < len(marks) && marks[f.mark].First+titleTokens < e.last {
		f.mark++
	}
	for i := f.mark; i < len(marks) && marks[i].First <= e.first; i++ {
		m := &marks[i]
		switch {
		case m.Last < e.last || m.Damaged:
		case m.First == e.first && m.Last == e.last && f.has(e.first, parse.Number): // «1984», «4:44»
			return e.form == single && (e.a.has == hasYear || e.a.has == hasClock)
		case (e.form != single || e.a.has&hasYear == 0) && f.isName(m):
			return true
		}
	}
	return false
}

// isName tells whether what stands in a pair of quotation marks is a name.
func (f *finder) isName(m *parse.Mark) bool {
	if f.tok[m.First].Shape()&parse.Capital == 0 || m.Last-m.First > titleTokens {
		return false
	}
	words := 0
	for k := m.First; k < m.Last; k++ {
		t := &f.tok[k]
		if t.Kind() != parse.Word {
			continue
		}
		words++
		for _, x := range t.Word().Readings {
			if g := x.Gram(); g&lex.Verb != 0 && g&lex.Imperative == 0 || g&lex.Pronoun != 0 {
				return false
			} else if g&(lex.Noun|lex.Preposition|lex.Conjunction) != 0 {
				break
			}
		}
	}
	return words <= titleWords && !f.tok[m.Last-1].Stop()
}
