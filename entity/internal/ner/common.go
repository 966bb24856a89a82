package ner

import (
	"strings"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/lex"
)

// common tells whether what looks like a name is a common noun: a person's or an organisation's that is none by the word table
// and has its capital from the beginning of the sentence, or an abbreviation that means a kind of thing. News is full of these,
// and new ones (COVID) come up faster than models.
func (s *scene) common(n Name) bool {
	if n.Last-n.First != 1 {
		return false
	}
	f := &s.at[n.First]
	w := s.tok[n.First].Word()
	if f.begins && f.mark == 0 && s.seen(n.First)&seenCapital == 0 && namesOf(w) == nameOther|nameKnown &&
		(n.Label == PersonBegin || n.Label == OrgBegin && !w.Is(lex.MediaNoun) && !OfState(w.Key) && !strings.Contains(w.Key, "-")) {
		v, _ := w.Value(lex.OrgNoun)
		return v&lex.Alone == 0 || n.Label == PersonBegin
	}
	switch s.tok[n.First].Key() {
	case "сми", "дтп", "чп", "чс", "ввп", "внп", "ндс", "ндфл", "мрот", "жкх", "тэк", "апк", "впк", "опк", "спг", "гсм", "нпз", "аэс", "гэс", "тэц",
		"грэс", "азс", "жк", "тц", "трц", "бтр", "бмп", "пзрк", "пво", "про", "зрк", "рсзо", "бпла", "вич", "спид", "орви", "орз", "ивл", "днк", "рнк",
		"егэ", "огэ", "вуз", "нии", "кб", "нко", "нпо", "ооо", "оао", "зао", "пао", "ао", "ип", "гуп", "муп", "фгуп", "тсж", "снт",
		"осаго", "каско", "смс", "sms", "пк", "эвм", "gps", "wi-fi", "it", "pr", "hr", "ceo", "ipo", "usb", "led", "hiv", "dna",
		"covid", "sars", "sars-cov", "mers", "ковид", "h1n1", "vip", "нло",
		"ук", "упк", "гк", "гпк", "тк", "нк", "коап", "лэп", "ии", "ai", "vpn", "dvd", "pdf", "лгбт", "мрт", "узи", "пэт", "бад", "удо", "чоп", "гбу", "фгбу", "мбоу", "нпф", "мфо":
		return true
	}
	return false
}

// opensSentence tells whether a name begins with a preposition or a conjunction that has the capital of its sentence: В министерстве, И Рощин.
// In a person's there are such words too: Во Ван Тхыонг.
func (s *scene) opensSentence(n Name) bool {
	f, w := &s.at[n.First], s.tok[n.First].Word()
	if !f.begins || f.mark != 0 {
		return false
	}
	and := (w.Key == "и" || w.Key == "а") && s.form(n.First+1) == title
	if n.Label == PersonBegin {
		return and && n.Last-n.First == 2
	}
	return and || w.Can(lex.Preposition)
}

// OfState tells how the short names of bodies of power begin, which the word table has among common nouns: Мосгорсуд, Госсовет.
func OfState(key string) bool {
	switch c, _ := utf8.DecodeRuneInString(key); c { // spares most words the comparing
	case 'г', 'м', 'р', 'н', 'ц', 'е':
	default:
		return false
	}
	for _, p := range [...]string{"гос", "мин", "рос", "мос", "глав", "нац", "центр", "евро"} {
		if rest, ok := strings.CutPrefix(key, p); ok && len(rest) > 4 {
			return true
		}
	}
	return false
}
