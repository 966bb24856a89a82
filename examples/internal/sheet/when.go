package sheet

import (
	"fmt"
	"time"

	"github.com/svodka/svodka/timeline"
)

var months = [...]string{"", "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"}
var monthsOf = [...]string{"", "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"}

// When says in words what stretch of the calendar a date covers: 2026 год; март 2023; 1 марта – 31 мая 2025; 19 января 2022,
// 10:30. It is "" for a date that has no place there.
func When(d timeline.Date) string {
	if d.From.IsZero() {
		return ""
	}
	from, to := d.From.In(time.UTC), d.To.In(time.UTC)
	last := to.AddDate(0, 0, -1)
	switch {
	case d.Type == timeline.Time:
		return dayOf(from) + year(from) + clock(from, to)
	case from.YearDay() == 1 && from.AddDate(1, 0, 0).Equal(to):
		return nominative(from) + " год"
	case from.Day() == 1 && from.AddDate(0, 1, 0).Equal(to):
		return months[from.Month()] + year(from)
	case !from.Before(last):
		return dayOf(from) + year(from)
	case from.Year() == last.Year():
		return dayOf(from) + " – " + dayOf(last) + year(last)
	}
	return dayOf(from) + year(from) + " – " + dayOf(last) + year(last)
}

func dayOf(t time.Time) string { return fmt.Sprintf("%d %s", t.Day(), monthsOf[t.Month()]) }

func year(t time.Time) string { return " " + nominative(t) }

// nominative is the number of a year; astronomical years from 0 down are before Christ.
func nominative(t time.Time) string {
	if y := t.Year(); y <= 0 {
		return fmt.Sprintf("%d до н. э.", 1-y)
	}
	return fmt.Sprint(t.Year())
}

// clock is the time of day, with its end if that is more than an hour away.
func clock(from, to time.Time) string {
	s := from.Format(", 15:04")
	if to.Sub(from) > time.Hour {
		s += to.Format("–15:04")
	}
	return s
}
