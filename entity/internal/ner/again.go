package ner

import (
	"slices"
	"strings"

	"github.com/svodka/svodka/internal/lex"
)

// A document that has told of Павел Рощин means him by Рощин, even where the words around that tell little; and initials
// belong to the surname they stand by.

// again appends the names found to dst, those of persons with all their initials, and between them persons' surnames that were
// taken for nothing, or for a place or an organisation.
func (t *tagger) again(dst []Name) []Name {
	dst = slices.Grow(dst, len(t.names)+4)
	at := 0
	for _, n := range t.names {
		dst, at = t.alone(dst, at, n.First)
		if n.First = max(n.First, at); n.First >= n.Last {
			continue
		}
		if n.Last-n.First == 1 && n.Label != PersonBegin && t.isSurname(n.First) && t.scene.at[n.First].mark == 0 {
			n.Label = PersonBegin
		}
		n = t.withInitials(n, at)
		if n.Last-n.First == 1 {
			n.Label = t.onlyWord(n.First, n.Label)
		}
		dst = append(dst, n)
		at = n.Last
	}
	dst, _ = t.alone(dst, at, len(t.scene.at))
	return dst
}

// findSurnames lists the last words of persons' names of several words, and of those of one word that the document has twice.
func (t *tagger) findSurnames() {
	t.surnames, t.single = slices.Grow(t.surnames[:0], len(t.kept)/4), slices.Grow(t.single[:0], len(t.kept)/4)
	for _, n := range t.kept {
		last := &t.scene.whole.Tokens[int(n.first)+int(n.size)-1]
		if n.label != PersonBegin || formOf(last) != title {
			continue
		}
		key := surnameKey(last.Word())
		if n.size > 1 {
			t.surnames = append(t.surnames, key)
		} else {
			t.single = append(t.single, key)
		}
	}
	slices.Sort(t.single)
	for i := 1; i < len(t.single); i++ {
		if t.single[i] == t.single[i-1] {
			t.surnames = append(t.surnames, t.single[i])
		}
	}
	slices.Sort(t.surnames)
}

// isPlace tells whether token i is the name of a place that the word table takes for nothing else, or for no other name where
// the document writes it with a capital alone, or one that is called a town.
func (t *tagger) isPlace(i int) bool {
	f := &t.scene.at[i]
	if f.form != title || f.mark != 0 || f.address != 0 {
		return false
	}
	switch namesOf(t.scene.tok[i].Word()) &^ nameKnown {
	case namePlace:
		return true
	case namePlace | nameOther:
		alone := !capital(t.scene.form(i+1)) && (!capital(t.scene.form(i-1)) || t.scene.at[i-1].begins)
		return alone && !f.begins && t.scene.seen(i)&seenSmall == 0
	default:
		return t.townBefore(i)
	}
}

// isOrg tells whether token i is the name of an organisation that the word table takes for nothing else.
func (t *tagger) isOrg(i int) bool {
	f := &t.scene.at[i]
	return f.form == title && f.mark == 0 && f.address == 0 && namesOf(t.scene.tok[i].Word())&^(nameKnown|nameAbbr) == nameOrg
}

// alone appends the surnames and the known places among the tokens from first up to but not last; at is where the next name can begin.
func (t *tagger) alone(dst []Name, first, last int) (_ []Name, at int) {
	at = first
	for i := first; i < last; i++ {
		if i < at || t.scene.at[i].form != title {
			continue
		}
		switch {
		case t.isSurname(i):
			n := t.withInitials(Name{i, i + 1, PersonBegin}, at)
			dst = append(dst, n)
			at = n.Last
		case t.isPlace(i) || t.scene.at[i].address == 0 && t.scene.at[i].mark == 0 && t.isTown(i):
			dst = append(dst, Name{i, i + 1, PlaceBegin})
		case t.isOrg(i):
			dst = append(dst, Name{i, i + 1, OrgBegin})
		}
	}
	return dst, at
}

// withInitials is a person's name with the initials before and behind it, none of them before token least.
func (t *tagger) withInitials(n Name, least int) Name {
	if n.Label != PersonBegin {
		return n
	}
	for n.First > least && t.scene.at[n.First].initial != surnameFirst && t.scene.at[n.First-1].initial == initialBefore {
		n.First--
	}
	for n.Last < len(t.scene.at) && t.scene.at[n.Last].initial == initialBehind {
		n.Last++
	}
	return n
}

// isSurname tells whether token i is a surname of the document's that the word table does not take for something else.
func (t *tagger) isSurname(i int) bool {
	f := &t.scene.at[i]
	if f.form != title || f.address != 0 || t.scene.seen(i)&seenSmall != 0 {
		return false
	}
	w := t.scene.tok[i].Word()
	if w.Letters() < 4 {
		return false
	}
	if !t.isFound(w) && f.initial != surnameTwo && f.initial != surnameFirst {
		return false
	}
	names := namesOf(w)
	if names&(namePlace|nameOrg|nameGiven) != 0 {
		return false
	}
	// Корж is a surname where the document has Марина Корж; what can be an adjective is likelier to be one.
	return names&nameOther == 0 || names&nameSurname != 0 || w.Can(lex.Noun) && !w.Can(lex.Adj)
}

// onlyWord is the label of a name of one word, which the word itself may tell to be another than it was given.
func (t *tagger) onlyWord(i int, l Label) Label {
	w := t.scene.tok[i].Word()
	names := namesOf(w)
	switch {
	case l == PlaceBegin && union(w):
		return OrgBegin
	case l == OrgBegin && t.scene.at[i].form == upper && names&^nameKnown == namePlace: // МОСКВА, 5 марта.
		return PlaceBegin
	case l != PlaceBegin && t.scene.at[i].mark == 0 && (t.isTown(i) || t.townBefore(i)):
		return PlaceBegin
	case l == PersonBegin && t.scene.at[i].form == title && names&^nameKnown == namePlace && !w.Compound && !t.isFound(w):
		return PlaceBegin
	case l != PersonBegin:
		return l
	case w.Is(lex.OrgNoun|lex.MediaNoun) && names&(nameGiven|nameSurname) == 0: // Госсовет
		return OrgBegin
	}
	return PersonBegin
}

// isFound tells whether a word is a surname of the document's.
func (t *tagger) isFound(w *lex.Word) bool {
	_, ok := slices.BinarySearch(t.surnames, surnameKey(w))
	return ok
}

// union tells the European Union, which has a code as countries have but is none.
func union(w *lex.Word) bool {
	code, ok := w.Value(lex.Country)
	return ok && int32(code) == lex.Code("EU")
}

// isTown tells whether token i is a word that no dictionary has and that is made like the name of a town: Верхнереченск,
// Усть-Лагода.
func (t *tagger) isTown(i int) bool {
	w := t.scene.tok[i].Word()
	if t.scene.at[i].form != title || w.Known() || w.Letters() < 6 {
		return false
	}
	f := w.Fold()
	for k := len(f); k > len(f)-3; k-- {
		if f[k-2] == 0xF1 && f[k-1] == 0xEA { // ск, the ending behind it
			return t.townCase(i, lex.Unfold(f[k:]))
		}
	}
	return strings.HasPrefix(w.Key, "усть-")
}

// townBefore tells whether a short word for a town stands before token i, which is no surname and no common noun: г. Лагода, but
// not 2022 г. Его.
func (t *tagger) townBefore(i int) bool {
	if t.scene.form(i-1) != stop || t.scene.form(i-2) != lower || t.scene.form(i-3) == number || t.scene.at[i].begins {
		return false
	}
	w := t.scene.tok[i].Word()
	if names := namesOf(w); names&nameSurname != 0 || names&namePlace == 0 && w.Known() && (!w.Can(lex.Adj) || w.Can(lex.Apro)) {
		return false
	}
	switch t.scene.tok[i-2].Key() {
	case "г", "гор", "пос", "пгт", "дер", "ст", "хут":
		return true
	}
	return false
}

// townCase tells the endings of a town's name: Омск, Омску, Омске, Омском, and Омска behind a preposition; elsewhere that is
// rather a woman's surname.
func (t *tagger) townCase(i int, ending string) bool {
	switch ending {
	case "", "у", "е", "ом":
		return true
	case "а":
		return i > 0 && t.scene.tok[i-1].Word().Can(lex.Preposition)
	}
	return false
}

// surnameKey is the hash of a surname without its ending, roughly.
func surnameKey(w *lex.Word) uint64 {
	f := w.Fold()
	k := len(f)
	for k > 4 && k > len(f)-3 && ending(f[k-1]) {
		k--
	}
	return lex.Hash(f[:k])
}

// ending tells the letters that the endings of surnames are made of: vowels, й, м, х and г.
func ending(c byte) bool { return vowel(c) || c == 0xEC || c == 0xF5 || c == 0xE3 }
