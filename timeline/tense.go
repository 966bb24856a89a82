package timeline

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A tense is when something happens, as the verb that governs an expression tells it.
type tense uint8

const (
	unsaid      tense = iota // there is no verb
	pastTense                // произошло, было объявлено
	nowTense                 // происходит
	comingTense              // произойдёт, должно произойти, назначено на
	openTense                // решили провести: it may be over or not
	gerundTense              // закончив: past, or before what is to come
)

// reach is how many tokens to either side a governing verb is looked for.
const reach = 40

// tense finds the verb that governs an expression in the sentence of the tokens first to last: that of its own clause, else of
// the next ones to the right, else to the left. What is done before something to come is to come too: закончив 5 мая, уедут.
func (r *reader) tense(e *expr, first, last int) tense {
	k := e.first - 1
	if r.isPreposition(k) {
		k--
	}
	if t := r.hangsOn(k); t != unsaid && k >= first {
		return t
	}
	from, to := r.clauseOf(e, first, last)
	if r.key(e.first-1) == "на" && !e.listed && r.puts(from, e.first) {
		return openTense
	}
	own := r.clause(from, to, e)
	if own != unsaid && own != gerundTense {
		return own
	}
	t := r.otherClauses(e, first, from, to, last)
	if t == unsaid && own == unsaid && r.awaits(first, from, e.first) {
		return comingTense
	}
	if t == comingTense || own == unsaid {
		return t
	}
	return pastTense
}

// otherClauses is the tense of the clauses around that of an expression, the tokens from to to.
func (r *reader) otherClauses(e *expr, first, from, to, last int) tense {
	if from > first && r.dash(from-1) { // первый был 3 марта, второй — 5 апреля
		if t := r.leftClauses(e, first, from); t != unsaid {
			return t
		}
	}
	for next := to; next < last; {
		end := next + 1
		for end < last && !r.parts(end) {
			end++
		}
		if t := r.clause(next, end, e); t != unsaid && t != gerundTense {
			return t
		}
		next = end
	}
	return r.leftClauses(e, first, from)
}

// leftClauses is the tense of the last clause with a verb among the tokens first to end.
func (r *reader) leftClauses(e *expr, first, end int) tense {
	for end > first {
		begin := end - 1
		for begin > first && !r.parts(begin-1) {
			begin--
		}
		if t := r.clause(begin, end, e); t != unsaid && t != gerundTense {
			return t
		}
		end = begin
	}
	return unsaid
}

// clauseOf are the tokens of the clause an expression stands in, between two others.
func (r *reader) clauseOf(e *expr, first, last int) (from, to int) {
	from, to = e.first, e.last
	for from > first && !r.parts(from-1) {
		from--
	}
	for to < last && !r.parts(to) {
		to++
	}
	return from, to
}

// parts tells whether token i parts clauses.
func (r *reader) parts(i int) bool {
	t := &r.tok[i]
	if t.Kind() != parse.Punct {
		return false
	}
	return t.Is(',') || t.Is(';') || t.Is(':') || t.Is('(') || t.Is(')') || t.OpensQuote() || t.ClosesQuote() || t.Dash() && t.Spaced()
}

func (r *reader) isPreposition(i int) bool {
	switch r.key(i) {
	case "в", "во", "на", "к", "ко", "с", "со", "до", "по", "от", "за", "после":
		return true
	}
	return false
}

// hangsOn is the tense of the participle or the plan at token i, right before an expression: прошедшей 18 апреля, назначенных
// на 26 апреля, запланировано на осень.
func (r *reader) hangsOn(i int) tense {
	w := r.word(i)
	participle := w.Can(lex.Participle)
	switch {
	case (participle || r.verb(i) != noVerb) && r.plans(i):
		return comingTense
	case !participle:
		return unsaid
	case w.Can(lex.Participle | lex.Past):
		return pastTense
	}
	return nowTense
}

// A verb is what a word is as a predicate.
type verb uint8

const (
	noVerb verb = iota
	pastVerb
	presentVerb
	futureVerb
	infinitive
	shortParticiple
	pastGerund
)

// verb reads a word as a predicate.
func (r *reader) verb(i int) (v verb) {
	w := r.word(i)
	if w.Grams&(lex.Verb|lex.Infinitive|lex.ParticipleShort|lex.Gerund) == 0 {
		return noVerb
	}
	if w.Can(lex.Verb|lex.Past) && (!w.Can(lex.Noun) || !w.Can(lex.Verb|lex.Past|lex.Neut)) { // село is a village
		return pastVerb
	}
	for _, x := range w.Readings {
		g := x.Gram()
		switch {
		case g&lex.Verb != 0 && g&lex.Pres != 0: // находятся, есть, though they can be read as what is to come too
			return presentVerb
		case g&lex.Verb != 0 && g&lex.Fut != 0:
			v = futureVerb
		case g&lex.Infinitive != 0:
			v = infinitive
		case g&lex.ParticipleShort != 0 && v == noVerb:
			v = shortParticiple
		case g&lex.Gerund != 0 && g&lex.Past != 0 && v == noVerb:
			v = pastGerund
		case g&(lex.Noun|lex.Preposition|lex.Conjunction|lex.Adverb) != 0 && v == noVerb:
			return noVerb
		}
	}
	return v
}

// A predicate is what the verbs of a clause tell of its time.
type predicate struct {
	nearest int  // the token of the verb nearest to the expression
	apart   int  // how far away that is; far for a clause with no verb
	past    bool // there is a verb in the past
	begun   bool // what the infinitive tells was done: начал строить
	planned bool
	toBe    bool // будет or быть
}

const far = 1 << 30

// clause is the tense of a clause: of the verb nearest to the expression, and of the others that tell what it means.
func (r *reader) clause(first, last int, e *expr) tense {
	p := r.predicate(first, last, e)
	if p.apart == far {
		return unsaid
	}
	switch r.verb(p.nearest) {
	case futureVerb:
		return comingTense
	case presentVerb:
		if p.planned {
			return comingTense
		}
		return nowTense
	case infinitive:
		switch {
		case p.begun:
			return pastTense
		case p.past:
			return openTense
		}
		return comingTense
	case shortParticiple:
		if p.planned || p.toBe {
			return comingTense
		}
	case pastGerund:
		return gerundTense
	case pastVerb:
		if p.planned && strings.HasPrefix(r.key(p.nearest), "был") {
			return openTense
		}
	}
	return pastTense
}

// predicate collects the verbs of a clause.
func (r *reader) predicate(first, last int, e *expr) predicate {
	p := predicate{apart: far}
	for k := first; k < last; k++ {
		if k >= e.first && k < e.last || !r.has(k, parse.Word) {
			continue
		}
		if k >= e.last && p.apart != far && r.key(k) == "и" { // приехал в среду и уедет в пятницу
			break
		}
		v := r.verb(k)
		p.begun = p.begun || v != infinitive && v != futureVerb && r.begins(k)
		if v == noVerb {
			continue
		}
		if v == shortParticiple && hasStem(r.key(k), "обязан", "намерен") {
			continue
		}
		p.past = p.past || v == pastVerb
		p.planned = p.planned || r.plans(k)
		p.toBe = p.toBe || v == futureVerb && strings.HasPrefix(r.key(k), "буд") || r.key(k) == "быть"
		if d := max(e.first-k, k-e.last); d < p.apart {
			p.nearest, p.apart = k, d
		}
	}
	return p
}

// wentOn tells whether the verb in the clause of an expression tells what went on for some time: собирали до 5 мая.
func (r *resolver) wentOn(e *expr) bool {
	p := r.ownPredicate(e)
	return p.apart != far && r.word(p.nearest).Can(lex.Verb|lex.Past|lex.Impf)
}

// done tells whether a short participle in the clause of an expression tells what holds for that time: закрыт с 5 по 10 мая.
func (r *resolver) done(e *expr) bool {
	p := r.ownPredicate(e)
	return p.apart != far && r.verb(p.nearest) == shortParticiple
}

// ownPredicate is that of the clause an expression stands in.
func (r *resolver) ownPredicate(e *expr) predicate {
	first, last := r.around(e)
	from, to := r.clauseOf(e, first, last)
	return r.predicate(from, to, e)
}

// generic tells whether сегодня means these days and not the day: на сегодня стоимость составляет, сегодня не выживешь; but
// отменили встречи, назначенные на сегодня.
func (r *resolver) generic(e *expr) bool {
	if r.key(e.first-1) == "на" {
		t := r.tenseOf(e)
		return t != comingTense && t != pastTense
	}
	if r.word(e.first - 1).Can(lex.Participle) {
		return false
	}
	first, last := r.around(e)
	from, to := r.clauseOf(e, first, last)
	for k := from; k < to; k++ {
		w := r.word(k)
		switch v := r.verb(k); {
		case w.Can(lex.Verb|lex.P2|lex.Sing) && !w.Can(lex.Imperative):
			return true
		case v != noVerb && v != presentVerb:
			return false
		case v == presentVerb && lasts(w.Key):
			return true
		}
	}
	return false
}

// lasts tells whether a verb in the present tells how things are and not what happens.
func lasts(key string) bool {
	return hasStem(key, "явля", "составля", "живет", "живут", "прожива", "име", "насчитыва", "счита", "существу", "остает", "остаю",
		"представля", "принадлеж", "работа", "занима", "распола")
}

// begins tells whether a verb in the past makes the infinitive beside it past too: начал строить, смог уйти.
func (r *reader) begins(i int) bool {
	if w := r.word(i); !w.Can(lex.Verb|lex.Past) && !w.Can(lex.AdjShort) && !w.Can(lex.ParticipleShort) {
		return false
	}
	return hasStem(r.key(i), "нача", "стал", "смог", "мог", "успе", "продолж", "удал", "приш", "пыта", "попыта", "перестал", "сумел",
		"закончи", "прекрати", "бросил", "вынужд")
}

// awaits tells whether the clause of the tokens from to last, which has no verb, or the one in front of its dash names what is next:
// Следующее заседание — 16 февраля. The sentence begins with token first.
func (r *reader) awaits(first, from, last int) bool {
	if from > first && r.dash(from-1) {
		for from--; from > first && !r.parts(from-1); {
			from--
		}
	}
	for k := from; k+1 < last; k++ {
		if hasStem(r.key(k), "следующ", "ближайш") && r.word(k).Can(lex.Nom) && r.word(k+1).Can(lex.Noun|lex.Nom) && r.unit(k+1) == noUnit {
			return true
		}
	}
	return false
}

// puts tells whether a verb among the tokens first to last puts something on the day that на stands before: отложили суд на 5 мая.
func (r *reader) puts(first, last int) bool {
	for k := first; k < last; k++ {
		if r.has(k, parse.Word) && r.word(k).Can(lex.Verb) && hasStem(r.key(k), "назнач", "перенес", "отлож", "сдвин") {
			return true
		}
	}
	return false
}

// plans tells whether a verb or participle sets a time that is still to come: назначены на, запланирован, намечено.
func (r *reader) plans(i int) bool {
	key := r.key(i)
	if hasStem(key, "запланир", "планир", "намеч", "ожида", "анонсир", "предсто", "прогнозир") || key == "ждут" || key == "ждет" || key == "обещают" || key == "обещает" {
		return true
	}
	return hasStem(key, "назнач", "перенес", "отлож") && !r.word(i).Can(lex.Verb)
}
