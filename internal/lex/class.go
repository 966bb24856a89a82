package lex

import (
	"math/bits"
	"slices"
	"strings"
)

// Class is a set of things a word can be to svodka, a bit each. The files of words/ say which lexeme is what, and give
// many a value (see [Lemma.Value]).
type Class uint64

// The classes. The value each carries is in brackets.
const (
	Cardinal     Class = 1 << iota // три, сорок, двое (3, 40, 2)
	Ordinal                        // третий (3)
	Scale                          // тысяча, млн (the power of ten)
	Fraction                       // пол-, полтора, четверть (in quarters: 2, 6, 1)
	Vague                          // несколько, десяток, пара: an amount with no number (its power of ten, or -1)
	Month                          // январь (1–12)
	Weekday                        // понедельник (1–7)
	Season                         // весна (1 spring – 4 winter)
	TimeUnit                       // год, неделя, час (see timeline)
	DayPart                        // утро, полдень (see timeline)
	RelDay                         // вчера (days from today)
	RelAdj                         // прошлый, этот, следующий (-1, 0, 1; others: see timeline)
	Currency                       // рубль (ISO 4217 code)
	Minor                          // копейка (the currency's code, or 0)
	Country                        // Швеция, шведский (ISO 3166 code)
	Zone                           // московский, мск (a code: see timeline)
	SpeechVerb                     // сказать (see quote)
	SpeechNoun                     // слово, данные (see quote)
	Post                           // президент, глава
	PersonNoun                     // житель, эксперт, источник ([Kin])
	OrgNoun                        // компания, министерство ([Purpose], [Building], [Part] and [Alone], joined)
	MediaNoun                      // газета, агентство
	PlaceNoun                      // город, река ([Body], [Mapped] and [Street], joined)
	TitleNoun                      // фильм, роман, проект: what is named in quotation marks ([Work] and [Body], joined)
	Abbreviation                   // written with a full stop: тыс., г., ул. (how a sentence can go on: see parse)
	LooseScale                     // лям, K: a scale beside digits and a currency alone (the power of ten)
	CurrencyAdj                    // рублевый, долларовый: what a number is joined to (as Currency)
	Rate                           // what a price is for (the sum of 1 в месяц, 2 за баррель, 4 с человека, 8 ежегодно)
	Banknote                       // купюра, монета
	Worth                          // стоимость, штраф: what is counted in money
	TakesFrom                      // отказаться, доля: its от belongs to it and bounds nothing
	Portion                        // треть, часть: a scale behind it is divided
	Weight                         // вес, похудеть: pounds beside it weigh
	Change                         // вырасти, снижение: what goes до a sum does not stop short of it
	Holiday                        // Рождество (month × 100 + day; Пасха: 10000 + days from Easter)
	Repeat                         // ежегодно (the unit between two times)
	Nowadays                       // недавно, сейчас (-1, 0); время (2)
	Edge                           // начало, середина, конец (1–3)
	Telling                        // how a word takes part in telling who speaks (see quote)
	Lasting                        // двухлетний, часовой: an adjective of a length of time (its unit; see timeline)
	HalfHour                       // полпервого (1–12)
	StateNoun                      // парламент, столица: what a state has
	Network                        // Рунет, Facebook: the net, and networks in it
)

// The values of nouns that tell what a name is the name of.
const (
	Kin      = 1 // сын: the name of whose kin it is can stand behind it
	Work     = 1 // фильм, роман
	Purpose  = 1 // what it is for is part of the name: агентство по охране среды
	Building = 2 // аэропорт: a place as well
	Body     = 2 // система, опера: organisations are called by it as well
	Part     = 4 // правление: of an organisation, whose name stands behind it
	Alone    = 8 // Дума: its name with nothing behind it
	Street   = 8 // улица: what it is called after stands behind it in the genitive
	Mapped   = 4 // остров: the name behind it does not decline with it
)

var classNames = [...]string{
	"cardinal", "ordinal", "scale", "fraction", "vague", "month", "weekday", "season", "unit", "daypart", "relday", "reladj",
	"currency", "minor", "country", "zone", "speechverb", "speechnoun", "post", "person", "org", "media", "place", "title",
	"abbr", "loosescale", "currencyadj", "rate", "banknote", "worth", "takesfrom", "portion", "weight", "change",
	"holiday", "repeat", "nowadays", "edge", "telling", "lasting", "halfhour", "state", "network",
}

// ParseClass is the class of a name used in words/.
func ParseClass(name string) (Class, bool) {
	i := slices.Index(classNames[:], name)
	return 1 << max(i, 0), i >= 0
}

// String lists the names words/ uses, joined by bars.
func (c Class) String() string {
	var b strings.Builder
	for ; c != 0; c &= c - 1 {
		if b.Len() > 0 {
			b.WriteByte('|')
		}
		if i := bits.TrailingZeros64(uint64(c)); i < len(classNames) {
			b.WriteString(classNames[i])
		}
	}
	return b.String()
}

// Code packs up to four ASCII characters into a value; [DecodeCode] unpacks it.
func Code(s string) (v int32) {
	for _, c := range []byte(s) {
		v = v<<8 | int32(c)
	}
	return v
}

// DecodeCode is the text of a value made by [Code].
func DecodeCode(v int32) string {
	b := []byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}
	return strings.TrimLeft(string(b), "\x00")
}
