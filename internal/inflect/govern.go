package inflect

import (
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// Governed is what the word before a phrase that begins at token i tells of its case: a preposition, or a noun it depends on
// or stands beside. Strict tells that no other case is possible, as behind a preposition. 0 where nothing is told.
func Governed(doc *parse.Document, i int) (cases lex.Gram, strict bool) {
	if i > 0 && doc.Tokens[i-1].OpensQuote() {
		i--
	}
	if i == 0 || doc.Tokens[i].Opens() {
		return 0, false
	}
	t := &doc.Tokens[i-1]
	if t.Kind() != parse.Word {
		return 0, false
	}
	if c := Preposition(t.Key()); c != 0 {
		return c, true
	}
	w := t.Word()
	if !w.Can(lex.Noun) || w.Can(lex.Conjunction) || w.Can(lex.Verb) || w.Can(lex.Infinitive) {
		return 0, false
	}
	return lex.Gen, false
}

// Preposition is the cases a preposition governs; 0 for any other word.
func Preposition(key string) lex.Gram {
	switch key {
	case "в", "во", "на":
		return lex.Acc | lex.Loc
	case "о", "об", "обо":
		return lex.Loc | lex.Acc
	case "при":
		return lex.Loc
	case "с", "со":
		return lex.Gen | lex.Ins
	case "за", "под", "подо":
		return lex.Acc | lex.Ins
	case "над", "надо", "перед", "передо", "пред":
		return lex.Ins
	case "между", "меж":
		return lex.Ins | lex.Gen
	case "к", "ко", "благодаря", "вопреки", "согласно", "навстречу", "наперекор", "подобно":
		return lex.Dat
	case "по":
		return lex.Dat | lex.Loc | lex.Acc
	case "через", "про", "сквозь":
		return lex.Acc
	case "из", "изо", "от", "ото", "до", "без", "для", "у", "около", "после", "против", "вокруг", "возле", "вместо", "кроме", "среди",
		"ради", "насчет", "близ", "вблизи", "вдоль", "внутри", "вне", "из-за", "из-под", "мимо", "накануне", "напротив", "относительно",
		"помимо", "посреди", "путем", "сверх", "свыше", "со-стороны", "ввиду", "вследствие":
		return lex.Gen
	}
	return 0
}
