package entity

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// Names that every reader knows are told without the model: Единая Россия is no place at the head of a sentence either.

// A famous name is one of several words, or a firm's that a dictionary takes for a common noun, in the nominative, as keys are written.
type famous struct {
	words []string
	stems []string // of the words, without what changes
	typ   Type
	small bool // in small letters as well
}

// firms lists names of one word that a dictionary takes for common nouns or that look like a person's or a place's, moreNames those of
// several that have no other name in knownOrgs. Sources: the lists of the largest firms, parties and media of Russia, and of international bodies.
const (
	firms = `минэк, интерпол, европол, хезболла, хизбалла, талибан, хамас, аль-каида, аль-кайда, аль-джазира, госдеп, госдепартамент, пентагон
еврокомиссия, европарламент, евросоюз, аэрофлот, сбербанк, сбер, новатэк, ростех, росатом, роскосмос, русал, норникель, рейтерс, гринпис
росбанк, автоваз, камаз, ростелеком, мегафон, росгосстрах, следком, соцфонд, росрезерв, росжелдор, росморречфлот, минобр, верхсуд, мосгорсуд, евросуд, мосбиржа, алроса
росстат, росавиация, росморпорт, роспатент, росстандарт, росаккредитация, росфинмониторинг, росводресурсы, роскачество, россотрудничество
рособоронэкспорт, русгидро, мосметро, мосприрода, совфед, фосагро, мечел, вайлдберриз, авито, юнисеф, моссад`

	moreNames = `справедливая россия, партия регионов, правый сектор, партия роста, союз правых сил, совет европы, всемирный банк
европейский центральный банк, красный крест, красный полумесяц, врачи без границ, репортеры без границ, африканский союз, таможенный союз
братья-мусульмане, почта россии, московская биржа, совкомбанк, тинькофф банк, первый канал, пятый канал, матч тв, рен тв, тв центр
эхо москвы, радио свобода, свободная европа, вашингтон пост, русская служба би-би-си, независимая газета, аргументы и факты
русское географическое общество, олимпийский комитет россии, паралимпийский комитет россии, союз журналистов россии, газпром нефть`

	// towns lists those of several words, and what else is called so on the map, but for what knownPlaces has. Sources: the list of the towns
	// of Russia; larger ones of Ukraine, Belarus and other states; parts of the world.
	towns = `белая калитва, белая холуница, большой камень, великие луки, великий новгород, великий устюг, верхний тагил, верхний уфалей, верхняя пышма
верхняя салда, верхняя тура, вышний волочек, вятские поляны, гаврилов посад, горячий ключ, дагестанские огни, западная двина, зеленый дол
красный кут, красный сулин, красный холм, лодейное поле, малая вишера, мариинский посад, минеральные воды, набережные челны, нижние серги
нижний ломов, нижний тагил, нижняя салда, нижняя тура, новая ладога, новая ляля, новый оскол, новый уренгой
павловский посад, полярные зори, сергиев посад, советская гавань, сосновый бор, старая купавна, старая русса, старый оскол, старый крым
сухой лог, царское село, красное село, ясная поляна, красная поляна, старая ладога, новый афон
кривой рог, белая церковь, новая каховка, красный луч, красный лиман, часов яр, великая новоселка, марьина горка, старые дороги
новый орлеан, новый южный уэльс, новый амстердам, новая англия, новая гвинея, берег слоновой кости, голанские высоты
дальний восток, ближний восток, средний восток, латинская америка, северная америка, южная америка, центральная америка, центральная азия
средняя азия, юго-восточная азия, западная европа, восточная европа, центральная европа, северный кавказ, южный кавказ, южный урал, северный урал
северный полюс, южный полюс, западная сибирь, восточная сибирь, северная африка, западная украина`
)

// A famousList has the famous names by the first three letters of their first words, as [lex.Begin] has them.
type famousList struct {
	names  [][]famous
	lists  [lex.Begins]uint16 // the place of those that begin so in names
	begins [lex.Begins]begin  // to ask this first spares most words
}

// A begin tells what names begin in some way.
type begin uint8

const (
	withCapital begin = 1 << iota
	inSmall           // some that are written in small letters as well
)

// of lists the names that may begin with a word.
func (l *famousList) of(w *lex.Word) []famous {
	return l.names[l.lists[w.Begin()]]
}

// famousNames are all of them.
var famousNames = sync.OnceValue(func() *famousList {
	l := &famousList{names: make([][]famous, 1)}
	add := func(list string, typ Type, least int, small bool) {
		for n := range strings.FieldsFuncSeq(list, func(c rune) bool { return c == ',' || c == '\n' }) {
			words := strings.Fields(n)
			if len(words) < least || len(words[0]) < stemBytes {
				continue
			}
			f := famous{words: words, typ: typ, small: small}
			for _, w := range words {
				f.stems = append(f.stems, unending(w))
			}
			first := lex.Begin(lex.Fold(words[0]))
			if l.lists[first] == 0 {
				l.lists[first] = uint16(len(l.names))
				l.names = append(l.names, nil)
			}
			l.names[l.lists[first]] = append(l.names[l.lists[first]], f)
			l.begins[first] |= withCapital
			if small {
				l.begins[first] |= inSmall
			}
		}
	}
	add(firms, Org, 1, false)
	add(moreNames, Org, 2, false)
	add(knownOrgs, Org, 2, false)
	add(knownServices, Org, 2, true)
	add(knownBodies, Org, 2, true)
	add(knownPlaces, Place, 2, false)
	add(towns, Place, 2, false)
	return l
})

const stemBytes = 3 * len("а")

// nameFamous gives famous names a span each, in place of what the model has there, unless that is a longer name of the same type. What it
// changes is made in the room of another list; ok is false where nothing is.
func nameFamous(room []span, doc *parse.Document, spans []span) (out []span, ok bool) {
	next, at := 0, 0
	all := famousNames()
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		how := inSmall >> (t.Shape() & parse.Title) // withCapital for a word that has one
		if all.begins[t.Word().Begin()]&how == 0 || i < at || t.Shape()&(parse.Upper|parse.Mixed) != 0 {
			continue
		}
		f, found := famousAt(doc, i)
		if !found {
			continue
		}
		from := next
		for next < len(spans) && spans[next].last <= i {
			next++
		}
		if ok {
			out = append(out, spans[from:next]...)
		}
		k := next
		for k < len(spans) && spans[k].first < f.last {
			k++
		}
		before, behind, fits := f.within(doc, spans[next:k])
		if !fits {
			continue
		}
		if !ok {
			out, ok = append(slices.Grow(room[:0], len(spans)+4), spans[:next]...), true
		}
		for _, s := range [...]span{before, f, behind} {
			if s.last > s.first {
				out = append(out, s)
			}
		}
		next, at = k, f.last
	}
	if !ok {
		return nil, false
	}
	return append(out, spans[next:]...), true
}

// within tells whether a famous name takes the place of the spans it overlaps, and what is left of them before and behind it: Ассошиэйтед
// Пресс | Анна Вереск, Фонд мира и | Красный Крест.
func (s span) within(doc *parse.Document, spans []span) (before, behind span, ok bool) {
	if len(spans) == 0 {
		return before, behind, true
	}
	first, last := spans[0], spans[len(spans)-1]
	switch {
	case first == s:
		return before, behind, false
	case first.first >= s.first && last.last <= s.last:
		return before, behind, true
	case len(spans) > 1:
		return before, behind, false
	case first.typ == Person && first.first == s.first:
		return before, span{s.last, first.last, Person}, true
	case first.typ == s.typ && first.last == s.last && doc.Tokens[s.first-1].Key() == "и" && s.first-1 > first.first:
		return span{first.first, s.first - 1, s.typ}, behind, true
	}
	return before, behind, false
}

// famousAt is the longest famous name that begins at token i.
func famousAt(doc *parse.Document, i int) (s span, ok bool) {
	t := doc.Tokens
	key := t[i].Key()
	list := famousNames().of(t[i].Word())
	for k := range list {
		f := &list[k]
		last := i + len(f.words)
		if !f.small && t[i].Shape()&parse.Title == 0 || last > len(t) || last <= s.last || !ofStem(f.stems[0], key) || !slices.EqualFunc(f.stems, t[i:last], func(stem string, t parse.Token) bool { return ofStem(stem, t.Key()) }) {
			continue
		}
		if len(f.words) > 1 && !capitals(t[i+1:last]) && opens(doc, i) && last < len(t) && t[last].Word().Can(lex.Noun|lex.Gen) {
			continue // Первый канал связи
		}
		s, ok = span{i, last, f.typ}, true
	}
	return s, ok
}

// famousWord is the famous name of one word that a word is a form of: the letters to take off it, and what to put there.
func famousWord(of *lex.Word) (off int, ending string, ok bool) {
	key, list := of.Key, famousNames().of(of)
	if slices.ContainsFunc(list, func(f famous) bool { return len(f.words) == 1 && f.words[0] == key }) {
		return 0, "", true // Цхинвали is none of Цхинвал
	}
	for _, f := range list {
		if len(f.words) > 1 || !ofStem(f.stems[0], key) {
			continue
		}
		w, n := f.words[0], 0
		for n < min(len(w), len(key)) && w[n] == key[n] {
			n++
		}
		for n < len(w) && !utf8.RuneStart(w[n]) || n < len(key) && !utf8.RuneStart(key[n]) {
			n--
		}
		return utf8.RuneCountInString(key[n:]), w[n:], true
	}
	return 0, "", false
}

// capitals tells whether one of some tokens has a capital.
func capitals(t []parse.Token) bool {
	return slices.ContainsFunc(t, func(t parse.Token) bool { return t.Shape()&parse.Capital != 0 })
}

// unending is a word in the nominative without its ending.
func unending(word string) string {
	stem := word
	for n := 0; n < 2 && len(stem) > stemBytes; n++ {
		r, size := utf8.DecodeLastRuneInString(stem)
		if !strings.ContainsRune("аеийоуыьюя", r) {
			break
		}
		stem = stem[:len(stem)-size]
	}
	return stem
}

// ofStem tells whether a key can be a form of the word with a stem: it begins so, and goes on by an ending.
func ofStem(stem, key string) bool {
	rest, ok := strings.CutPrefix(key, stem)
	return ok && len(rest) <= len("ого") && isEnding(rest)
}

// isEnding tells whether the letters of a text are those that endings are made of: а е г и й м о у ы х ь ю я.
func isEnding(s string) bool {
	const letters = 1 | 1<<('е'-'а') | 1<<('г'-'а') | 1<<('и'-'а') | 1<<('й'-'а') | 1<<('м'-'а') | 1<<('о'-'а') | 1<<('у'-'а') |
		1<<('ы'-'а') | 1<<('х'-'а') | 1<<('ь'-'а') | 1<<('ю'-'а') | 1<<('я'-'а')
	for _, c := range s {
		if c -= 'а'; c < 0 || c >= 32 || letters>>c&1 == 0 {
			return false
		}
	}
	return true
}
