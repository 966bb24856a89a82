package timeline

// finest is the finest unit that the numbers of w tell.
func (w *when) finest() unit {
	switch h := w.has; {
	case h&hasClock != 0:
		return minute
	case h&hasPart != 0:
		return part
	case h&hasWeekend != 0:
		return weekend
	case h&(hasDay|hasWeekday|hasHoliday) != 0:
		return day
	case h&hasMonth != 0:
		return month
	case h&hasSeason != 0:
		return season
	case h&hasQuarter != 0:
		return quarter
	case h&hasHalf != 0:
		return half
	case h&hasYear != 0:
		return year
	case h&hasDecade != 0:
		return decade
	case h&hasCentury != 0:
		return century
	}
	return millennium
}

// partial is the point that the numbers of w tell, whatever it counts from.
func (w *when) partial() point {
	p := point{unit: w.finest(), year: w.year, n: w.n}
	switch p.unit {
	case minute:
		p.hour, p.minute = w.hour, w.minute
	case part:
		p.part = w.hour
	case century:
		p.year = firstYear(w.year, 100)
	case millennium:
		p.year = firstYear(w.year, 1000)
	}
	switch {
	case w.has&hasDay != 0:
		p.day = w.day
	case w.has&hasWeekday != 0:
		p.weekday = w.day
	case w.has&hasHoliday != 0 && w.rule.kind == fixed:
		m, _ := w.rule.in(2000)
		p.n, p.day = m.Month, m.Day
	}
	p.missing = w.missing(&p)
	if p.missing&fieldYear != 0 {
		p.year = 0
	}
	return p
}

// firstYear is the first year of the n-th century or millennium, counted from Christ on, or back where n is negative.
func firstYear(n, size int) int {
	if n < 0 {
		return size*n + 1
	}
	return size*(n-1) + 1
}

// missing are the fields that w does not tell p.
func (w *when) missing(p *point) (f field) {
	if w.has&hasLong == 0 {
		f = fieldYear
	} else if w.has&hasShort != 0 {
		f = fieldCentury
	}
	if p.unit <= week && p.n == 0 {
		f |= fieldN
	}
	if p.unit <= week && p.day == 0 && p.unit != weekend {
		f |= fieldDay
	}
	return f
}

// unplaced is what is left of a stretch counted from a reference that is not known.
func (w *when) unplaced() point {
	if w.has != 0 {
		return w.partial()
	}
	u := w.result()
	p := point{unit: u, missing: fieldYear | fieldN | fieldDay}
	switch u {
	case season:
		p.unit = year
	case hour, minute, second:
		p.unit = day
	}
	if p.unit >= year {
		p.missing = fieldYear
	}
	return p
}

// absolute is the point of an expression that tells its year.
func (w *when) absolute() (point, bool) {
	if w.has&hasHoliday != 0 {
		if w.has&hasShort != 0 {
			return point{}, false
		}
		m, ok := w.rule.in(w.year)
		return w.on(m), ok
	}
	p := w.partial()
	if p.unit <= day && p.missing == 0 && !validDay(p.year, p.n, p.day) {
		return p, false
	}
	if p.unit == day || p.unit > day || p.missing != 0 || p.hour < 24 {
		return p, true
	}
	return w.on(Moment{Year: p.year, Month: p.n, Day: p.day}), true
}

// on is the day of a moment, with the hours that w tells; 24:00 is 0:00 of the next day.
func (w *when) on(m Moment) point {
	p := point{unit: day, year: m.Year, n: m.Month, day: m.Day}
	switch {
	case w.has&hasClock != 0 && w.hour == 24:
		next := m.plus(1, day)
		return point{unit: minute, year: next.Year, n: next.Month, day: next.Day}
	case w.has&hasClock != 0:
		p.unit, p.hour, p.minute = minute, w.hour, w.minute
	case w.has&hasPart != 0:
		p.unit, p.part = part, w.hour
	}
	return p
}

// in puts an expression that tells neither year nor base into the cycle it recurs in, k of them from that of m: the year
// for a month, a day or a holiday, the week for a weekday, the month for a day alone, the day for a time. ok is false where
// there is no such day.
func (w *when) in(m Moment, k int) (p point, ok bool) {
	switch h := w.has; {
	case h&hasHoliday != 0:
		m, ok := w.rule.in(m.Year + k)
		return w.on(m), ok
	case h&(hasMonth|hasDay) == hasMonth|hasDay:
		if !validDay(m.Year+k, w.n, w.day) {
			return p, false
		}
		return w.on(Moment{Year: m.Year + k, Month: w.n, Day: w.day}), true
	case h&hasMid != 0:
		p = w.partial()
		p.year, p.missing = m.Year+k, 0
		return p, true
	case h&hasDay != 0:
		first := Moment{Year: m.Year, Month: m.Month, Day: 1}.plus(k, month)
		if !validDay(first.Year, first.Month, w.day) {
			return p, false
		}
		first.Day = w.day
		return w.on(first), true
	case h&hasWeekday != 0:
		return w.on(m.date().plus(w.day-m.weekday()+7*k, day)), true
	case h&hasWeekend != 0:
		return pointAt(m.plus(k, week), weekend), true
	}
	return w.on(m.date().plus(k, day)), true
}

// cycles is how many cycles before and behind a moment are looked at: a 29 February may be eight years away, a fifth Monday of May four.
func (w *when) cycles() int {
	if w.has&(hasMonth|hasDay) == hasMonth|hasDay && w.n == 2 && w.day == 29 || w.rule.n == 5 {
		return 8
	}
	return 2
}

// after is the first stretch that begins at m or later.
func (w *when) after(m Moment) (point, bool) {
	for k := -1; k <= w.cycles(); k++ {
		if p, ok := w.in(m, k); ok {
			if from := p.start(); !from.before(m) {
				return p, true
			}
		}
	}
	return point{}, false
}

// before is the last stretch that begins at m or earlier.
func (w *when) before(m Moment) (point, bool) {
	for k := 1; k >= -w.cycles(); k-- {
		if p, ok := w.in(m, k); ok {
			if from := p.start(); !m.before(from) {
				return p, true
			}
		}
	}
	return point{}, false
}

// current is the first stretch that is not over at m.
func (w *when) current(m Moment) (point, bool) {
	for k := -2; k <= w.cycles(); k++ {
		if p, ok := w.in(m, k); ok {
			if _, to := p.stretch(); m.before(to) {
				return p, true
			}
		}
	}
	return point{}, false
}

// over is the last stretch that is over at m.
func (w *when) over(m Moment) (point, bool) {
	for k := 1; k >= -w.cycles(); k-- {
		if p, ok := w.in(m, k); ok {
			if _, to := p.stretch(); !m.before(to) {
				return p, true
			}
		}
	}
	return point{}, false
}

// nearest is the stretch that holds m, or the one least far away; of two the earlier.
func (w *when) nearest(m Moment) (point, bool) {
	a, ok1 := w.before(m)
	b, ok2 := w.after(m)
	if !ok1 || !ok2 {
		return a, ok1
	}
	_, end := a.stretch()
	begin := b.start()
	if m.before(end) || hoursBetween(end, m) <= hoursBetween(m, begin) {
		return a, true
	}
	return b, true
}

// count is the stretch that lies the units of w from m; the tense tells where it is still open: этот четверг, этой ночью.
func (w *when) count(m Moment, t tense) (point, bool) {
	switch {
	case w.named():
		return w.next(m, t)
	case w.has == 0:
		return pointAt(m.plus(w.shift, w.unit), w.result()), true
	}
	c := m.plus(w.shift, w.unit)
	switch {
	case w.unit == century:
		p := w.partial()
		p.year, p.missing = pointAt(c, century).year-1+w.year, 0
		return p, true
	case w.unit >= year:
		return w.in(Moment{Year: c.Year, Month: 1, Day: 1}, 0)
	case w.unit == month:
		if !validDay(c.Year, c.Month, w.day) {
			return point{}, false
		}
		return w.on(Moment{Year: c.Year, Month: c.Month, Day: w.day}), true
	case w.unit == week:
		return w.on(c.date().plus(w.day-c.weekday(), day)), true
	}
	return w.on(c.date()), true
}

// named tells whether what is counted has a name: прошлый вторник, этой весной.
func (w *when) named() bool {
	switch w.unit {
	case part:
		return w.has&hasPart != 0
	case day:
		return w.has&(hasWeekday|hasHoliday) != 0
	case weekend:
		return true
	case month:
		return w.has&hasMonth != 0
	case season:
		return w.has&hasSeason != 0
	}
	return false
}

// next is the stretch with a name that lies w.shift of them from m.
func (w *when) next(m Moment, t tense) (p point, ok bool) {
	c := *w
	c.base = bare
	switch {
	case w.shift < 0:
		for k := w.shift; k < 0; k++ {
			if p, ok = c.over(m); !ok {
				return p, false
			}
			m = p.start()
		}
		return p, true
	case w.shift > 0:
		return c.after(m.plus(1, minute))
	case t == comingTense && (w.unit == day || w.unit == season):
		return c.current(m)
	case t == comingTense && w.unit == part:
		return c.after(m)
	case t == pastTense && w.unit == season:
		return c.before(m)
	case w.unit == season:
		return c.nearest(m)
	}
	return c.in(m, 0)
}

// hoursBetween is how many hours b is later than a.
func hoursBetween(a, b Moment) int { return 24*(b.dayNumber()-a.dayNumber()) + b.Hour - a.Hour }
