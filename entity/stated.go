package entity

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// What a sentence states of a person's post: Рощин стал министром · министром назначен Рощин · Рощина назначили министром ·
// Рощин занимает пост министра.

// verbal is how a verb ties a post to a person.
type verbal uint8

const (
	ofSubject verbal = iota + 1 // стал, назначен: of its subject
	ofObject                    // назначил: of its object
)

// A tie is how the forms of a verb begin that states a post, and whether it does so with пост and должность alone.
type tie struct {
	begins string
	kind   verbal
	office bool
}

var ties = [...]tie{
	{"стал", ofSubject, false}, {"стане", ofSubject, false}, {"станов", ofSubject, false}, {"явля", ofSubject, false}, {"был", ofSubject, false}, {"буд", ofSubject, false},
	{"работа", ofSubject, false}, {"служи", ofSubject, false}, {"оста", ofSubject, false},
	{"занял", ofSubject, true}, {"займ", ofSubject, true}, {"занима", ofSubject, true}, {"покин", ofSubject, true}, {"покида", ofSubject, true}, {"ушел", ofSubject, true}, {"ушла", ofSubject, true},
	{"уйд", ofSubject, true}, {"уход", ofSubject, true}, {"вступ", ofSubject, true}, {"получи", ofSubject, true},
	{"назнач", ofObject, false}, {"избра", ofObject, false}, {"избер", ofObject, false}, {"переизбра", ofObject, false}, {"утвер", ofObject, false}, {"выбра", ofObject, false},
	{"выдвин", ofObject, false},
	{"освобо", ofObject, true}, {"отстран", ofObject, true}, {"увол", ofObject, true},
}

// tieOf tells how a word ties a post to a person; 0 for one that does not. A passive one is of its subject.
func tieOf(t *parse.Token, office bool) verbal {
	w := t.Word()
	passive := w.Can(lex.ParticipleShort)
	if t.Kind() != parse.Word || !passive && !w.Can(lex.Verb) {
		return 0
	}
	for i := range ties {
		x := &ties[i]
		if !strings.HasPrefix(w.Key, x.begins) || x.office && !office || office && x.kind == ofSubject && !x.office && x.begins != "оста" {
			continue
		}
		if passive || strings.HasSuffix(w.Key, "ся") {
			return ofSubject
		}
		return x.kind
	}
	return 0
}

// reach is how far, in tokens, a verb and the person may be from the post.
const reach = 14

// predicate tells whether a post that stands alone is part of what its sentence states of somebody, and finds the verb and
// whether the post stands in the instrumental or behind пост: занял пост | министра. -1 where there is no such verb.
func (r *resolver) predicate(p *post) (verb int, office bool) {
	t := r.doc.Tokens
	first := p.first
	if first > 0 && p.cases&lex.Gen != 0 && officeNoun(t[first-1].Key()) {
		office = true
		first--
	} else if p.cases&lex.Ins == 0 {
		return -1, false
	}
	begin, end := r.sentence(p.head)
	for i := first - 1; i >= max(begin, first-reach); i-- {
		if tieOf(&t[i], office) != 0 {
			return i, office
		}
		if office && t[i].Word().Is(lex.Post) {
			break // кандидат на пост министра
		}
		if t[i].Is(';') || t[i].Is(':') || t[i].Dash() || t[i].Word().Can(lex.Verb) && !t[i].Word().Can(lex.Noun) {
			break
		}
	}
	if office {
		for i := p.last; i < min(end, p.last+reach); i++ {
			if tieOf(&t[i], true) == ofSubject {
				return i, true // пост министра Рощин занял
			}
			if t[i].Word().Can(lex.Verb) && !t[i].Word().Can(lex.Noun) || t[i].Kind() == parse.Punct && !closingMark(&t[i]) && !quoted(&t[i]) {
				break
			}
		}
		return -1, true
	}
	if !(p.first == begin || p.first > 0 && (t[p.first-1].Is(',') || t[p.first-1].Dash() || t[p.first-1].Key() == "и" || t[p.first-1].Key() == "а" || t[p.first-1].Key() == "ранее")) {
		return -1, office
	}
	for i := p.last; i < min(end, p.last+3); i++ {
		if tieOf(&t[i], false) != 0 {
			return i, false
		}
	}
	return -1, office
}

func officeNoun(key string) bool {
	switch key {
	case "пост", "поста", "посту", "постом", "посте", "должность", "должности", "должностью":
		return true
	}
	return false
}

// stated is the person of whom the post is stated with a verb; -1 for none.
func (r *resolver) stated(p *post, verb int, office bool) int {
	t := r.doc.Tokens
	if begin, _ := r.sentence(verb); verb > begin && t[verb-1].Key() == "не" {
		return -1
	}
	kind := tieOf(&t[verb], office)
	if kind == ofSubject {
		c, pending := -1, false
		if verb < p.first {
			if c, pending = r.personLeft(verb-1, lex.Nom); c < 0 && !pending {
				c = r.personRight(p.last, 2, lex.Nom)
			}
		} else {
			if office {
				c, pending = r.personLeft(verb-1, lex.Nom)
			}
			if c < 0 && !pending {
				c = r.personRight(verb+1, reach, lex.Nom)
			}
		}
		if c >= 0 && !agrees(t[verb].Word(), r.clusters[c].gender) {
			return -1
		}
		return c
	}
	if verb > p.first {
		return r.personRight(verb+1, reach, lex.Acc)
	}
	for i := p.first - 1; i > verb; i-- {
		if c := r.personAt(i, lex.Acc); c >= 0 {
			return c
		}
	}
	return r.personRight(p.last, 2, lex.Acc)
}

// agrees tells whether a verb can be said of somebody of a gender.
func agrees(verb *lex.Word, gender lex.Gram) bool {
	told := (verb.Gram(lex.Verb|lex.Past|lex.Sing) | verb.Gram(lex.ParticipleShort|lex.Sing)) & (lex.Masc | lex.Fem)
	return told == 0 || gender == 0 || told&gender != 0
}

// personLeft is the nearest person in one of some cases named at token i or before it in the sentence; pending tells that a
// pronoun stands there whose meaning is not known yet.
func (r *resolver) personLeft(i int, cases lex.Gram) (c int, pending bool) {
	t := r.doc.Tokens
	begin, _ := r.sentence(i + 1)
	for last := max(begin, i-reach); i >= last; i-- {
		if c := r.personAt(i, cases); c >= 0 {
			return c, false
		}
		if t[i].Is(';') || t[i].Is(':') {
			break
		}
		switch t[i].Key() {
		case "он", "она":
			return -1, true
		case "который", "которая":
			if i > begin+1 && t[i-1].Is(',') && cases == lex.Nom {
				if c := r.personAt(i-2, lex.Cases); c >= 0 {
					return c, false // вслед за Рощиным, который занимал
				}
			}
		}
	}
	return -1, false
}

// personRight is the first person in one of some cases named at token i or at most far tokens behind; posts of the name
// do not count.
func (r *resolver) personRight(i, far int, cases lex.Gram) int {
	t := r.doc.Tokens
	_, end := r.sentence(i - 1)
	for n := 0; i < end && n < far; i++ {
		if c := r.personAt(i, cases); c >= 0 {
			return c
		}
		if !r.inRole.has(i) {
			n++
		}
		if t[i].Is(';') || t[i].Is(':') {
			break
		}
	}
	return -1
}

// personAt is the cluster of the person named, or meant by a pronoun, at token i, if in one of some cases; -1 for none.
func (r *resolver) personAt(i int, cases lex.Gram) int {
	if k := r.at[i]; k >= 0 {
		m := &r.mentions[k]
		if m.typ == Person && m.cluster >= 0 && m.person.plausible()&cases != 0 && !(cases == lex.Nom && m.person.cases != lex.Nom && !m.person.unchanged()) {
			return int(m.cluster)
		}
		return -1
	}
	if c := r.meant(i); c >= 0 && (r.doc.Tokens[i].Word().Can(lex.Pronoun|lex.Nom) == (cases == lex.Nom)) {
		return c
	}
	return -1
}

// meant is the cluster that a pronoun means; less than 0 for none.
func (r *resolver) meant(i int) int { return -2 - int(r.at[i]) }

// statements gives the posts stated of those whom pronouns mean: она стала министром.
func (r *resolver) statements() {
	for i := range r.open {
		o := &r.open[i]
		if c := r.stated(&o.post, o.verb, o.office); c >= 0 {
			r.held(c, o.post)
		}
	}
}

// A statement is a post stated of somebody not yet known.
type statement struct {
	post
	verb   int
	office bool
}
