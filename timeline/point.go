package timeline

// A point is a stretch of the calendar as one TIMEX3 value writes it: a century, a week, a minute.
type point struct {
	unit    unit
	missing field // what is not known; its numbers are 0
	year    int   // astronomical; the first year of a decade or anything longer; two digits where the century is missing
	n       int   // the month, season, quarter, half or week
	day     int   // of the month
	weekday int   // where all but it is missing: 1–7
	part    int   // of the day
	hour    int
	minute  int
}

// A field is a set of parts that a date is made of.
type field uint16

const (
	fieldCentury field = 1 << iota // of a year of two digits
	fieldYear
	fieldN // the month, season, quarter, half or week
	fieldDay
)

// dateType is Time for a part of a day or less.
func (p *point) dateType() Type {
	if p.unit <= part {
		return Time
	}
	return Calendar
}

// writable tells whether TIMEX3, whose years have four digits, can write the point.
func (p *point) writable() bool { return -9998 <= p.year && p.year <= 9999 }

// seasonNames are those of TIMEX3, by the values of the class season; partNames by those of daypart.
var (
	seasonNames = [...]string{1: "SP", 2: "SU", 3: "FA", 4: "WI"}
	partNames   = [...]string{1: "MO", 2: "AF", 3: "EV", 4: "NI"}
)

// append writes the TIMEX3 value.
func (p point) append(b []byte) []byte {
	b = p.appendYear(b)
	switch p.unit {
	case half:
		b = appendN(append(b, "-H"...), p, 1)
	case quarter:
		b = appendN(append(b, "-Q"...), p, 1)
	case season:
		b = append(append(b, '-'), seasonNames[p.n]...)
	case week, weekend:
		b = appendN(append(b, "-W"...), p, 2)
		if p.unit == weekend {
			b = append(b, "-WE"...)
		}
	case month, day, part, minute:
		if p.weekday > 0 {
			b = append(b, "-WXX-"...)
			b = append(b, byte('0'+p.weekday))
			return p.appendClock(b)
		}
		b = appendN(append(b, '-'), p, 2)
		if p.unit == month {
			break
		}
		if b = append(b, '-'); p.missing&fieldDay != 0 {
			b = append(b, "XX"...)
		} else {
			b = append2(b, p.day)
		}
		b = p.appendClock(b)
	}
	return b
}

func (p point) appendYear(b []byte) []byte {
	y, digits := p.year, 4
	switch p.unit {
	case decade:
		digits = 3
	case century:
		digits = 2
	case millennium:
		digits = 1
	}
	switch {
	case p.missing&fieldYear != 0:
		return append(b, "XXXX"[:digits]...)
	case p.missing&fieldCentury != 0:
		b = append2(append(b, "XX"...), y)
		return b[:len(b)+digits-4]
	case y < 0, y == 0 && p.unit != decade: // the decade of year 1 is 000
		b = append(b, "BC"...)
		y = 1 - y
		switch p.unit { // the years 500 to 401 BC are BC04
		case century:
			y -= 100
		case millennium:
			y -= 1000
		}
	}
	b = append4(b, y)
	return b[:len(b)+digits-4]
}

// appendN writes the month, quarter, half or week.
func appendN(b []byte, p point, digits int) []byte {
	switch {
	case p.missing&fieldN != 0:
		return append(b, "XX"[:digits]...)
	case digits == 1:
		return append(b, byte('0'+p.n))
	}
	return append2(b, p.n)
}

func (p point) appendClock(b []byte) []byte {
	switch p.unit {
	case part:
		b = append(append(b, 'T'), partNames[p.part]...)
	case minute:
		b = append2(append(b, 'T'), p.hour)
		b = append2(append(b, ':'), p.minute)
	}
	return b
}

// stretch is the time the point covers; zero where something of it is missing.
func (p *point) stretch() (from, to Moment) {
	from = p.start()
	switch {
	case from.IsZero():
		return from, from
	case p.unit == weekend:
		return from, from.plus(2, day)
	case p.unit == part:
		return from, from.plus(6, hour)
	}
	return from, from.plus(1, p.unit)
}

// start is the beginning of the point; zero where something of it is missing.
func (p *point) start() Moment {
	if p.missing != 0 {
		return Moment{}
	}
	from := Moment{Year: p.year, Month: 1, Day: 1}
	switch p.unit {
	case half:
		from.Month = 6*p.n - 5
	case quarter:
		from.Month = 3*p.n - 2
	case season: // the winter of a year begins in its December
		from.Month = 3 * p.n
	case month:
		from.Month = p.n
	case week:
		return weekStart(p.year, p.n)
	case weekend:
		return weekStart(p.year, p.n).plus(5, day)
	case part:
		return Moment{Year: p.year, Month: p.n, Day: p.day, Hour: partHour(p.part)}
	case day, minute:
		return Moment{p.year, p.n, p.day, p.hour, p.minute}
	}
	return from
}

// partHour is the hour a part of the day begins with; each has six.
func partHour(part int) int {
	switch part {
	case morning:
		return 6
	case afternoon:
		return 12
	case evening:
		return 18
	}
	return 0
}

// pointAt is the stretch of a unit that holds a moment. Weeks belong to the year of their Thursday, winters to that of
// their December.
func pointAt(m Moment, u unit) point {
	u = max(u, minute)
	p := point{unit: u, year: m.Year}
	switch u {
	case minute, hour:
		p.unit = minute
		p.n, p.day, p.hour, p.minute = m.Month, m.Day, m.Hour, m.Minute
	case part:
		p.n, p.day, p.part = m.Month, m.Day, [...]int{night, morning, afternoon, evening}[m.Hour/6]
	case day:
		p.n, p.day = m.Month, m.Day
	case week, weekend:
		p.year, p.n = m.isoWeek()
	case month:
		p.n = m.Month
	case season:
		if p.n = m.Month / 3; p.n == 0 {
			p.year, p.n = p.year-1, 4
		}
	case quarter:
		p.n = (m.Month + 2) / 3
	case half:
		p.n = (m.Month + 5) / 6
	case decade:
		p.year = floor(m.Year, 10)
	case century: // 1901 to 2000
		p.year = floor(m.Year-1, 100) + 1
	case millennium:
		p.year = floor(m.Year-1, 1000) + 1
	}
	return p
}

// floor is the greatest multiple of n that is not above y.
func floor(y, n int) int {
	if y < 0 {
		return -((-y + n - 1) / n * n)
	}
	return y / n * n
}

// point reads what append writes.
func (s *scan) point() point {
	p := point{unit: year}
	bc := s.take("BC")
	s.yearOf(&p)
	if bc {
		p.year = 2 - p.year - p.unit.months()/12 // of many years before Christ the first has the highest number
	}
	if p.unit != year || !s.have('-') {
		return p
	}
	for i, name := range seasonNames {
		if i > 0 && s.take(name) {
			p.unit, p.n = season, i
			return p
		}
	}
	switch {
	case s.have('H'):
		p.unit, p.n = half, s.number(&p, fieldN, 1, 2)
	case s.have('Q'):
		p.unit, p.n = quarter, s.number(&p, fieldN, 1, 4)
	case s.have('W'):
		s.weekOf(&p)
	default:
		s.monthOf(&p)
	}
	return p
}

// yearOf reads a year of four digits, a decade of three, a century of two or a millennium of one. X stands for a digit that
// is not known.
func (s *scan) yearOf(p *point) {
	k, xs := 0, 0
	for k < 4 && k < len(s.rest) && (s.rest[k] == 'X' || '0' <= s.rest[k] && s.rest[k] <= '9') {
		if s.rest[k] == 'X' {
			xs++
		}
		k++
	}
	p.unit = [...]unit{noUnit, millennium, century, decade, year}[k]
	if xs > 0 {
		s.rest = s.rest[xs:]
		p.missing = fieldYear
	}
	switch {
	case k == 0, xs != 0 && xs != k && (xs != 2 || k < 3):
		s.bad = true
	case xs == 2 && k > 2:
		p.missing = fieldCentury
	}
	if p.missing != fieldYear {
		p.year = s.digits(k-xs) * [...]int{1, 1000, 100, 10, 1}[k]
		s.bad = s.bad || p.year == 0 && p.unit == year && xs == 0
		if p.unit == century || p.unit == millennium {
			p.year++
		}
	}
}

// number reads a number of n digits from 1 to limit; Xs stand for one that is missing.
func (s *scan) number(p *point, f field, n, limit int) int {
	if s.take("XX"[:n]) {
		p.missing |= f
		return 0
	}
	v := s.digits(n)
	s.bad = s.bad || v < 1 || v > limit
	return v
}

// weekOf reads W06, W06-WE, WXX-5.
func (s *scan) weekOf(p *point) {
	p.unit, p.n = week, s.number(p, fieldN, 2, 53)
	if !s.have('-') {
		return
	}
	if s.take("WE") {
		p.unit = weekend
		return
	}
	p.unit, p.weekday = day, s.digits(1)
	p.missing |= fieldDay
	s.bad = s.bad || p.missing&fieldN == 0 || p.weekday < 1 || p.weekday > 7
	s.clock(p)
}

// monthOf reads 02, 02-16, 02-16T14:30, 02-16TMO.
func (s *scan) monthOf(p *point) {
	p.unit, p.n = month, s.number(p, fieldN, 2, 12)
	if !s.have('-') {
		return
	}
	p.unit, p.day = day, s.number(p, fieldDay, 2, 31)
	y := p.year
	if p.missing != 0 {
		y = 2000
	}
	s.bad = s.bad || p.missing&(fieldN|fieldDay) == 0 && !validDay(y, p.n, p.day)
	s.clock(p)
}

func (s *scan) clock(p *point) {
	if !s.have('T') {
		return
	}
	for i, name := range partNames {
		if i > 0 && s.take(name) {
			p.unit, p.part = part, i
			return
		}
	}
	p.unit, p.hour = minute, s.digits(2)
	s.skip(':')
	p.minute = s.digits(2)
	midnight := p.hour == 24 && p.minute == 0 && p.missing != 0 // of a day that has no next one
	s.bad = s.bad || p.hour > 23 && !midnight || p.minute > 59
}
