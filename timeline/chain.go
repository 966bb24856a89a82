package timeline

import "github.com/svodka/svodka/internal/lex"

// A joint is what stands between two pieces of one expression.
type joint uint8

const (
	beside joint = iota
	comma        // понедельник, 5 мая
	dash         // среда — 3 июля
	at           // 5 мая в 14:30
	onto         // в ночь на понедельник, в четверг на следующей неделе
)

// chain reads pieces that stand beside each other and tell of one time; mod is that of the words between them.
func (r *reader) chain(i int) (w when, mod Mod, next int, ok bool) {
	if w, next, ok = r.piece(i); !ok {
		return w, 0, i, false
	}
	w, mod, next = r.goOn(w, next)
	return w, mod, next, true
}

// goOn reads the pieces that go on with w, which ends before token next.
func (r *reader) goOn(w when, next int) (when, Mod, int) {
	mod := Mod(0)
	for {
		if w.has&hasClock != 0 && w.zone == noZone {
			w.zone, next = r.zone(next) // в 19:30 5 мая по московскому времени
		}
		j, m, start := r.joint(next)
		b, after, ok := r.piece(start)
		if ok && j == comma && b.levels() == levelHours {
			if c, end, found := r.piece(after); found && fits(b, c, beside) { // вечером того же дня
				if both, joined := combine(b, c); joined {
					b, after = both, end
				}
			}
		}
		if ok && b.has == hasPart && b.hour == night && r.key(after) == "на" { // 7 июня, в ночь на 8 июня
			if d, _, found := r.piece(after + 1); found && d.levels()&levelDate != 0 {
				return w, mod, next
			}
		}
		if ok && j == comma && w.has == hasYear && w.base == bare && r.monthBehind(next) && next == r.first+1 { // 1703, май: …
			if both, joined := combine(w, b); joined {
				w, next = both, after
				continue
			}
		}
		if !ok || !fits(w, b, j) || j == beside && w.levels() == levelYear && r.key(next-1) == "год" { // за прошлый год 30 марта
			return w, mod, next
		}
		both, ok := combine(w, b)
		if !ok {
			return w, mod, next
		}
		w, mod, next = both, max(mod, m), after
	}
}

// joint reads the words and marks between two pieces.
func (r *reader) joint(i int) (j joint, mod Mod, next int) {
	switch {
	case r.is(i, ','):
		j, i = comma, i+1
	case r.dash(i) && r.tok[i].Spaced():
		return dash, 0, i + 1
	case r.key(i) == "на":
		return onto, 0, i + 1
	}
	for ; ; i++ {
		if (r.key(i) == "поздно" || r.key(i) == "рано") && r.word(i+1).Is(lex.DayPart) { // вчера поздно вечером
			return j, mod, i + 1
		}
		if k := r.key(i); k != "в" && k != "во" {
			m, ok := inexact(k)
			if !ok || m != Approx {
				return j, mod, i
			}
			mod = m
		}
		if j == beside {
			j = at
		}
	}
}

// fits tells whether two pieces can belong together across a joint.
func fits(a, b when, j joint) bool {
	weekday := (a.weekdayAlone() || a.base != bare && a.has == hasWeekday) && b.has&hasDay != 0 || b.weekdayAlone() && a.has&hasDay != 0
	la, lb := a.levels(), b.levels()
	weekday = weekday || a.week() && b.weekdayAlone() || a.weekdayAlone() && b.week()
	hours := lb == levelHours && la&(levelDate|levelHours) != 0 || la == levelHours && lb&levelDate != 0
	switch j {
	case beside:
		return !b.weekdayAlone() || la&levelHours != 0
	case comma:
		return weekday || hours && (la|lb)&levelDate != 0
	case dash:
		return weekday
	case at:
		return weekday || hours
	}
	return a.has == hasPart && a.hour == night && lb&levelDate != 0 || a.weekdayAlone() && b.week()
}
