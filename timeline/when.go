package timeline

// A when is a stretch of the calendar as an expression tells it, before anything outside the expression is known: 16 февраля
// has a month and a day, осенью прошлого года a season and a year counted from now. Resolving it makes a point.
type when struct {
	base     base
	unit     unit // what is counted from the base
	grain    unit // the unit of the result, where an amount was counted: полтора года назад is a year
	quality  bool // an adjective tells it: декабрьский
	borrowed bool // the year is that of the other end
	gone     bool // that day, which is not now: в тот день
	has      slot // which of the numbers below are told
	rule     rule // of a holiday
	weekday  int8 // that stands beside a day of the month: в субботу, 18 ноября
	shift    int  // how many units are counted
	year     int  // astronomical; of a decade the first one, of a century its number, -5 for the fifth before Christ
	n        int  // the month, season, quarter or half
	day      int  // of the month, or of the week
	hour     int  // or the part of the day
	minute   int
	zone     zone
}

// A base is what an expression counts from.
type base uint8

const (
	bare   base = iota // nothing: what is not told is found in what stands around
	now                // the reference: вчера, в прошлом году
	told               // the last date told: в тот же день, днём позже
	either             // through the tense: told in a story, now before it: через неделю, на следующий день
)

// A slot is a set of the numbers a when can have.
type slot uint16

const (
	hasYear  slot = 1 << iota
	hasShort      // the year has two digits
	hasDecade
	hasCentury
	hasMillennium
	hasHalf
	hasQuarter
	hasSeason
	hasMonth
	hasDay
	hasWeekday
	hasWeekend
	hasPart
	hasClock
	hasHoliday // a day that follows from the year

	hasLong  = hasYear | hasDecade | hasCentury | hasMillennium // what needs nothing longer
	hasMid   = hasHalf | hasQuarter | hasSeason | hasMonth
	hasDate  = hasDay | hasWeekday | hasWeekend | hasHoliday
	hasHours = hasPart | hasClock
)

// A level is a set of the rungs a date stands on: the hours, the day, the month, the year.
type level uint8

const (
	levelHours level = 1 << iota
	levelDate
	levelMonth
	levelYear
)

// levels are the rungs an expression tells. What counts from a base stands firm from its finest rung up.
func (w *when) levels() (l level) {
	if w.has&hasHours != 0 {
		l |= levelHours
	}
	if w.has&hasDate != 0 {
		l |= levelDate
	}
	if w.has&(hasMid|hasHoliday) != 0 {
		l |= levelMonth
	}
	if w.has&hasLong != 0 {
		l |= levelYear
	}
	if w.base != bare {
		l |= rung(w.result())
		finest := l & -l
		l = levelYear<<1 - finest
	}
	return l
}

// result is the unit of what is counted.
func (w *when) result() unit {
	if w.grain != noUnit {
		return w.grain
	}
	return w.unit
}

// rung is the level of a unit.
func rung(u unit) level {
	switch {
	case u <= part:
		return levelHours
	case u <= weekend:
		return levelDate
	case u < year:
		return levelMonth
	}
	return levelYear
}

// gapless tells whether no rung is left out between two.
func (l level) gapless() bool { return (l+l&-l)&l == 0 }

// weekdayAlone tells whether w names a day of the week and no more of the calendar.
func (w *when) weekdayAlone() bool {
	return w.base == bare && w.has&^hasHours == hasWeekday
}

// week tells whether w is a week counted from a base, and no more: на прошлой неделе.
func (w *when) week() bool {
	return w.base != bare && w.unit == week && w.has == 0 && w.grain == noUnit
}

// combine joins two pieces that tell of one time: a weekday and its date, a part of the day and the day, a month and the year.
func combine(a, b when) (when, bool) {
	if a.base != bare && a.has == hasWeekday && b.has&hasDay != 0 { // минувший вторник, 27 января
		a = when{has: hasWeekday}
	}
	witness := max(a.weekday, b.weekday)
	if a.weekdayAlone() && b.has&hasDay != 0 {
		a.has &^= hasWeekday
		witness = int8(a.day)
	} else if b.weekdayAlone() && a.has&hasDay != 0 {
		b.has &^= hasWeekday
		witness = int8(b.day)
	}
	la, lb := a.levels(), b.levels()
	switch {
	case a.base != bare && b.base != bare:
		return a, false
	case a.has == hasDecade|hasShort && (b.has == hasCentury || b.base != bare && b.unit == century && b.has == 0):
		return a.ofCentury(b), true
	case a.has&hasPart != 0 && b.has == hasClock, b.has == hasPart && a.has == hasClock:
		return a.atClock(b), true
	case (a.has|b.has)&(hasDecade|hasCentury|hasMillennium) != 0: // the March of the forties is no month
		return a, false
	case (a.has|b.has)&(hasWeekday|hasWeekend) != 0 && (a.has|b.has)&hasMid != 0: // среда июля is no day
		return a, false
	case la&lb != 0 || !(la | lb).gapless() || (a.has|b.has)&hasDate != 0 && (a.has|b.has)&(hasMid&^hasMonth) != 0:
		return a, false
	}
	if b.base != bare {
		a, b = b, a
	}
	a.has |= b.has
	a.merge(b)
	a.weekday = witness
	return a, true
}

// ofCentury puts a decade of two digits into its century.
func (w when) ofCentury(c when) when {
	if c.base != bare {
		c.has, c.year = w.has, w.year
		return c
	}
	if c.year < 0 { // the forties of the first century before Christ began in 49 BC
		return when{has: hasDecade, year: 1 - (100*(-c.year-1) + w.year + 9)}
	}
	return when{has: hasDecade, year: w.year + 100*(c.year-1)}
}

// atClock joins a part of the day and the time.
func (w when) atClock(b when) when {
	if w.has == hasClock {
		w, b = b, w
	}
	w.has = w.has&^hasPart | hasClock
	w.hour, w.minute, w.zone = toPart(b.hour, w.hour), b.minute, b.zone
	return w
}

// merge takes the numbers of b.
func (w *when) merge(b when) {
	if b.has&hasLong != 0 {
		w.year = b.year
	}
	if b.has&(hasMid|hasHoliday) != 0 {
		w.n = b.n
	}
	if b.has&hasDate != 0 {
		w.day, w.rule = b.day, b.rule
	}
	if b.has&hasPart != 0 {
		w.hour = b.hour
	}
	if b.has&hasClock != 0 {
		w.hour, w.minute, w.zone = b.hour, b.minute, b.zone
	}
}
