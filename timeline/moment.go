package timeline

import (
	"cmp"
	"fmt"
	"time"
)

// A Moment is a minute of the civil calendar and clock, as written in the text: it belongs to no zone. Years before Christ
// are astronomical, 44 BC being -43. The zero Moment is none; its month tells it from a real one.
type Moment struct {
	Year, Month, Day, Hour, Minute int
}

// IsZero tells whether m is no moment.
func (m Moment) IsZero() bool { return m.Month == 0 }

// In is the moment on the clocks of a place.
func (m Moment) In(loc *time.Location) time.Time {
	if m.IsZero() {
		return time.Time{}
	}
	return time.Date(m.Year, time.Month(m.Month), m.Day, m.Hour, m.Minute, 0, 0, loc)
}

// momentOf is what the clocks of the place of t show at t.
func momentOf(t time.Time) Moment {
	y, mo, d := t.Date()
	return Moment{y, int(mo), d, t.Hour(), t.Minute()}
}

// Compare orders moments in time: -1, 0 or 1.
func (m Moment) Compare(n Moment) int {
	return cmp.Or(cmp.Compare(m.Year, n.Year), cmp.Compare(m.Month, n.Month), cmp.Compare(m.Day, n.Day),
		cmp.Compare(m.Hour, n.Hour), cmp.Compare(m.Minute, n.Minute))
}

// before tells whether m is earlier than n.
func (m Moment) before(n Moment) bool { return m.Compare(n) < 0 }

// String is the day (2022-11-25), with the time of day (2022-11-25T14:30) unless it is midnight; "" for the zero Moment. A
// year outside 0–9999 has a sign (-0043-03-15).
func (m Moment) String() string {
	if m.IsZero() {
		return ""
	}
	return string(m.append(nil, m.Hour != 0 || m.Minute != 0))
}

// append writes the day, and the time of day where clock is true.
func (m Moment) append(b []byte, clock bool) []byte {
	b = appendYear(b, m.Year)
	b = append2(append(b, '-'), m.Month)
	b = append2(append(b, '-'), m.Day)
	if clock {
		b = append2(append(b, 'T'), m.Hour)
		b = append2(append(b, ':'), m.Minute)
	}
	return b
}

func append2(b []byte, n int) []byte { return append(b, byte('0'+n/10%10), byte('0'+n%10)) }

func append4(b []byte, n int) []byte { return append2(append2(b, n/100), n%100) }

// appendYear writes an astronomical year by ISO 8601.
func appendYear(b []byte, y int) []byte {
	switch {
	case y < 0:
		return append4(append(b, '-'), -y)
	case y > 9999:
		return fmt.Appendf(b, "+%d", y)
	}
	return append4(b, y)
}

// MarshalText writes what String prints.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what MarshalText writes, with a time of day or without.
func (m *Moment) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*m = Moment{}
		return nil
	}
	s := scan{rest: string(b)}
	var n Moment
	n.Year = s.signedYear()
	s.skip('-')
	n.Month = s.digits(2)
	s.skip('-')
	n.Day = s.digits(2)
	if s.have('T') {
		n.Hour = s.digits(2)
		s.skip(':')
		n.Minute = s.digits(2)
	}
	if s.bad || s.rest != "" || n != momentOf(n.In(time.UTC)) {
		return fmt.Errorf("timeline: %q is no moment (2022-11-25, 2022-11-25T14:30)", b)
	}
	*m = n
	return nil
}

// plus is the moment some units later, or earlier. Months and years keep the day where there is one: a month after
// 31 January is 28 February.
func (m Moment) plus(n int, u unit) Moment {
	if months := u.months(); months > 0 {
		k := 12*m.Year + m.Month - 1 + n*months
		m.Year = floor(k, 12) / 12
		m.Month = k - 12*m.Year + 1
		m.Day = min(m.Day, daysIn(m.Year, m.Month))
		return m
	}
	switch u {
	case minute, hour:
		if u == hour {
			n *= 60
		}
		n += 60*m.Hour + m.Minute
		days := floor(n, minutesOfDay) / minutesOfDay
		n -= days * minutesOfDay
		m.Hour, m.Minute = n/60, n%60
		n = days
	case week, weekend:
		n *= 7
	}
	switch d := m.Day + n; {
	case 1 <= d && d <= 28:
		m.Day = d
	default:
		m.setDay(m.dayNumber() + n)
	}
	return m
}

const minutesOfDay = 24 * 60

// dayNumber counts days from 1 March of the year 0; after H. Hinnant, chrono-Compatible Low-Level Date Algorithms, 2013.
func (m Moment) dayNumber() int {
	y, k := m.Year, m.Month-3
	if k < 0 {
		y, k = y-1, k+12
	}
	era := floor(y, 400) / 400
	y -= 400 * era
	return 146097*era + 365*y + y/4 - y/100 + (153*k+2)/5 + m.Day - 1
}

// setDay sets the day that has a number.
func (m *Moment) setDay(n int) {
	era := floor(n, 146097) / 146097
	n -= 146097 * era
	y := (n - n/1460 + n/36524 - n/146096) / 365
	n -= 365*y + y/4 - y/100
	k := (5*n + 2) / 153
	m.Year, m.Month, m.Day = y+400*era, k+3, n-(153*k+2)/5+1
	if m.Month > 12 {
		m.Year, m.Month = m.Year+1, m.Month-12
	}
}

// weekday is 1 for Monday to 7 for Sunday.
func (m Moment) weekday() int {
	n := m.dayNumber() + 2
	return n - floor(n, 7) + 1
}

// date is the beginning of the day.
func (m Moment) date() Moment { return Moment{Year: m.Year, Month: m.Month, Day: m.Day} }

// isoWeek is the year and the number of the moment's week by ISO 8601.
func (m Moment) isoWeek() (year, n int) {
	thursday := m.plus(4-m.weekday(), day)
	first := Moment{Year: thursday.Year, Month: 1, Day: 1}
	return thursday.Year, (thursday.dayNumber()-first.dayNumber())/7 + 1
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// validDay tells whether a month of a year has a day.
func validDay(year, month, d int) bool {
	return month >= 1 && month <= 12 && d >= 1 && d <= daysIn(year, month)
}

// weekStart is the Monday of a week by ISO 8601.
func weekStart(year, n int) Moment {
	first := Moment{Year: year, Month: 1, Day: 4} // always in week 1
	return first.plus(7*(n-1)-first.weekday()+1, day)
}
