package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A tense is when something happens, as the verb tells it.
type tense uint8

const (
	unsaid      tense = iota // there is no verb
	pastTense                // происходило
	nowTense                 // происходит
	comingTense              // произойдёт, должно произойти, назначено на
)

// reach is how many tokens to either side a governing verb is looked for.
const reach = 40

// tense finds the verb that governs an expression and tells its tense: that of its own clause, else of the next ones to the
// right, else to the left.
func (r *reader) tense(e *expr, first, last int) tense {
	first, last = max(first, e.first-reach), min(last, e.last+reach)
	k := e.first - 1
	if r.isPreposition(k) {
		k--
	}
	if t, ok := r.participle(k); ok && k >= first {
		return t
	}
	if r.in(k) && r.plans(k) && k >= first {
		return comingTense
	}
	// The clause the expression stands in.
	from, to := e.first, e.last
	for from > first && !r.parts(from-1) {
		from--
	}
	for to < last && !r.parts(to) {
		to++
	}
	if t := r.clause(from, to, e); t != unsaid {
		return t
	}
	for next := to; next < last; {
		end := next + 1
		for end < last && !r.parts(end) {
			end++
		}
		if t := r.clause(next, end, e); t != unsaid {
			return t
		}
		next = end
	}
	for end := from; end > first; {
		begin := end - 1
		for begin > first && !r.parts(begin-1) {
			begin--
		}
		if t := r.clause(begin, end, e); t != unsaid {
			return t
		}
		end = begin
	}
	return unsaid
}

// parts tells whether token i parts clauses.
func (r *reader) parts(i int) bool {
	t := &r.tok[i]
	if t.Kind() != parse.Punct {
		return false
	}
	return t.Is(',') || t.Is(';') || t.Is(':') || t.Is('(') || t.Is(')') || t.Is('«') || t.Is('»') || t.Is('"') || t.Dash() && t.Spaced()
}

func (r *reader) isPreposition(i int) bool {
	switch r.key(i) {
	case "в", "во", "на", "к", "ко", "с", "со", "до", "по", "от", "за", "после":
		return true
	}
	return false
}

// clause is the tense of the verb of a clause, the nearest to the expression where there are several.
func (r *reader) clause(first, last int, e *expr) tense {
	best, t := 1<<30, unsaid
	infinitive := false
	for k := first; k < last; k++ {
		if k >= e.first && k < e.last || r.tok[k].Kind() != parse.Word {
			continue
		}
		distance := e.first - k
		if k >= e.last {
			distance = k - e.last
		}
		switch v := r.verb(k); {
		case v == unsaid || distance >= best:
		default:
			best, t = distance, v
			infinitive = r.word(k).Can(lex.Infinitive) && !r.word(k).Can(lex.Verb)
		}
	}
	if infinitive {
		for k := first; k < last; k++ {
			if r.begins(k) {
				return pastTense
			}
		}
	}
	return t
}

// begins tells whether a verb in the past makes the infinitive beside it past too: начал строить, смог уйти.
func (r *reader) begins(i int) bool {
	if !r.word(i).Can(lex.Verb | lex.Past) {
		return false
	}
	for _, s := range [...]string{"нача", "стал", "смог", "мог", "успе", "продолж", "удал", "приш", "пыта", "попыта", "перестал", "сумел", "закончи", "прекрати", "бросил"} {
		if strings.HasPrefix(r.key(i), s) {
			return true
		}
	}
	return false
}

// verb is the tense a word tells; unsaid for one that is no verb.
func (r *reader) verb(i int) tense {
	w := r.word(i)
	t := unsaid
	for _, x := range w.Readings {
		g := x.Gram()
		switch {
		case g&lex.Verb != 0 && g&lex.Past != 0:
			return pastTense
		case g&lex.Verb != 0 && g&(lex.Fut|lex.Imperative) != 0 && g&lex.Imperative == 0, g&lex.Infinitive != 0:
			t = comingTense
		case g&lex.Verb != 0 && g&lex.Pres != 0:
			t = max(t, nowTense)
		case g&lex.ParticipleShort != 0:
			if t == unsaid {
				t = pastTense
			}
		case g&(lex.Noun|lex.Preposition|lex.Conjunction|lex.Adverb) != 0 && t == unsaid:
			return unsaid
		}
	}
	if t == pastTense && r.plans(i) {
		return comingTense
	}
	return t
}

// participle is the tense of a participle at token i that an expression hangs on: прошедшей 18 апреля, назначенных на 26 апреля.
func (r *reader) participle(i int) (tense, bool) {
	w := r.word(i)
	if !w.Can(lex.Participle) || w.Is(lex.RelAdj) {
		return unsaid, false
	}
	switch {
	case r.plans(i):
		return comingTense, true
	case w.Can(lex.Participle | lex.Past):
		return pastTense, true
	}
	return nowTense, true
}

// plans tells whether a verb or participle sets a time that is still to come: назначены на, запланирован, намечено.
func (r *reader) plans(i int) bool {
	for _, s := range [...]string{"назнач", "запланир", "планир", "намеч", "перенес", "отлож", "ожида", "анонсир", "заплан", "предстоит", "предстоящ"} {
		if strings.HasPrefix(r.key(i), s) {
			return r.word(i).Can(lex.Participle) || r.word(i).Can(lex.ParticipleShort) || r.word(i).Can(lex.Verb) && s != "перенес" && s != "назнач" && s != "отлож"
		}
	}
	return false
}
