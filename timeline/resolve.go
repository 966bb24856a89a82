package timeline

import "github.com/svodka/svodka/parse"

// A resolver gives expressions their dates, in the order of the text. It knows the reference and what was told.
type resolver struct {
	*reader
	ref      Moment // zero where it is not known
	clock    bool   // the reference has a time of day
	exprs    []expr
	at       int   // the expression that is being resolved
	begins   point // it resolves to this, or begins with it
	governed *expr // the expression that tense was found for last
	tense    tense
	place    place
	sentence int        // of the paragraph
	fromRef  bool       // the last stretch that could count from what was told counts from the reference
	span     parse.Span // of the sentence
	told     telling    // the last stretch told
	toldDay  telling    // the last day told, or time of one
	story    telling    // the last date told with its year, while the story stays there
}

// A place is where in the text an expression stands.
type place struct {
	paragraph, sentence, token int
}

// A telling is a stretch that was told.
type telling struct {
	unit     unit
	from, to Moment
	place    place
	now      bool // counted from the reference
}

func (t *telling) known() bool { return !t.from.IsZero() }

// move goes on to the place of an expression.
func (r *resolver) move(e *expr) {
	paragraphs := r.doc.Paragraphs
	at := r.tok[e.first].Start()
	p := &r.place
	p.token = e.first
	r.governed = nil
	for ; at >= paragraphs[p.paragraph].End; p.paragraph++ {
		p.sentence += len(paragraphs[p.paragraph].Sentences) - r.sentence
		r.sentence = 0
	}
	sentences := paragraphs[p.paragraph].Sentences
	for ; r.sentence < len(sentences)-1 && at >= sentences[r.sentence].End; r.sentence++ {
		p.sentence++
	}
	r.span = sentences[r.sentence]
}

// around are the tokens of the sentence of an expression, as far as a governing verb is looked for.
func (r *resolver) around(e *expr) (first, last int) {
	first, last = e.first, e.last
	for first > max(0, e.first-reach) && r.tok[first-1].Start() >= r.span.Start {
		first--
	}
	for last < min(len(r.tok), e.last+reach) && r.tok[last].Start() < r.span.End {
		last++
	}
	return first, last
}

// tell notes what was told.
func (r *resolver) tell(e *expr, d *Date) {
	if d.From.IsZero() || r.ofBirth(e.last) || r.is(e.last-1, '.') && r.key(e.last) == "р" { // 1944 года рождения tells of no day behind
		return
	}
	r.told = telling{unit: r.begins.unit, from: d.From, to: d.To, place: r.place, now: e.a.base == now || e.a.base == either && r.fromRef}
	if r.told.unit <= day {
		r.toldDay = r.told
	}
	switch {
	case e.year != 0:
		r.story = r.told
	case e.form != single || e.mod != 0:
	case e.a.has&hasYear != 0, e.a.base == now && e.a.levels()&levelDate == 0:
		r.story = r.told
	case e.a.base == now:
		r.story = telling{}
	}
}

// resolve is the date of an expression; ok is false where it turns out to be none.
func (r *resolver) resolve(e *expr) (d Date, ok bool) {
	switch e.form {
	case length:
		return Date{Type: Duration, Value: lengthValue(e), Mod: e.mod}, true
	case repeated:
		return r.set(e), true
	case these:
		if e.form = present; r.tenseOf(e) == pastTense {
			return d, false
		}
	case ranged:
		a, b, ok := r.ends(e)
		if ok = ok && a.writable() && b.writable(); !ok {
			if e.a.grain == noUnit && e.a.base != told && e.b.base != told {
				return d, false
			}
			return r.vague(e), true
		}
		r.begins = a
		return dateOf(a, b, e.mod, e.zone()), true
	case single:
		p, ok := r.single(e)
		if ok = ok && p.writable(); ok {
			r.begins = p
			return dateOf(p, p, e.mod, e.zone()), true
		} else if e.a.base == bare || e.a.base == now && e.a.has&hasDay != 0 {
			return d, false
		}
	}
	return r.vague(e), true
}

// single resolves one stretch; where it cannot be counted, a date told right behind it may say when it is.
func (r *resolver) single(e *expr) (p point, ok bool) {
	if e.today && r.generic(e) {
		e.form = present
		return p, false
	}
	if !e.event && e.a.base == either && e.a.shift < 0 { // накануне, 27 декабря
		if p, ok = r.besideNext(e, 2); ok {
			return p, true
		}
	}
	if p, ok = r.besideLast(e); ok {
		return p, true
	}
	if e.event {
		return r.fromEvent(e)
	}
	if p, ok = r.point(e, &e.a); ok {
		return p, true
	}
	return r.besideNext(e, 2)
}

// besideLast resolves what is counted right behind a date that says the same: в пятницу, спустя один день после операции.
func (r *resolver) besideLast(e *expr) (p point, ok bool) {
	if !e.event || e.a.grain == noUnit || r.at == 0 || !r.told.known() || !fine(r.told.unit, e.a.grain) {
		return p, false
	}
	k := r.exprs[r.at-1].last
	if !r.is(k, ',') && !r.dash(k) {
		return p, false
	}
	for k++; k < e.first; k++ {
		switch r.key(k) {
		case "всего", "уже", "лишь", "еще", "только":
		default:
			return p, false
		}
	}
	return pointAt(r.told.from, e.a.grain), true
}

// besideNext resolves what is counted in front of a date that says the same, at most so many tokens ahead: пятью днями ранее,
// 20 августа; спустя четыре года — в июле 2010 года.
func (r *resolver) besideNext(e *expr, ahead int) (p point, ok bool) {
	next := r.nextSingle(e, ahead+1)
	if next == nil {
		return p, false
	}
	k := next.first - 1
	if r.isPreposition(k) {
		k--
	}
	if !r.is(k, ',') && !r.is(k, ':') && !r.dash(k) {
		return p, false
	}
	q, ok := r.point(next, &next.a)
	from := q.start()
	u := e.a.result()
	return pointAt(from, u), ok && !from.IsZero() && fine(q.unit, u)
}

// nextSingle is the next expression where it is a stretch and begins within some tokens; nil for none.
func (r *resolver) nextSingle(e *expr, ahead int) *expr {
	if r.at+1 == len(r.exprs) {
		return nil
	}
	next := &r.exprs[r.at+1]
	if next.form != single || next.first > e.last+ahead {
		return nil
	}
	return next
}

// fromEvent resolves the time before or after an event, where that is a date or the date itself is told behind: за день до
// этого, за два года до 1917-го, за восемь месяцев до кражи, 25 мая 2018 года.
func (r *resolver) fromEvent(e *expr) (p point, ok bool) {
	if k := r.key(e.last + 1); (k == "этого" || k == "того" || k == "этих") && !r.is(e.last+2, ',') {
		return r.fromTold(e, &e.a)
	}
	if next := r.nextSingle(e, 1); next != nil && next.first == e.last+1 {
		q, ok := r.point(next, &next.a)
		from := q.start()
		if !ok || from.IsZero() || !fine(q.unit, max(e.a.unit, e.a.grain)) {
			return p, false
		}
		return e.a.count(from, unsaid)
	}
	if e.a.grain == noUnit {
		return p, false
	}
	if p, ok = r.besideNext(e, 5); !ok && e.a.shift > 0 && r.tenseOf(e) == pastTense {
		return r.fromTold(e, &e.a)
	}
	return p, ok
}

// zone is the time zone the expression tells.
func (e *expr) zone() zone {
	if e.a.zone == noZone {
		return e.b.zone
	}
	return e.a.zone
}

func lengthValue(e *expr) string {
	b := e.amount.append(make([]byte, 0, 32))
	if e.upto.unit != noUnit {
		a := amountOf(e.upto)
		b = a.append(append(b, '/'))
	}
	return string(b)
}

// set is the date of what recurs.
func (r *resolver) set(e *expr) Date {
	d := Date{Type: Set, Mod: e.mod}
	switch {
	case e.amount.n > 0:
		d.Value = lengthValue(e)
	case e.a.base != bare && e.a.has == 0:
		a := amountOf(whole(1, e.a.unit))
		d.Value = string(a.append(nil))
	default:
		p := e.a.partial()
		d.Value = string(p.append(nil))
	}
	return d
}

// vague is a reference to the past, the present or the future.
func (r *resolver) vague(e *expr) Date {
	d := Date{Type: Calendar, Mod: e.mod, Value: pastRef}
	if e.clock || (e.form == single || e.form == ranged) && e.a.unit < day && e.a.unit != noUnit {
		d.Type = Time
	}
	switch {
	case e.form == present:
		d.Value = presentRef
	case e.form == future, e.form != past && (e.a.shift >= 0 || e.event) && r.tenseOf(e) == comingTense:
		d.Value = futureRef
	}
	return d
}

// ends resolves a range. What the second end leaves out follows from the first; where a year was lent to the first and the
// range would run backwards, it began the year before: с ноября по февраль 2020 года.
func (r *resolver) ends(e *expr) (a, b point, ok bool) {
	if a, ok = r.point(e, &e.a); !ok {
		return a, b, false
	}
	from := a.start()
	if !from.IsZero() && e.b.base == bare && e.b.levels()&levelYear == 0 {
		if b, ok = e.b.after(from); ok {
			a, b = r.nearerRange(e, a, b)
		}
		return a, b, ok
	}
	if b, ok = r.point(e, &e.b); !ok {
		return a, b, false
	}
	if _, to := b.stretch(); !from.IsZero() && !to.IsZero() && !from.before(to) {
		switch {
		case e.a.borrowed:
			a.year--
		case e.b.borrowed: // с октября 2019-го по март
			b.year++
		default:
			return a, b, false
		}
		from, _ = span(a, b)
		return a, b, !from.IsZero()
	}
	return a, b, true
}

// nearerRange is the range from a to b, or the one before where that is not over or ended less long ago than a is away: с января
// по ноябрь, told in December with no verb.
func (r *resolver) nearerRange(e *expr, a, b point) (point, point) {
	from := a.start()
	if e.a.base != bare || e.a.levels()&levelYear != 0 || e.year != 0 || r.ref.IsZero() || !r.ref.before(from) {
		return a, b
	}
	if t := r.tenseOf(e); t != unsaid && t != nowTense {
		return a, b
	}
	p, ok := e.a.over(from)
	begin := p.start()
	if !ok || begin.IsZero() {
		return a, b
	}
	q, ok := e.b.after(begin)
	_, end := q.stretch()
	if !ok || r.ref.dayNumber()-end.dayNumber() > from.dayNumber()-r.ref.dayNumber() {
		return a, b
	}
	return p, q
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
		if p, ok = r.bare(e, w); ok && w.weekday != 0 {
			return r.onWeekday(p, w), true
		}
		return p, ok
	case now:
		return r.fromNow(e, w)
	case told:
		return r.fromTold(e, w)
	}
	t := r.tenseOf(e)
	r.fromRef = false
	nextDay := w.unit == day && w.grain == noUnit && w.has == 0 && w.shift > 0 // на следующий день is never tomorrow where a day is told
	if r.told.known() && (t != comingTense || nextDay) && r.near(e, w) {
		if p, ok = r.fromTold(e, w); ok {
			return p, true
		}
	}
	if w.grain != noUnit && t != comingTense && t != nowTense {
		return p, false // через год in a story that has told no date
	}
	r.fromRef = true
	return r.fromNow(e, w)
}

// onWeekday is the day that is of the weekday told beside it: the one a year before or after where p itself is not and that one is.
func (r *resolver) onWeekday(p point, w *when) point {
	m := p.start()
	if m.IsZero() || r.ref.IsZero() || m.weekday() == int(w.weekday) {
		return p
	}
	for _, y := range [...]int{p.year - 1, p.year + 1} {
		q := p
		q.year = y
		if from := q.start(); validDay(y, q.n, q.day) && from.weekday() == int(w.weekday) && !from.before(r.ref.plus(-1, year)) && !r.ref.plus(1, year).before(from) {
			return q
		}
	}
	return p
}

// near tells whether the last date told is near enough for what can count from the reference too: накануне in the same
// sentence or, where the story is an old one, the next, этот день in the same paragraph, на следующий день anywhere, anything
// else in the sentence before.
func (r *resolver) near(e *expr, w *when) bool {
	switch {
	case w.unit == day && w.grain == noUnit && w.shift < 0:
		gone := r.place.sentence - r.told.place.sentence
		old := !r.topical(&r.told) && r.place.paragraph == r.told.place.paragraph
		return !r.told.now && (gone == 0 || gone == 1 && old)
	case w.unit == day && w.grain == noUnit && w.shift == 0:
		return r.toldDay.known() && r.place.paragraph-r.toldDay.place.paragraph <= 1
	case w.unit == day && w.grain == noUnit:
		return true
	}
	return r.recent()
}

// wholeYear finds the century of a year or decade of two digits: the last one that has come, or the next one for what is to come.
func (r *resolver) wholeYear(e *expr, w *when) {
	if r.ref.IsZero() {
		return
	}
	y := w.year + floor(r.ref.Year, 100)
	limit := r.ref.Year
	switch {
	case e.form == ranged && w == &e.b && e.a.has == hasYear && e.a.year%100 < w.year: // сезон 23/24
		limit = max(limit, e.a.year-e.a.year%100+w.year)
	case w.has&hasDecade != 0:
		if full := r.fullDecade(e, w); full != 0 { // в 20-х и 1930-х
			w.has &^= hasShort
			w.year = full
			return
		}
		if with := r.withDecade(e, w); with > w.year { // 20-е и 30-е годы are of one century
			limit -= with - w.year
		}
	case e.prep == byPrep || e.prep == untilPrep:
		limit += 50
	case r.tenseOf(e) == comingTense:
		limit += 20
	case w.has&hasDay != 0:
		limit += 10
	}
	if y > limit {
		y -= 100
	}
	w.has &^= hasShort
	w.year = y
}

// fullDecade is a decade of two digits in the century of one told beside it in its list: no later than what follows, no earlier than
// what stands before; 0 where none does.
func (r *resolver) fullDecade(e *expr, w *when) int {
	if k := r.at + 1; e.form == single && k < len(r.exprs) && r.exprs[k].a.has == hasDecade && r.listed(e.last, r.exprs[k].first) {
		next := r.exprs[k].a.year
		return next - (next-w.year)%100
	}
	if k := r.at - 1; e.form == single && k >= 0 && r.exprs[k].a.has == hasDecade && r.listed(r.exprs[k].last, e.first) {
		prev := r.exprs[k].a.year
		return prev + (w.year-prev%100+100)%100
	}
	return 0
}

// withDecade is the decade of two digits told right behind another, at the end of its range or in its list; 0 for none.
func (r *resolver) withDecade(e *expr, w *when) int {
	b := &e.b
	if e.form == single && r.at+1 < len(r.exprs) && r.listed(e.last, r.exprs[r.at+1].first) {
		b = &r.exprs[r.at+1].a
	}
	if b == w || b.has != hasDecade|hasShort {
		return 0
	}
	return b.year
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
	return w.count(m, r.tenseOf(e))
}

// fromTold counts from the last date told.
func (r *resolver) fromTold(e *expr, w *when) (p point, ok bool) {
	t := &r.told
	if w.result() <= day && r.toldDay.known() {
		t = &r.toldDay
	}
	if !t.known() {
		if w.shift != 0 || w.gone || r.ref.IsZero() {
			return p, false
		}
		return r.fromNow(e, w)
	}
	if !fine(t.unit, w.result()) || w.grain != noUnit && !r.recent() {
		return p, false
	}
	m := t.from
	if end := t.to.plus(-1, day); w.shift > 0 && m.before(end) {
		m = end
	}
	if p, ok = w.count(m, unsaid); !ok {
		return p, false
	}
	if from := p.start(); w.shift > 0 && !r.ref.IsZero() && r.ref.before(from) && !r.ref.before(t.from) {
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
	return q.paragraph-p.paragraph <= 1 && (q.sentence-p.sentence <= 1 || q.token-p.token <= 25)
}
