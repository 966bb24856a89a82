package entity

import (
	"slices"
	"strings"

	"github.com/svodka/svodka/entity/internal/ner"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// missed appends the names among tokens first up to last that the model left out: bodies of power, Госсовет, firms and
// agencies by how their names end, sites that are quoted, what a bridge leads over. at is the first token behind them.
func missed(doc *parse.Document, out []span, first, last int) ([]span, int) {
	t := doc.Tokens
	for i := first; i < last; i++ {
		shape := t[i].Shape()
		if dotted := i+2 < len(t) && t[i+1].Is('.') && !t[i+2].Spaced(); dotted && t[i].Kind() == parse.Word {
			if end := site(doc, i); end > 0 && end <= last {
				out, i = append(out, span{i, end, Org}), end-1
				continue
			}
		}
		if shape&parse.Capital == 0 { // no word, or in small letters
			continue
		}
		if end := called(doc, i); end > 0 && end < last {
			out, i = append(out, span{i, end, Org}), end-1
			continue
		}
		if k := honoured(doc, span{i, i + 1, Person}); k >= first {
			end := i + 1
			for ; end < last && (t[end].Shape()&parse.Title != 0 || t[end].Is('.') && t[end-1].Shape()&parse.Upper != 0); end++ {
			}
			out, i = append(out, span{k, end, Org}), end-1 // больница имени Рощина
			continue
		}
		if shape&parse.Upper != 0 && i > 0 && t[i-1].Word().Is(lex.Post) && country(t[i].Key()) { // председатель КНР
			out = append(out, span{i, i + 1, Place})
			continue
		}
		if shape&parse.Title == 0 || shape&(parse.Upper|parse.Mixed) != 0 {
			continue
		}
		w := t[i].Word()
		switch {
		case w.Is(lex.OrgNoun) && ner.OfState(w.Key) || firm(w):
			out = append(out, span{i, i + 1, Org})
		case i > 1 && t[i-1].Key() == "через" && t[i-2].Word().Is(lex.PlaceNoun) && (!w.Known() || w.Can(lex.Place)): // мост через Лагоду
			out = append(out, span{i, i + 1, Place})
		}
	}
	return out, max(first, last)
}

// site is behind the last token of the address of a site that says something, which begins at token i, a full stop behind it; 0 where
// there is none: сообщает zarya.ru.
func site(doc *parse.Document, i int) int {
	t := doc.Tokens
	if i == 0 || t[i+1].Spaced() || t[i+2].Spaced() || !ner.Domain(t[i+2].Key()) {
		return 0
	}
	if i+3 < len(t) && !t[i+3].Spaced() && (t[i+3].Is('/') || t[i+3].Is('.') && i+4 < len(t) && !t[i+4].Spaced()) {
		return 0
	}
	before := i - 1
	if quoted(&t[before]) && before > 0 {
		before--
	} else if !t[i].Spaced() {
		return 0 // a part of something longer
	}
	if w := t[before].Word(); w.Is(lex.SpeechVerb) || w.Is(lex.MediaNoun) && w.Can(lex.Nom) && (before == 0 || !t[before-1].Word().Can(lex.Preposition)) { // but not на сайте zarya.ru
		return i + 3
	}
	return 0
}

// firm tells whether a word that is no common noun ends as the names of firms and agencies do.
func firm(w *lex.Word) bool {
	if w.Known() && !organisation(w) && !ner.OfState(w.Key) {
		return false
	}
	for _, s := range [...]string{"банк", "холдинг", "инвест", "телеком", "строй", "трест", "надзор", "автодор", "реестр", "охран", "контрол"} {
		if strings.Contains(w.Key[min(len(w.Key), max(1, len(w.Key)-len(s)-len("ов"))):], s) {
			return true
		}
	}
	return false
}

// organisation tells the words that the dictionary has as names of organisations alone: Ростехнадзор, Газпром.
func organisation(w *lex.Word) bool {
	return w.Known() && w.Can(lex.Org|lex.Sing) && !slices.ContainsFunc(w.Readings, func(r lex.Reading) bool { return r.Gram()&lex.Org == 0 })
}
