package timeline

import (
	"strings"
	"time"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A rule tells how the day of a holiday follows from the year. The zero rule tells nothing.
type rule struct {
	kind       ruleKind
	month, day int8
	weekday, n int8 // the n-th such day of the month, from its end where n is negative
	easter     int8 // days from Easter
	eve        int8 // days before all that
}

type ruleKind uint8

const (
	fixed ruleKind = iota + 1
	nthWeekday
	movable
)

// in is the day of a year; ok is false in a year that has none: many have no fifth Monday of May.
func (h rule) in(y int) (m Moment, ok bool) {
	switch h.kind {
	case fixed:
		m = Moment{Year: y, Month: int(h.month), Day: int(h.day)}
	case nthWeekday:
		if h.n > 0 {
			m = Moment{Year: y, Month: int(h.month), Day: 1}
			m = m.plus((int(h.weekday)-m.weekday()+7)%7+7*int(h.n-1), day)
		} else {
			m = Moment{Year: y, Month: int(h.month), Day: daysIn(y, int(h.month))}
			m = m.plus(-((m.weekday()-int(h.weekday)+7)%7 + 7*int(-h.n-1)), day)
		}
	case movable:
		m = easter(y).plus(int(h.easter), day)
	}
	ok = h.kind != nthWeekday || m.Month == int(h.month)
	return m.plus(-int(h.eve), day), ok
}

// easter is the day of Orthodox Easter in a year, by the calendar of today; after J. Meeus, Astronomical Algorithms, 1991.
func easter(y int) Moment {
	a, b, c := y%4, y%7, y%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	julian := time.Date(y, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
	return momentOf(julian.AddDate(0, 0, y/100-y/400-2))
}

func on(month, day int8) rule { return rule{kind: fixed, month: month, day: day} }
func nth(n, weekday, month int8) rule {
	return rule{kind: nthWeekday, month: month, weekday: weekday, n: n}
}
func fromEaster(days int8) rule { return rule{kind: movable, easter: days} }

// A feast is a holiday by the words that stand behind its first one; only that declines.
type feast struct {
	tail string
	rule rule
}

// feasts are the holidays called День …. Sources: the Labour Code of Russia, article 112; federal law 32-FZ of 1995 on days
// of military glory; the decrees on professional holidays; the calendar of the United Nations.
var feasts = [...]feast{
	{"победы", on(5, 9)}, {"россии", on(6, 12)}, {"знаний", on(9, 1)}, {"народного единства", on(11, 4)},
	{"защитника отечества", on(2, 23)}, {"защитников отечества", on(2, 23)}, {"космонавтики", on(4, 12)}, {"конституции", on(12, 12)},
	{"независимости сша", on(7, 4)}, {"независимости украины", on(8, 24)}, {"взятия бастилии", on(7, 14)},
	{"благодарения", nth(4, 4, 11)}, {"святого валентина", on(2, 14)}, {"всех влюбленных", on(2, 14)}, {"святого патрика", on(3, 17)},
	{"смеха", on(4, 1)}, {"дурака", on(4, 1)}, {"защиты детей", on(6, 1)}, {"памяти и скорби", on(6, 22)},
	{"семьи , любви и верности", on(7, 8)}, {"государственного флага", on(8, 22)}, {"русского языка", on(6, 6)},
	{"героев отечества", on(12, 9)}, {"прав человека", on(12, 10)}, {"земли", on(4, 22)}, {"театра", on(3, 27)}, {"радио", on(5, 7)},
	{"российской печати", on(1, 13)}, {"студента", on(1, 25)}, {"учителя", on(10, 5)}, {"вдв", on(8, 2)},
	{"пограничника", on(5, 28)}, {"полиции", on(11, 10)}, {"сотрудника органов внутренних дел", on(11, 10)},
	{"работника органов безопасности российской федерации", on(12, 20)}, {"работника органов безопасности", on(12, 20)},
	{"чекиста", on(12, 20)}, {"энергетика", on(12, 22)}, {"спасателя", on(12, 27)}, {"памяти жертв политических репрессий", on(10, 30)},
	{"снятия блокады ленинграда", on(1, 27)}, {"воссоединения крыма с россией", on(3, 18)},
	{"вмф", nth(-1, 7, 7)}, {"военно-морского флота", nth(-1, 7, 7)}, {"физкультурника", nth(2, 6, 8)}, {"строителя", nth(2, 7, 8)},
	{"железнодорожника", nth(1, 7, 8)}, {"шахтера", nth(-1, 7, 8)}, {"нефтяника", nth(1, 7, 9)}, {"танкиста", nth(2, 7, 9)},
	{"отца", nth(3, 7, 10)}, {"матери", nth(-1, 7, 11)}, {"медика", nth(3, 7, 6)}, {"медицинского работника", nth(3, 7, 6)},
	{"металлурга", nth(3, 7, 7)},
}

// holiday reads the name of a holiday whose day is known, with the year behind it: День Победы, Новый 2017 год, Пасха, канун
// Рождества.
func (r *reader) holiday(i int) (w when, next int, ok bool) {
	var h rule
	switch word := r.word(i); {
	case r.isEve(i):
		if w, next, ok = r.eve(i + 1); !ok {
			return w, i, false
		}
		return w, next, true
	case r.unit(i) == day:
		h, next = r.feast(i + 1)
	case word.Is(lex.Holiday):
		h, next = r.nameOfFeast(i)
	}
	if h == (rule{}) {
		return w, i, false
	}
	w = when{has: hasHoliday, rule: h}
	if y, size := r.number(next - 2); size == 4 && next-2 > i { // Новый 2017 год
		w.has, w.year = w.has|hasYear, y
		return w, next, true
	}
	r.takeYear(&w, &next)
	return w, next, true
}

// isEve tells whether token i says that the day before is meant.
func (r *reader) isEve(i int) bool {
	k := r.key(i)
	return k == "канун" || k == "кануне" || k == "накануне"
}

// eve reads what the day before is told by: канун Нового года, накануне 9 Мая.
func (r *reader) eve(i int) (w when, next int, ok bool) {
	if r.isEve(i) {
		return w, i, false
	}
	if w, next, ok = r.piece(i); !ok || w.base != bare || !r.word(i).Can(lex.Gen) && !r.has(i, parse.Number) {
		return w, i, false
	}
	switch {
	case w.has&hasHoliday != 0:
	case w.has&hasMonth != 0 && w.has&hasDay != 0:
		w.rule = on(int8(w.n), int8(w.day))
		w.has = w.has&^(hasMonth|hasDay) | hasHoliday
	default:
		return w, i, false
	}
	w.rule.eve++
	return w, next, true
}

// feast finds the holiday called День and the words that begin at token i.
func (r *reader) feast(i int) (h rule, next int) {
	first := r.key(i)
	if first == "" {
		return rule{}, i
	}
	for _, f := range feasts {
		if strings.HasPrefix(f.tail, first) {
			if next, ok := r.words(i, f.tail); ok {
				return f.rule, next
			}
		}
	}
	return rule{}, i
}

// words tells whether the words of s, and its commas, stand at token i.
func (r *reader) words(i int, s string) (next int, ok bool) {
	for w := range strings.SplitSeq(s, " ") {
		if !r.in(i) || r.key(i) != w && !(w == "," && r.is(i, ',')) {
			return i, false
		}
		i++
	}
	return i, true
}

// nameOfFeast finds a holiday with a name of its own that begins at token i.
func (r *reader) nameOfFeast(i int) (h rule, next int) {
	v, _ := r.word(i).Value(lex.Holiday)
	switch {
	case v >= easterBase:
		h, next = fromEaster(int8(v-easterBase)), i+1
	case v > 0:
		h, next = on(int8(v/100), int8(v%100)), i+1
	default:
		return r.phrase(i)
	}
	if !r.whole && !r.celebrated(i) {
		return rule{}, i
	}
	if r.key(next) == "христово" || r.key(next) == "христова" || r.key(next) == "христову" {
		next++
	}
	return h, next
}

// What the class holiday says of the words that mean something else without a capital.
const (
	baptism = 119
	trinity = easterBase + 49
)

// celebrated tells whether the name of a church holiday at token i stands for its day: на Пасху, к Рождеству.
func (r *reader) celebrated(i int) bool {
	if v, _ := r.word(i).Value(lex.Holiday); !r.capital(i) && (v == baptism || v == trinity) { // a baptism, a threesome
		return false
	}
	switch r.key(i - 1) {
	case "в", "время", "на", "к", "до", "перед", "после", "под", "канун", "накануне", "кануне", "с":
		return !r.is(i+1, '»')
	}
	_, size := r.number(i + 1)
	return size == 4
}

// phrase finds a holiday of several words that decline.
func (r *reader) phrase(i int) (h rule, next int) {
	switch k := r.word(i).Key; {
	case strings.HasPrefix(k, "нов"):
		h, next = on(1, 1), i+1
		if _, size := r.number(next); size == 4 {
			next++
		}
		if r.unit(next) != year || r.key(next) == "годом" || r.key(next) == "году" && r.key(i-1) == "в" || r.word(next).GramOf(lex.TimeUnit)&lex.Sing == 0 {
			return rule{}, i
		}
		return h, next + 1
	case strings.HasPrefix(k, "стар"):
		if h, next = r.phraseAfter(i+1, "нов"); h != (rule{}) {
			return on(1, 14), next
		}
	case strings.HasPrefix(k, "международн"), strings.HasPrefix(k, "всемирн"):
		if strings.HasPrefix(r.key(i+1), "женск") {
			return r.phrase(i + 1)
		}
		if r.unit(i+1) == day {
			return r.feast(i + 2)
		}
	case strings.HasPrefix(k, "женск"):
		return on(3, 8).behind(r.unit(i+1) == day, i+2)
	case strings.HasPrefix(k, "татьянин"):
		return on(1, 25).behind(r.unit(i+1) == day, i+2)
	case strings.HasPrefix(k, "праздник"):
		next, ok := r.words(i+1, "весны и труда")
		return on(5, 1).behind(ok, next)
	case strings.HasPrefix(k, "католическ"):
		return on(12, 25).behind(strings.HasPrefix(r.key(i+1), "рождеств"), i+2)
	case strings.HasPrefix(k, "вербн"):
		return fromEaster(-7).behind(r.weekdayIs(i+1, 7), i+2)
	case strings.HasPrefix(k, "прощен"):
		return fromEaster(-49).behind(r.weekdayIs(i+1, 7), i+2)
	case strings.HasPrefix(k, "чист"):
		if r.weekdayIs(i+1, 1) {
			return fromEaster(-48), i + 2
		}
		return fromEaster(-3).behind(r.weekdayIs(i+1, 4), i+2)
	case strings.HasPrefix(k, "страстн"), strings.HasPrefix(k, "велик"): // the days of the week before Easter
		d, ok := r.word(i + 1).Value(lex.Weekday)
		return fromEaster(int8(d-7)).behind(ok && d < 7, i+2)
	}
	return rule{}, i
}

// phraseAfter is phrase where the word at i begins like stem.
func (r *reader) phraseAfter(i int, stem string) (rule, int) {
	if !strings.HasPrefix(r.key(i), stem) {
		return rule{}, i
	}
	return r.phrase(i)
}

// behind is the rule and the token behind it where ok is true.
func (h rule) behind(ok bool, next int) (rule, int) {
	if !ok {
		return rule{}, next
	}
	return h, next
}

func (r *reader) weekdayIs(i, n int) bool {
	v, _ := r.word(i).Value(lex.Weekday)
	return v == n
}
