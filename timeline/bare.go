package timeline

import "github.com/svodka/svodka/parse"

// bare resolves what tells neither its year nor what it counts from, by the tense and by what was told before.
func (r *resolver) bare(e *expr, w *when) (point, bool) {
	l := w.levels()
	if l == levelHours {
		return r.hours(e, w)
	}
	if l&levelMonth != 0 {
		if y, ok := r.sharedYear(); ok {
			return w.in(Moment{Year: y, Month: 1, Day: 1}, 0)
		}
		if e.year != 0 {
			return w.in(Moment{Year: e.year, Month: 1, Day: 1}, 0)
		}
	}
	if w.weekdayAlone() && r.told.unit == week && r.told.place.sentence == r.place.sentence {
		return w.in(r.told.from, 0) // на прошлой неделе, скорее всего во вторник
	}
	t := r.tenseOf(e)
	if p, ok := r.nextOfList(e, w); ok && (t != pastTense || r.done(e) || !r.ref.before(p.start())) {
		return p, true
	}
	if p, ok := r.inStory(w, t); ok {
		return p, true
	}
	if w.has&(hasDay|hasMonth) == hasDay && r.told.known() && r.told.unit <= month && r.recent() {
		return r.laterDay(w, t)
	}
	if r.ref.IsZero() {
		return w.partial(), true
	}
	return r.byTense(e, w, t)
}

// nextOfList resolves a day of the week by the one its list told before: в субботу и воскресенье.
func (r *resolver) nextOfList(e *expr, w *when) (p point, ok bool) {
	if !w.weekdayAlone() || r.at == 0 || !r.told.known() {
		return p, false
	}
	prev := &r.exprs[r.at-1]
	if prev.form != single || !prev.a.weekdayAlone() || w.day <= prev.a.day || !r.listed(prev.last, e.first) {
		return p, false
	}
	return w.after(r.told.from)
}

// laterDay resolves the day of a month that the sentence has told: 6 апреля, а с 20-го; 28 февраля, а 3-го числа is in March.
func (r *resolver) laterDay(w *when, t tense) (point, bool) {
	m := r.told.from
	p, ok := w.in(m, 0)
	if from := p.start(); ok && m.before(from) {
		return p, true
	}
	q, later := w.in(m, 1)
	if from := q.start(); later && (t == comingTense || r.ref.IsZero() || !r.ref.before(from)) {
		return q, true
	}
	return p, ok
}

// tenseOf is the tense of the verb that governs an expression.
func (r *resolver) tenseOf(e *expr) tense {
	if r.governed != e {
		first, last := r.around(e)
		r.governed, r.tense = e, r.reader.tense(e, first, last)
	}
	return r.tense
}

// byTense picks the stretch nearest to the reference that fits the tense.
func (r *resolver) byTense(e *expr, w *when, t tense) (point, bool) {
	m := r.ref.date()
	switch e.prep {
	case byPrep:
		if t == unsaid || t == nowTense {
			t = comingTense
		}
	case untilPrep:
		if t == pastTense { // арестован до 11 октября, but жил там до мая
			if !r.wentOn(e) {
				t = openTense
			}
		} else if t == unsaid || t == nowTense {
			t = comingTense
		}
	case sincePrep:
		if t != comingTense {
			t = pastTense
		}
	}
	end := Moment{m.Year, m.Month, m.Day, 23, 59}
	switch {
	case t == comingTense:
		if t := &r.told; w.levels() == levelMonth && t.unit >= month && t.unit < year && t.place.paragraph == r.place.paragraph && t.place.sentence == r.place.sentence && m.before(t.from) {
			return w.after(t.from) // летом откроют пляж, а осенью набережную
		}
		return w.current(m)
	case w.has&hasHoliday != 0 && t == pastTense: // people keep it for some days
		return w.before(end.plus(3, day))
	case e.form == ranged && t == pastTense && r.done(e): // перекрыт с 5 по 10 мая: it may be over or not
	case t == pastTense, w.quality, w.levels() == levelDate && w.has&hasWeekday != 0 && t != openTense:
		p, ok := w.before(end)
		if from, to := p.stretch(); ok && e.mod == End && hoursBetween(from, m) < hoursBetween(m, to) {
			return w.over(m) // its end has not come: в конце весны он уехал, told in March
		}
		return p, ok
	}
	return w.nearest(m)
}

// hours resolves a time told without its day: that of the last date told nearby, else of the reference.
func (r *resolver) hours(e *expr, w *when) (p point, ok bool) {
	if r.besideSet() {
		return w.partial(), true
	}
	t := r.tenseOf(e)
	if d := &r.toldDay; d.known() {
		if gone := r.place.paragraph - d.place.paragraph; gone == 0 || gone == 1 && (e.listed || r.topical(d)) {
			return w.in(d.from, max(w.nightToCome(t), r.pastMidnight(e, w, t)))
		}
	}
	if r.ref.IsZero() || t == unsaid && !r.told.known() && !r.whole {
		return w.partial(), true
	}
	return w.in(r.ref, w.nightToCome(t))
}

// besideSet tells whether what is being resolved follows in its sentence on what recurs: ежедневно с 10:00 до 20:00.
func (r *resolver) besideSet() bool {
	if r.at == 0 {
		return false
	}
	e := &r.exprs[r.at-1]
	return e.form == repeated && r.tok[e.first].Start() >= r.span.Start && (e.a.has&hasDate != 0 || e.amount.n > 0 && e.amount.unit() == day)
}

// topical tells whether a date told lies within a week of the reference.
func (r *resolver) topical(t *telling) bool {
	return !r.ref.IsZero() && !t.from.before(r.ref.plus(-7, day)) && !r.ref.plus(8, day).before(t.from)
}

// pastMidnight is 1 for a time behind a late one that must be of the day after: 23:55, 00:30.
func (r *resolver) pastMidnight(e *expr, w *when, t tense) int {
	d := &r.toldDay
	if !r.ref.IsZero() && t != comingTense && !d.from.date().before(r.ref.date()) {
		return 0 // tomorrow has not come
	}
	if w.has == hasClock && w.hour <= 5 && d.unit == minute && d.from.Hour >= 21 && (e.listed || r.recent()) {
		return 1
	}
	return 0
}

// nightToCome is 1 for a night that is still to come, which is that of the next day.
func (w *when) nightToCome(t tense) int {
	if t == comingTense && w.has&hasPart != 0 && w.hour == night {
		return 1
	}
	return 0
}

// sharedYear is the year that a date told right behind lends: 30 июня и 1 июля 2019 года.
func (r *resolver) sharedYear() (y int, ok bool) {
	for k := r.at + 1; k < len(r.exprs) && k < r.at+8; k++ {
		n, prev := &r.exprs[k], &r.exprs[k-1]
		if n.form != single && n.form != ranged || !r.listed(prev.last, n.first) || n.a.has&hasMonth == 0 {
			return 0, false
		}
		if n.a.has&hasYear != 0 && n.a.has&hasShort == 0 {
			return n.a.year, true
		}
		if n.a.base == now && n.a.unit == year && !r.ref.IsZero() {
			return r.ref.Year + n.a.shift, true
		}
	}
	return 0, false
}

// listed tells whether only what joins the members of a list stands between two expressions.
func (r *resolver) listed(first, last int) bool {
	if first >= last || last > first+3 {
		return false
	}
	for k := first; k < last; k++ {
		switch t := &r.tok[k]; {
		case t.Is(','):
		case t.Kind() == parse.Word && (t.Key() == "и" || t.Key() == "или" || t.Key() == "либо" || t.Key() == "в" || t.Key() == "во"):
		default:
			return false
		}
	}
	return true
}

// storyReach is how many sentences a story goes on that began with a day or a month.
const storyReach = 4

// inStory resolves a month or a day in the year of which the story tells.
func (r *resolver) inStory(w *when, t tense) (p point, ok bool) {
	s := &r.story
	if !s.known() || w.quality || w.levels()&levelMonth == 0 || s.place.paragraph != r.place.paragraph {
		return p, false
	}
	away := r.place.sentence - s.place.sentence
	over := !r.ref.IsZero() && !r.ref.before(s.to) // the story is of the past
	switch {
	case t == comingTense && over, s.now && away > 0, s.unit >= year && away > 1, away > storyReach:
		return p, false
	}
	p, ok = w.in(s.from, 0)
	from := p.start()
	last := s.from
	if t := r.told.from; r.told.unit <= month && last.before(t) && t.before(last.plus(1, year)) {
		last = t // the story has come so far
	}
	if s.unit < year && from.before(last.plus(-6, month)) { // over a new year
		p, ok = w.in(s.from, 1)
		from = p.start()
	}
	if over && t != comingTense && r.ref.before(from) {
		return w.before(r.ref)
	}
	return p, ok
}
