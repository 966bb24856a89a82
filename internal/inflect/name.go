package inflect

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/lex"
)

// A Candidate is a nominative that a form of a name may have, and in which cases and genders the form would be its.
type Candidate struct {
	Key    string // the nominative, as lex.Word.Key is written
	Off    int    // letters to take off the form
	Ending string // and what to put there
	Cases  lex.Gram
	Gender lex.Gram
	Weight int      // how likely, before anything else is known
	Known  bool     // the word table has the name
	Kind   lex.Gram // of a name the table has: given name, patronymic, surname, place
}

// Text makes the candidate of the form as it stands in a text.
func (c *Candidate) Text(form string) string {
	if c.Off == 0 && c.Ending == "" {
		return form
	}
	return lex.Replace(form, c.Off, c.Ending)
}

// Adjectival tells whether the nominative is one in -ая, of a form that given names in -а have too: Толстой, Санной.
func (c *Candidate) Adjectival() bool { return !c.Known && c.Off > 0 && c.Ending == "ая" }

const (
	any1  = lex.Cases
	both  = lex.Masc | lex.Fem
	masc  = lex.Masc
	fem   = lex.Fem
	known = 8 // weight of a name the table has
)

// A rule makes a nominative of a form: its ending, what the nominative has instead, in which cases and genders. Behind says
// what the letter before the ending must be.
type rule struct {
	ending, nominative string
	cases, gender      lex.Gram
	weight             int
	behind             string
}

const (
	consonants = "бвгджзклмнпрстфхцчшщ"
	hushing    = "жшчщц"
	velar      = "гкхжшчщ"
	vowels     = "аеиоуыэюя"
)

// rules say how surnames and given names decline; after N. Kalakutskaya, "Declension of surnames and given names in modern
// Russian" (1984), and the rules of the Russian academic grammar (1980), §§ 1180–1184.
var rules = [...]rule{
	// Adjectives: Зеленский, Толстой, Белый.
	{"ого", "ий", lex.Gen | lex.Acc, masc, 6, "к"}, {"ому", "ий", lex.Dat, masc, 6, "к"}, {"им", "ий", lex.Ins, masc, 6, "к"}, {"ом", "ий", lex.Loc, masc, 5, "к"},
	{"ого", "ой", lex.Gen | lex.Acc, masc, 2, consonants}, {"ому", "ой", lex.Dat, masc, 2, consonants}, {"ым", "ой", lex.Ins, masc, 1, consonants}, {"ом", "ой", lex.Loc, masc, 0, consonants},
	{"ого", "ый", lex.Gen | lex.Acc, masc, 3, consonants}, {"ому", "ый", lex.Dat, masc, 3, consonants}, {"ым", "ый", lex.Ins, masc, 2, consonants},
	{"его", "ий", lex.Gen | lex.Acc, masc, 2, hushing}, {"ему", "ий", lex.Dat, masc, 2, hushing}, {"им", "ий", lex.Ins, masc, 4, hushing}, {"ем", "ий", lex.Loc, masc, 1, hushing},
	{"ей", "ая", lex.Gen | lex.Dat | lex.Ins | lex.Loc, fem, 1, "щч"},
	{"ая", "ая", lex.Nom, fem, 6, ""}, {"ой", "ая", lex.Gen | lex.Dat | lex.Ins | lex.Loc, fem, 4, "к"}, {"ую", "ая", lex.Acc, fem, 6, ""},
	{"ой", "ая", lex.Gen | lex.Dat | lex.Ins | lex.Loc, fem, 0, consonants}, {"им", "ой", lex.Ins, masc, 3, "гх"},
	// Иванов, Ильин: both genders.
	{"а", "", lex.Gen | lex.Acc, masc, 5, "вн"}, {"у", "", lex.Dat, masc, 5, "вн"}, {"ым", "", lex.Ins, masc, 5, "вн"}, {"е", "", lex.Loc, masc, 4, "вн"},
	{"а", "а", lex.Nom, fem, 4, "вн"}, {"ой", "а", lex.Gen | lex.Dat | lex.Ins | lex.Loc, fem, 5, "вн"}, {"у", "а", lex.Acc, fem, 4, "вн"},
	// Several of one family: Ольга и Сергей Крыловы.
	{"ы", "", lex.Nom, masc, 5, "вн"}, {"ы", "а", lex.Nom, fem, 5, "вн"}, {"ых", "", lex.Gen | lex.Acc | lex.Loc, masc, 7, "вн"}, {"ых", "а", lex.Gen | lex.Acc | lex.Loc, fem, 7, "вн"},
	{"ыми", "", lex.Ins, masc, 6, "вн"}, {"ыми", "а", lex.Ins, fem, 6, "вн"},
	// A consonant: Трамп, Юрчак, Мирзоян; men's decline, women's do not.
	{"", "", lex.Nom, masc, 4, consonants}, {"а", "", lex.Gen | lex.Acc, masc, 3, consonants}, {"у", "", lex.Dat, masc, 4, consonants},
	{"ом", "", lex.Ins, masc, 4, consonants}, {"ем", "", lex.Ins, masc, 4, hushing}, {"е", "", lex.Loc, masc, 2, consonants},
	{"", "", any1, fem, 0, consonants},
	{"ича", "ич", lex.Gen | lex.Acc, masc, 7, ""}, {"ичу", "ич", lex.Dat, masc, 7, ""},
	{"ца", "ец", lex.Gen | lex.Acc, masc, 2, consonants}, {"цу", "ец", lex.Dat, masc, 2, consonants}, {"цом", "ец", lex.Ins, masc, 2, consonants},
	// A soft ending: Гайдай, Кремль.
	{"", "", lex.Nom, masc, 4, "йь"}, {"я", "й", lex.Gen | lex.Acc, masc, 3, vowels}, {"ю", "й", lex.Dat, masc, 3, vowels}, {"ем", "й", lex.Ins, masc, 3, vowels}, {"е", "й", lex.Loc, masc, 1, vowels},
	{"эя", "эй", lex.Gen | lex.Acc, masc, 6, ""}, {"эю", "эй", lex.Dat, masc, 7, ""}, {"эем", "эй", lex.Ins, masc, 7, ""}, {"эе", "эй", lex.Loc, masc, 6, ""}, // Вэй, Грэй
	{"я", "ь", lex.Gen | lex.Acc, masc, 2, consonants}, {"ю", "ь", lex.Dat, masc, 2, consonants}, {"ем", "ь", lex.Ins, masc, 2, consonants},
	{"", "", any1, fem, 0, "йь"},
	{"ии", "ия", lex.Gen | lex.Dat | lex.Loc, both, 4, ""}, {"ию", "ия", lex.Acc, both, 3, ""}, {"ией", "ия", lex.Ins, both, 4, ""},
	{"ия", "ий", lex.Gen | lex.Acc, masc, 2, ""}, {"ию", "ий", lex.Dat, masc, 2, ""}, {"ием", "ий", lex.Ins, masc, 2, ""}, {"ии", "ий", lex.Loc, masc, 1, ""},
	// а and я: Обама, Берия, Анна.
	{"", "", lex.Nom, both, 3, "ая"}, {"ы", "а", lex.Gen, both, 3, consonants}, {"и", "а", lex.Gen, both, 2, velar}, {"и", "я", lex.Gen | lex.Dat | lex.Loc, both, 2, "влнрстиед"},
	{"е", "а", lex.Dat | lex.Loc, both, 2, consonants}, {"е", "я", lex.Dat | lex.Loc, both, 1, consonants + vowels}, {"у", "а", lex.Acc, both, 2, consonants}, {"ю", "я", lex.Acc, both, 2, consonants + vowels},
	{"ой", "а", lex.Ins, both, 3, consonants}, {"ей", "а", lex.Ins, both, 2, hushing}, {"ей", "я", lex.Ins, both, 2, consonants + vowels},
	{"нью", "нью", any1, both, 4, ""}, // Моуринью
	{"ьи", "ья", lex.Gen | lex.Dat | lex.Loc, both, 3, ""}, {"ье", "ья", lex.Dat | lex.Loc, both, 0, ""}, {"ью", "ья", lex.Acc, both, 3, ""}, {"ьей", "ья", lex.Ins, both, 3, ""},
	// Those that never change: Шевченко, Дюма, Черных, Саркози, Живаго.
	{"", "", any1, both, 4, "о"}, {"", "", any1, both, 3, "иэ"}, {"", "", any1, both, 2, "уею"}, {"дзе", "дзе", any1, both, 8, ""}, {"айте", "айте", any1, fem, 6, ""}, {"уа", "уа", any1, both, 4, ""}, {"иа", "иа", any1, both, 2, ""}, {"оа", "оа", any1, both, 2, ""}, {"", "", any1, both, 0, "ы"}, {"их", "их", any1, both, 6, ""}, {"ых", "ых", any1, both, 6, ""},
}

// A shape is what a rule asks of a word, in numbers: they are compared before any string is.
type shape struct {
	ending, mask uint64 // the last bytes of the word, as [tail] has them
	bits         int    // how many of them
	behind       uint32 // the letters that may stand before, a bit each from а on; 0 for any
}

// index has the shape of every rule, and what rules are for words that end in a letter, by the last six bits of its last byte.
var index = sync.OnceValue(func() *struct {
	lists  [64][]uint8
	shapes [len(rules)]shape
} {
	x := new(struct {
		lists  [64][]uint8
		shapes [len(rules)]shape
	})
	for i := range rules {
		s := &x.shapes[i]
		for _, c := range rules[i].behind {
			s.behind |= 1 << (c - 'а')
		}
		ends := rules[i].ending
		s.ending, s.bits = tail(ends), 8*len(ends)
		s.mask = 1<<s.bits - 1
		if ends == "" {
			ends = rules[i].behind
		} else {
			ends = ends[len(ends)-len("а"):]
		}
		for _, c := range ends {
			x.lists[c&63] = append(x.lists[c&63], uint8(i))
		}
	}
	return x
})

// tail is the last eight bytes of a word as a number, the last one lowest.
func tail(s string) (n uint64) {
	for i := max(0, len(s)-8); i < len(s); i++ {
		n = n<<8 | uint64(s[i])
	}
	return n
}

// letter is the last letter of a word as a bit from а on, 0 where it is none of those.
func letter(s string) uint32 {
	if n := len(s); n >= 2 {
		if c := uint32(s[n-2]&31)<<6 | uint32(s[n-1]&63); s[n-2]&0xE0 == 0xC0 && c >= 'а' && c <= 'я' {
			return 1 << (c - 'а')
		}
	}
	return 0
}

// Surname appends the nominatives that a surname, or any name the table lacks, may have by its ending.
func Surname(dst []Candidate, key string) []Candidate {
	if key == "" {
		return dst
	}
	x, end := index(), tail(key)
	for _, i := range x.lists[key[len(key)-1]&63] {
		s := &x.shapes[i]
		if (end^s.ending)&s.mask != 0 || len(key)-s.bits/8 < 2*len("а") {
			continue
		}
		r, stem := &rules[i], key[:len(key)-s.bits/8]
		if s.behind != 0 && s.behind&letter(stem) == 0 {
			continue
		}
		weight := r.weight
		if r.behind == "вн" && !possessive(stem) {
			continue
		}
		if r.ending == "ого" || r.ending == "ому" || r.ending == "им" || r.ending == "ом" {
			if r.nominative == "ий" && !strings.HasSuffix(stem, "ск") && !strings.HasSuffix(stem, "цк") {
				weight = 3
			}
		}
		if r.ending == "у" && r.nominative == "" && (strings.HasSuffix(stem, "ом") || strings.HasSuffix(stem, "ем")) {
			weight = 1
		}
		switch {
		case r.ending != "":
			if r.nominative == "ец" && endsIn(stem, "вбмдсп") {
				weight = 5 // Кравца: none ends in вц
			}
		case r.cases == lex.Nom && (strings.HasSuffix(key, "ом") || strings.HasSuffix(key, "ем") || strings.HasSuffix(key, "ым")):
			weight = 2 // Сунаком is rather of Сунак
		case strings.HasSuffix(key, "ого"), strings.HasSuffix(key, "его"), strings.HasSuffix(key, "ии"):
			weight = 0
		case r.behind == "иэ" && strings.HasSuffix(key, "ки") && endsIn(key[:len(key)-4], consonants) && !strings.HasSuffix(key, "ски") && !strings.HasSuffix(key, "цки"):
			weight = 1 // Дудки is of Дудка, Полански and Судзуки stay
		case r.behind == "уею" && (strings.HasSuffix(key, "скую") || strings.HasSuffix(key, "цкую") || strings.HasSuffix(key, "у") && possessive(key[:len(key)-len("у")])):
			weight = -4 // Раневскую, Рощину
		case r.behind == "уею" && endsIn(key, "у") && endsIn(key[:len(key)-2], "бвжзлмнпрстфцчшщ"):
			weight = 0 // Станковичу is of Станкович, Шойгу stays
		}
		c := Candidate{Key: key, Cases: r.cases, Gender: r.gender, Weight: weight}
		if r.ending != r.nominative {
			c.Key = stem + r.nominative
			c.Off, c.Ending = len(r.ending)/len("а"), r.nominative
		}
		dst = append(dst, c)
	}
	return dst
}

// possessive tells whether a stem is that of a surname in -ов, -ев, -ин, -ын.
func possessive(stem string) bool {
	for _, s := range [...]string{"ов", "ев", "ин", "ын"} {
		if strings.HasSuffix(stem, s) && len(stem) > len(s)+2 {
			return true
		}
	}
	return false
}

// Possessive tells whether a nominative is of the surnames that tell the gender: Рощин, Рощина, Станиславский.
func Possessive(key string) bool {
	stem := strings.TrimSuffix(key, "а")
	return possessive(stem) || strings.HasSuffix(key, "ский") || strings.HasSuffix(key, "ская") || strings.HasSuffix(key, "цкий") || strings.HasSuffix(key, "цкая")
}

func endsIn(s, letters string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(letters, r)
}

// SoftCompound appends the nominatives of a name the table lacks that ends in a noun with a soft ending, which the ending alone does
// not tell: Авитанефти, Авитанефть.
func SoftCompound(dst []Candidate, w *lex.Word) []Candidate {
	const least = 4 // letters of that noun; before it at least one less
	if w.Known() || !endsIn(w.Key, "июяе") {
		return dst
	}
	var l lex.Lookup
	fold := []byte(w.Fold())
	for k := least - 1; k+least <= len(fold); k++ {
		n := len(dst)
		for _, r := range l.Readings(nil, fold[k:]) {
			g := r.Gram()
			if g&lex.Noun == 0 || g&lex.Sing == 0 || g&lex.Inan == 0 || g&(lex.Names|lex.Place|lex.Abbr|lex.Nom) != 0 {
				continue
			}
			off, ending, ok := r.Form(lex.Nom | lex.Sing)
			if key := lex.Replace(w.Key, off, ending); ok && strings.HasSuffix(key, "ь") {
				dst = append(dst, Candidate{Key: key, Off: off, Ending: ending, Cases: g & lex.Cases, Gender: g & lex.Genders, Weight: 8})
			}
		}
		if len(dst) > n {
			break
		}
	}
	return dst
}

// Adjective appends the nominatives of an adjective the word table has that stands for a name: Большого, Большой.
func Adjective(dst []Candidate, w *lex.Word) []Candidate {
	if !w.Known() {
		return dst
	}
	for _, r := range w.Readings {
		g := r.Gram()
		if g&lex.Adj == 0 || g&(lex.Apro|lex.Superlative|lex.Fixed) != 0 || g&lex.Sing == 0 {
			continue
		}
		c := Candidate{Key: w.Key, Cases: g & lex.Cases, Gender: one(g & lex.Genders), Weight: known, Known: true}
		if g&lex.Masc != 0 {
			c.Weight++ // Нижний rather than Нижнее
		}
		if g&lex.Nom == 0 {
			var ok bool
			if c.Off, c.Ending, ok = r.Form(lex.Nom | lex.Sing | lex.Adj | c.Gender); !ok {
				continue
			}
			c.Key = lex.Replace(w.Key, c.Off, c.Ending)
		}
		dst = append(dst, c)
	}
	return dst
}

// nominative is a key with letters taken off its end and an ending there: what [lex.Replace] makes of a word in small letters.
func nominative(key string, off int, ending string) string {
	for range off {
		_, size := utf8.DecodeLastRuneInString(key)
		key = key[:len(key)-size]
	}
	return key + ending
}

// Known appends the nominatives the word table has for a name, by the readings that have one of the grammemes.
func Known(dst []Candidate, w *lex.Word, want lex.Gram) []Candidate {
	if w.Grams&want == 0 || w.Grams&lex.Noun == 0 {
		return dst
	}
	for _, r := range w.Readings {
		g := r.Gram()
		if g&want == 0 || g&lex.Noun == 0 || g&lex.Numbers == lex.Plur && g&lex.Names != 0 {
			continue
		}
		weight := known
		if g&lex.Guessed != 0 {
			weight = 2
		}
		if g&lex.Numbers == lex.Plur || g&lex.Fixed != 0 {
			weight -= 2
		}
		for _, gender := range [...]lex.Gram{lex.Masc, lex.Fem, lex.Neut} {
			if g&gender == 0 && (gender != lex.Masc || g&lex.Genders != 0) {
				continue
			}
			c := Candidate{Key: w.Key, Cases: g & lex.Cases, Gender: gender, Weight: weight, Known: g&lex.Guessed == 0, Kind: g & (lex.Names | lex.Place)}
			if g&lex.Nom == 0 {
				var ok bool
				if c.Off, c.Ending, ok = r.Form(lex.Nom | one(g&lex.Numbers) | g&gender); !ok {
					continue
				}
				c.Key = nominative(w.Key, c.Off, c.Ending)
			}
			dst = append(dst, c)
		}
	}
	return dst
}
