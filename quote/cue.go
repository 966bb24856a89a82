package quote

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
)

// A government is what a word of speech governs: the letters of internal/lex/words/speech.txt.
type government uint16

const (
	says government = 1 << iota
	about
	asks
	calls
	voices
	impersonal
	cites
	outOf
	denied
	given

	along
	clause
	quoting
	place
	accords
	many
)

// The letters of verbs and of nouns.
var (
	verbLetters = [1 << 7]government{'s': says, 'o': about, 'a': asks, 'n': calls, 'w': voices, 'i': impersonal, 'c': cites, 'f': outOf, 'x': denied, 'g': given}
	nounLetters = [1 << 7]government{'p': along, 't': clause, 'q': quoting, 'd': place, 'f': accords, 'm': many}
)

// governs reads a value of the word table.
func governs(v int, letters *[1 << 7]government) (g government) {
	for ; v != 0; v >>= 8 {
		g |= letters[v&(1<<7-1)]
	}
	return g
}

// A trait is how a word takes part in telling who speaks: a letter of internal/lex/words/telling.txt.
type trait byte

const (
	untitled   trait = 't' // мэрия: no title in quotation marks is its name
	ofSomebody trait = 'b' // адвокат: a name behind it can be of whom he works for
	spouse     trait = 'c' // супруга
	unnamed    trait = 'u' // источник
	anaphoric  trait = 'd' // издание: one spoken of before
	inOffice   trait = 'o' // губернатор
	wholeOf    trait = 'k' // государство, with a head
	partOf     trait = 'p' // большинство
	circle     trait = 'l' // окружение
	page       trait = 'h' // сайт
	vague      trait = 'v' // по некоторым данным
	rumour     trait = 'r' // по слухам
	wordsOf    trait = 'w' // фраза
	law        trait = 'y' // статья
	nickname   trait = 'n' // по кличке «Хромой»
	phase      trait = 'f' // начать
	whom       trait = 'e' // спросить его
	modal      trait = 'm' // мочь
)

// has tells whether a word has a trait.
func has(w *lex.Word, x trait) bool {
	if !w.Is(lex.Telling) {
		return false
	}
	v, _ := w.Value(lex.Telling)
	for ; v != 0; v >>= 8 {
		if trait(v) == x {
			return true
		}
	}
	return false
}

// A cue is a word of speech in a sentence.
type cue struct {
	node int
	gov  government
	form form
	gram lex.Gram // of the readings that are of speech
	not  bool     // не stands before it
	src  int32    // its source plus 1, once known
	lead int      // how many nodes before it another verb begins it: дал | понять

	behind complement // what it governs, once found
	found  bool
}

type form uint8

const (
	finite form = iota
	gerund
	participle1 // active: заявивший
	passive     // сказано
	infinitive
	nominal // a noun
)

// verbs are the classes of words of speech that head a clause; nouns the others.
const cueClasses = lex.SpeechVerb | lex.SpeechNoun

// mostCues is how many words of speech of one sentence are looked at.
const mostCues = 64

// findCues lists the words of speech of the sentence.
func (f *finder) findCues() {
	f.cues = f.cues[:0]
	for i := range f.nodes[:f.last] {
		if f.nodes[i].class&cueClasses == 0 || f.nodes[i].kind != word || len(f.cues) == mostCues {
			continue
		}
		c, ok := f.verb(i)
		if !ok {
			c, ok = f.noun(i)
		}
		if !ok && f.key(i) == "согласно" {
			c, ok = cue{node: i, gov: accords, form: nominal}, true
		}
		if !ok || c.gov == voices && f.nodes[i].gram&lex.Noun != 0 && f.left(&c) < 0 { // это начало
			continue
		}
		s := &f.segs[f.nodes[i].seg]
		if s.cue < 0 && c.form != nominal {
			s.cue = len(f.cues)
		}
		f.cues = append(f.cues, c)
	}
}

// noun reads node i as a noun of speech.
func (f *finder) noun(i int) (c cue, ok bool) {
	v, ok := f.word(i).Value(lex.SpeechNoun)
	if !ok {
		return c, false
	}
	c = cue{node: i, gov: governs(v, &nounLetters), form: nominal, gram: f.word(i).GramOf(lex.SpeechNoun)}
	return c, c.gov&many == 0 || c.gram&lex.Plur != 0
}

// verb reads node i as a verb of speech in a form that reports what somebody said.
func (f *finder) verb(i int) (c cue, ok bool) {
	w := f.word(i)
	v, ok := w.Value(lex.SpeechVerb)
	if !ok {
		return c, false
	}
	c = cue{node: i, gov: governs(v, &verbLetters), gram: speechGram(w), not: f.negated(i)}
	g := c.gram
	switch {
	case f.nodes[i].gram&lex.Preposition != 0: // согласно
		return c, false
	case g&lex.Verb != 0:
		if g&(lex.P1|lex.P2) != 0 && g&lex.P3 == 0 || g&lex.Imperative != 0 && g&(lex.Past|lex.P3) == 0 {
			return c, false
		}
	case g&lex.Gerund != 0:
		c.form = gerund
	case g&(lex.ParticipleShort|lex.AdjShort) != 0:
		if g&lex.AdjShort == 0 && g&lex.Passive != 0 && !f.convinced(i) {
			c.form = passive
		}
	case g&lex.Participle != 0:
		if g&lex.Active == 0 || c.gov == outOf { // сказал следующее
			return c, false
		}
		c.form = participle1
	case g&lex.Infinitive != 0:
		c.form = infinitive
		if c.gov&given != 0 {
			return f.madeClear(c)
		}
	default:
		return c, false // a full adjective: согласный
	}
	return c, true
}

// speechGram joins the grammemes of the readings that are of speech; imperatives count where there is nothing else.
func speechGram(w *lex.Word) (g lex.Gram) {
	var orders lex.Gram
	for _, r := range w.Readings {
		switch x := r.Gram(); {
		case r.Lemma.Class()&lex.SpeechVerb == 0:
		case x&lex.Imperative != 0:
			orders |= x
		default:
			g |= x
		}
	}
	if g == 0 {
		return orders
	}
	return g
}

// verbGram joins the grammemes of a node's readings as a verb that tells something; those of all where it is no verb.
func (f *finder) verbGram(i int) (g lex.Gram) {
	for _, r := range f.word(i).Readings {
		if x := r.Gram(); x&lex.Verb != 0 && x&lex.Imperative == 0 {
			g |= x
		}
	}
	if g == 0 {
		return f.nodes[i].gram
	}
	return g
}

// madeClear reads дал понять, with a few words between, as one verb.
func (f *finder) madeClear(c cue) (cue, bool) {
	for i := c.node - 1; i >= max(0, c.node-5) && f.nodes[i].kind == word; i-- {
		if g := f.nodes[i].gram; g&lex.Verb != 0 && g&(lex.P1|lex.P2) == 0 && (f.key(i) == "дал" || f.key(i) == "дала" || f.key(i) == "дали" || f.key(i) == "дало" ||
			f.key(i) == "дает" || f.key(i) == "дают") {
			c.lead, c.form, c.gov, c.gram = c.node-i, finite, says, f.verbGram(i)
			return c, true
		}
	}
	return c, false
}

// convinced tells whether a short participle says what somebody thinks: уверен, убеждён.
func (f *finder) convinced(i int) bool {
	return strings.HasPrefix(f.key(i), "убежден") || strings.HasPrefix(f.key(i), "уверен")
}

// negated tells whether не stands before node i, with at most a word between.
func (f *finder) negated(i int) bool { return f.key(i-1) == "не" }

// single tells whether a cue's verb is of one person or thing; plural likewise.
func (c *cue) plural() bool { return c.gram&lex.Plur != 0 && c.gram&lex.Sing == 0 }
