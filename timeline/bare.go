package timeline

import "github.com/svodka/svodka/parse"

// bare resolves what tells neither its year nor what it counts from, by the tense and by what was told before.
func (r *resolver) bare(e *expr, w *when) (point, bool) {
	l := w.levels()
	if l == levelHours {
		return r.hours(e, w)
	}
	if y, ok := r.sharedYear(e); ok && l&levelMonth != 0 {
		return w.in(Moment{Year: y, Month: 1, Day: 1}, 0)
	}
	if e.year != 0 && l&levelMonth != 0 {
		return w.in(Moment{Year: e.year, Month: 1, Day: 1}, 0)
	}
	t := r.tense(e, r.place.first, r.place.last)
	if p, ok := r.inStory(w, t); ok {
		return p, true
	}
	if r.ref.IsZero() {
		return w.partial(), true
	}
	return r.byTense(e, w, t)
}

// byTense picks the stretch nearest to the reference that fits the tense.
func (r *resolver) byTense(e *expr, w *when, t tense) (point, bool) {
	m := r.ref.date()
	if t == unsaid && (e.prep == byPrep || e.prep == untilPrep) || t == nowTense && e.prep == byPrep {
		t = comingTense
	}
	switch {
	case t == comingTense:
		return w.current(m)
	case t == pastTense, w.levels() == levelDate && w.has&hasWeekday != 0:
		return w.before(Moment{m.Year, m.Month, m.Day, 23, 59})
	}
	return w.nearest(m)
}

// hours resolves a time told without its day: that of the last date told nearby, else of the reference.
func (r *resolver) hours(e *expr, w *when) (p point, ok bool) {
	t := r.tense(e, r.place.first, r.place.last)
	if r.told.known() && r.told.unit <= day && (r.told.place.paragraph == r.place.paragraph || r.told.place.paragraph == r.place.paragraph-1) {
		return w.in(r.told.from, r.comingNight(w, t))
	}
	if r.ref.IsZero() || t == unsaid && !r.told.known() {
		return w.partial(), true
	}
	return w.in(r.ref, r.comingNight(w, t))
}

// comingNight is 1 for a night that is still to come, which is that of the next day.
func (r *resolver) comingNight(w *when, t tense) int {
	if t == comingTense && w.has&hasPart != 0 && w.part == night {
		return 1
	}
	return 0
}

// sharedYear is the year that a date told right behind lends: 30 июня и 1 июля 2019 года.
func (r *resolver) sharedYear(e *expr) (y int, ok bool) {
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
	if first == last || last > first+3 {
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

// inStory resolves a month or a day in the year of which the story tells.
func (r *resolver) inStory(w *when, t tense) (p point, ok bool) {
	s := &r.story
	if !s.known() || w.levels()&levelMonth == 0 || s.place.paragraph != r.place.paragraph {
		return p, false
	}
	away := r.place.sentence - s.place.sentence
	switch {
	case away == 0:
	case t == comingTense, s.unit >= year && away > 1, away > 4:
		return p, false
	}
	if s.unit >= year {
		return w.in(s.from, 0)
	}
	p, ok = w.in(s.from, 0)
	if from, _ := p.stretch(); ok && from.before(s.from.plus(-6, month)) {
		return w.in(s.from, 1)
	}
	return p, ok
}
