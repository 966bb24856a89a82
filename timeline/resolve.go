package timeline

// A resolver gives expressions their dates, in the order of the text. It knows the reference and what was told.
type resolver struct {
	*reader
	ref         Moment // zero where it is not known
	clock       bool   // the reference has a time of day
	exprs       []expr
	at          int // the expression that is being resolved
	place       place
	inParagraph int // the sentence of the paragraph
	told        telling
	story       telling // the last date told with its year, while the story stays there
}

// A place is where in the text an expression stands.
type place struct {
	paragraph, sentence int
	first, last         int // the sentence's tokens
}

// A telling is a stretch that was told.
type telling struct {
	point
	from, to Moment
	place    place
}

func (t *telling) known() bool { return !t.from.IsZero() }

// resolve is the date of expression e.
func (r *resolver) resolve(e *expr) (d Date, ok bool) {
	switch e.form {
	case length:
		return Date{Type: Duration, Value: lengthValue(e), Mod: e.mod}, true
	case repeated:
		return r.set(e), true
	case past, present, future, someday:
		return r.vague(e), true
	case ranged:
		a, b, ok := r.ends(e)
		if !ok {
			return d, false
		}
		return dateOf(a, b, e.mod, zoneOf(e)), true
	}
	p, ok := r.point(e, &e.a)
	if !ok {
		if e.a.base != bare {
			return r.vague(e), true
		}
		return d, false
	}
	return dateOf(p, p, e.mod, zoneOf(e)), true
}

func zoneOf(e *expr) string {
	if e.a.zone == "" {
		return e.b.zone
	}
	return e.a.zone
}

func lengthValue(e *expr) string {
	b := e.min.append(make([]byte, 0, 16))
	if e.min != e.max {
		b = e.max.append(append(b, '/'))
	}
	return string(b)
}

// set is the date of what recurs.
func (r *resolver) set(e *expr) Date {
	d := Date{Type: Set, Mod: e.mod}
	if e.min.n > 0 {
		d.Value = lengthValue(e)
		return d
	}
	if e.a.base != bare && e.a.has == 0 {
		a := amount{}
		a.add(measure{Value: one, unit: e.a.unit})
		d.Value = string(a.append(nil))
		return d
	}
	e.a.base = bare
	p := e.a.partial()
	d.Value = string(p.append(nil))
	return d
}

// vague is a reference to the past, the present or the future.
func (r *resolver) vague(e *expr) Date {
	d := Date{Type: Calendar, Mod: e.mod}
	if e.clock || e.form == single && e.a.unit < day && e.a.unit != noUnit {
		d.Type = Time
	}
	switch {
	case e.form == past:
		d.Value = pastRef
	case e.form == present:
		d.Value = presentRef
	case e.form == future, r.tense(e, r.place.first, r.place.last) == comingTense:
		d.Value = futureRef
	default:
		d.Value = pastRef
	}
	return d
}

// ends resolves a range. What the second end leaves out follows from the first; where a year was lent to the first and the
// range would run backwards, it began the year before: с ноября по февраль 2020 года.
func (r *resolver) ends(e *expr) (a, b point, ok bool) {
	if a, ok = r.point(e, &e.a); !ok {
		return a, b, false
	}
	from, _ := a.stretch()
	if !from.IsZero() && e.b.base == bare && e.b.levels()&levelYear == 0 {
		b, ok = e.b.after(from)
		return a, b, ok
	}
	if b, ok = r.point(e, &e.b); !ok {
		return a, b, false
	}
	if _, to := b.stretch(); !from.IsZero() && !to.IsZero() && !from.before(to) {
		if !e.a.borrowed {
			return a, b, false
		}
		a.year--
		from, _ = span(a, b)
		return a, b, !from.IsZero()
	}
	return a, b, true
}

// point resolves one stretch.
func (r *resolver) point(e *expr, w *when) (p point, ok bool) {
	switch w.base {
	case bare:
		if w.has&hasShort != 0 {
			r.wholeYear(e, w)
		}
		if w.levels()&levelYear != 0 {
			return w.absolute()
		}
		return r.bare(e, w)
	case now:
		return r.fromNow(e, w)
	case told:
		return r.fromTold(e, w)
	}
	if r.told.known() && r.recent() && r.tellsOn(e, w) {
		if p, ok = r.fromTold(e, w); ok {
			return p, true
		}
	}
	if e.a.grain != noUnit && r.tense(e, r.place.first, r.place.last) != comingTense {
		return p, false // через год in a story that has told no date
	}
	return r.fromNow(e, w)
}

// tellsOn tells whether an expression that can count from the reference or from the last date told counts from that.
func (r *resolver) tellsOn(e *expr, w *when) bool {
	return r.tense(e, r.place.first, r.place.last) != comingTense
}

// wholeYear finds the century of a year or decade of two digits: the last one that has come, or the next one for what is to come.
func (r *resolver) wholeYear(e *expr, w *when) {
	if r.ref.IsZero() {
		return
	}
	y := w.year + floor(r.ref.Year, 100)
	limit := r.ref.Year
	switch {
	case w.has&hasDecade != 0:
	case e.prep == byPrep || e.prep == untilPrep || r.tense(e, r.place.first, r.place.last) == comingTense:
		limit += 50
	case w.has&hasDay != 0:
		limit += 10
	}
	if y > limit {
		y -= 100
	}
	w.has &^= hasShort
	w.year = y
}

// fromNow counts from the reference.
func (r *resolver) fromNow(e *expr, w *when) (p point, ok bool) {
	if r.ref.IsZero() {
		return w.unplaced(), true
	}
	if w.has == 0 && w.unit < day && !r.clock {
		return p, false
	}
	m := r.ref
	if !r.clock {
		m.Hour = 12
	}
	return w.count(m, w.has&hasPart != 0 && r.tense(e, r.place.first, r.place.last) == comingTense)
}

// fromTold counts from the last date told.
func (r *resolver) fromTold(e *expr, w *when) (p point, ok bool) {
	t := &r.told
	if !t.known() {
		if w.shift != 0 || r.ref.IsZero() {
			return p, false
		}
		return r.fromNow(e, w)
	}
	if w.shift != 0 && (!r.recent() || !fine(t.unit, w.unit)) {
		return p, false
	}
	m := t.from
	if w.shift > 0 && t.to.plus(-1, day).Compare(m) > 0 && t.unit >= day {
		m = t.to.plus(-1, day)
	}
	if p, ok = w.count(m, false); !ok {
		return p, false
	}
	if from, _ := p.stretch(); w.shift > 0 && !r.ref.IsZero() && r.ref.before(from) && !r.ref.before(t.from) {
		return p, false // the story has not come so far
	}
	return p, true
}

// fine tells whether a stretch of unit u is short enough to count units of unit v from it.
func fine(u, v unit) bool {
	switch {
	case v < part:
		return u <= minute
	case v <= week:
		return u <= week
	case v < year:
		return u <= month
	}
	return u <= v
}

// recent tells whether the last date was told in this sentence or the one before.
func (r *resolver) recent() bool {
	p, q := r.told.place, r.place
	return q.paragraph-p.paragraph <= 1 && q.sentence-p.sentence <= 1
}
