package timeline

import (
	"fmt"
	"slices"
	"strings"
)

// A Date is what a time expression means. It is a value: equal dates are ==, and it can be the key of a map. The zero Date
// is none.
type Date struct {
	Type Type
	// Value is the TIMEX3 value: 2018-02-16, 2018-W06, 2018-Q1, 2018-H1, 2023-SP (SP SU FA WI), 197 for a decade, 19 for the
	// twentieth century, BC0044, 2018-02-16T14:30, 2018-02-16TMO (MO AF EV NI); XXXX-02-16 where the year is not known; P2M,
	// PT3H, PXY for durations and sets; PAST_REF, PRESENT_REF, FUTURE_REF. Two joined by a slash are a range.
	Value string
	Mod   Mod
	// Zone is the time zone told in the text: a name of the IANA data base (Europe/Moscow), an offset (+07:00), "local" for
	// местное время, or "".
	Zone string
	// From and To are the stretch Value covers, To not included, by the calendar and the clock of the text. Mod does not change
	// them. They are zero for durations, sets, vague references and what has no known place on the calendar.
	From, To Moment
}

// A Type is a type of time expression.
type Type uint8

const (
	// Calendar is a stretch of the calendar of a day or more.
	Calendar Type = iota + 1
	// Time is a part of a day, an hour or a minute.
	Time
	// Duration is an amount of time with no place on the calendar.
	Duration
	// Set is what recurs.
	Set
)

var typeNames = [...]string{"", "date", "time", "duration", "set"}

// String is "date", "time", "duration" or "set"; "" for any other value.
func (t Type) String() string {
	if int(t) >= len(typeNames) {
		t = 0
	}
	return typeNames[t]
}

// MarshalText writes what String prints.
func (t Type) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (t *Type) UnmarshalText(b []byte) error {
	i := slices.Index(typeNames[:], string(b))
	if i < 0 {
		return fmt.Errorf("timeline: unknown type %q", b)
	}
	*t = Type(i)
	return nil
}

// A Mod is what an expression says beside its value. Since, Until and By are our additions to TIMEX3.
type Mod uint8

const (
	// Start is the beginning of the value: в начале марта.
	Start Mod = iota + 1
	// Mid is its middle.
	Mid
	// End is its end.
	End
	// Approx is for about: около, примерно.
	Approx
	// Since opens a range: с 2000 года.
	Since
	// Until closes one, with the value or without: по март, до 28 февраля.
	Until
	// By sets a term: к 2024 году.
	By
	// Before is earlier, or no later: перед мартом, не позднее марта.
	Before
	// After is later, or no earlier: после 6 июня, не ранее 6 июня.
	After
	// MoreThan is at least that long: более трёх лет.
	MoreThan
	// LessThan is at most that long: до трёх лет, почти час.
	LessThan
)

var modNames = [...]string{"", "START", "MID", "END", "APPROX", "SINCE", "UNTIL", "BY", "BEFORE", "AFTER", "MORE_THAN", "LESS_THAN"}

// String is the name in capitals, as in TIMEX3; "" for no modifier and any value out of range.
func (m Mod) String() string {
	if int(m) >= len(modNames) {
		m = 0
	}
	return modNames[m]
}

// MarshalText writes what String prints.
func (m Mod) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (m *Mod) UnmarshalText(b []byte) error {
	i := slices.Index(modNames[:], string(b))
	if i < 0 {
		return fmt.Errorf("timeline: unknown modifier %q", b)
	}
	*m = Mod(i)
	return nil
}

// IsZero tells whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String is the type, the value and, where there are any, the modifier and the zone: "date 2018-02 SINCE",
// "time 2018-02-16T14:30 APPROX Europe/Moscow". [Date.UnmarshalText] reads it. The zero Date is "".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	s := d.Type.String() + " " + d.Value
	if d.Mod != 0 {
		s += " " + d.Mod.String()
	}
	if d.Zone != "" {
		s += " " + d.Zone
	}
	return s
}

// MarshalText writes what String prints.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes; From and To follow from the value.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	w := strings.Fields(string(b))
	if len(w) < 2 || len(w) > 4 {
		return fmt.Errorf("timeline: %q is no date (date 2018-02 SINCE)", b)
	}
	var n Date
	if err := n.Type.UnmarshalText([]byte(w[0])); err != nil {
		return err
	}
	n.Value, w = w[1], w[2:]
	if len(w) > 0 && n.Mod.UnmarshalText([]byte(w[0])) == nil {
		w = w[1:]
	}
	if len(w) > 1 {
		return fmt.Errorf("timeline: %q behind the modifier of a date", strings.Join(w, " "))
	}
	if len(w) == 1 {
		n.Zone = w[0]
	}
	if err := n.place(); err != nil {
		return err
	}
	*d = n
	return nil
}

// place checks the value against the type, and the zone, and sets From and To.
func (d *Date) place() error {
	a, b, ok := readValue(d.Value)
	switch d.Type {
	case Calendar, Time:
		if ok = ok && a.dateType() == d.Type; ok {
			d.From, d.To = span(a, b)
			ok = !d.From.IsZero() || a.missing != 0 || b.missing != 0
		}
		ok = ok || isRef(d.Value)
	case Duration:
		ok = isAmount(d.Value)
	case Set:
		ok = ok || isAmount(d.Value)
	default:
		ok = false
	}
	switch {
	case !ok:
		return fmt.Errorf("timeline: %q is no value of a %v", d.Value, d.Type)
	case d.Zone != "" && !isZone(d.Zone):
		return fmt.Errorf("timeline: %q is no time zone", d.Zone)
	}
	return nil
}

// isZone tells whether a string can be a zone beside a value and a modifier.
func isZone(s string) bool {
	for _, c := range []byte(s) {
		if letter := c|' ' >= 'a' && c|' ' <= 'z'; !letter && strings.IndexByte("0123456789/_+-:", c) < 0 {
			return false
		}
	}
	return !slices.Contains(modNames[:], s)
}

// readValue reads a value that names a stretch of the calendar, or two.
func readValue(v string) (a, b point, ok bool) {
	s := scan{rest: v}
	a = s.point()
	b = a
	if s.have('/') {
		b = s.point()
		s.bad = s.bad || a == b
	}
	return a, b, !s.bad && s.rest == ""
}

// span is the time from the start of a to the end of b; zero where one of them has no place.
func span(a, b point) (from, to Moment) {
	from = a.start()
	_, to = b.stretch()
	if from.IsZero() || !from.before(to) {
		return Moment{}, Moment{}
	}
	return from, to
}

func isRef(v string) bool { return v == pastRef || v == presentRef || v == futureRef }

// isAmount tells whether a value is that of a duration: P, and numbers with their units.
func isAmount(v string) bool {
	a, b, two := strings.Cut(v, "/")
	return isOneAmount(a) && (!two || isOneAmount(b))
}

func isOneAmount(v string) bool {
	s := scan{rest: v}
	if !s.have('P') || s.rest == "" {
		return false
	}
	units := "YMWD"
	for s.rest != "" {
		if units[0] == 'Y' && s.have('T') {
			units = "HMS"
		}
		if !s.have('X') {
			s.decimal()
		}
		if s.bad || s.rest == "" || strings.IndexByte(units, s.rest[0]) < 0 {
			return false
		}
		s.rest = s.rest[1:]
	}
	return true
}

const (
	pastRef    = "PAST_REF"
	presentRef = "PRESENT_REF"
	futureRef  = "FUTURE_REF"
)

// dateOf is the date from one point to another, which may be the same.
func dateOf(a, b point, mod Mod, z zone) Date {
	d := Date{Type: a.dateType(), Mod: mod, Zone: z.String()}
	buf := a.append(make([]byte, 0, 40))
	if a == b {
		d.From, d.To = a.stretch()
	} else {
		buf = b.append(append(buf, '/'))
		d.From, d.To = span(a, b)
	}
	d.Value = string(buf)
	return d
}
