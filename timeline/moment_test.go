package timeline

import (
	"testing"
	"time"
)

// day2000 is a time some days from 1 January 2000.
func day2000(days int) time.Time {
	return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
}

// TestMomentCalendar holds the arithmetic of moments against package time, over leap years, centuries and the year 0.
func TestMomentCalendar(t *testing.T) {
	for days := -900_000; days < 400_000; days += 37 {
		at := day2000(days)
		m := momentOf(at)
		if got := m.In(time.UTC); !got.Equal(at) {
			t.Fatalf("%v is %v", m, got)
		}
		if want := (int(at.Weekday())+6)%7 + 1; m.weekday() != want {
			t.Fatalf("%v: weekday %d, want %d", m, m.weekday(), want)
		}
		y, w := m.isoWeek()
		if wy, ww := at.ISOWeek(); y != wy || w != ww {
			t.Fatalf("%v: week %d of %d, want %d of %d", m, w, y, ww, wy)
		}
		if start := weekStart(y, w); start.weekday() != 1 || start.plus(7, day).Compare(m) <= 0 || m.before(start) {
			t.Fatalf("%v: week begins %v", m, start)
		}
		if got, want := m.plus(1, day), momentOf(at.AddDate(0, 0, 1)); got != want {
			t.Fatalf("the day after %v is %v", m, got)
		}
		if got, want := m.plus(-100_001, minute), momentOf(at.Add(-100_001*time.Minute)); got != want {
			t.Fatalf("100001 minutes before %v is %v, want %v", m, got, want)
		}
	}
}

func TestMomentPlus(t *testing.T) {
	tests := []struct {
		from string
		n    int
		unit unit
		want string
	}{
		{"2022-01-31", 1, month, "2022-02-28"},
		{"2020-01-31", 1, month, "2020-02-29"},
		{"2022-03-31", -1, month, "2022-02-28"},
		{"2020-02-29", 1, year, "2021-02-28"},
		{"2022-11-15", 2, quarter, "2023-05-15"},
		{"2022-11-15", 1, half, "2023-05-15"},
		{"2022-11-15", -1, season, "2022-08-15"},
		{"2022-12-30", 1, week, "2023-01-06"},
		{"2022-12-30T23:30", 1, hour, "2022-12-31T00:30"},
		{"2022-12-30T00:10", -11, minute, "2022-12-29T23:59"},
		{"2022-12-30", -3, decade, "1992-12-30"},
		{"2022-12-30", -3, century, "1722-12-30"},
		{"2022-12-30", -3, millennium, "-0978-12-30"},
	}
	for _, x := range tests {
		var m, want Moment
		if m.UnmarshalText([]byte(x.from)) != nil || want.UnmarshalText([]byte(x.want)) != nil {
			t.Fatal(x)
		}
		if got := m.plus(x.n, x.unit); got != want {
			t.Errorf("%s plus %d of unit %d is %v, want %s", x.from, x.n, x.unit, got, x.want)
		}
	}
}

func TestMomentText(t *testing.T) {
	tests := []struct {
		m    Moment
		want string
	}{
		{Moment{}, ""},
		{Moment{2022, 11, 25, 0, 0}, "2022-11-25"},
		{Moment{2022, 11, 25, 14, 5}, "2022-11-25T14:05"},
		{Moment{2022, 11, 25, 0, 1}, "2022-11-25T00:01"},
		{Moment{-43, 3, 15, 0, 0}, "-0043-03-15"},
		{Moment{0, 3, 15, 0, 0}, "0000-03-15"},
		{Moment{987, 3, 15, 0, 0}, "0987-03-15"},
		{Moment{12000, 3, 15, 0, 0}, "+12000-03-15"},
	}
	for _, x := range tests {
		if got := x.m.String(); got != x.want {
			t.Errorf("%#v prints %q, want %q", x.m, got, x.want)
		}
		b, err := x.m.MarshalText()
		var back Moment
		if err == nil {
			err = back.UnmarshalText(b)
		}
		if err != nil || back != x.m {
			t.Errorf("%s comes back as %v, %v", b, back, err)
		}
	}
	for _, s := range []string{"2022", "2022-11", "2022-13-01", "2022-02-30", "2022-11-25T", "2022-11-25T24:00", "2022-11-25T10:60", "2022-11-25 ", "22-11-25", "x", "+2022-1-1", "-2022-"} {
		m := Moment{Year: 1}
		if err := m.UnmarshalText([]byte(s)); err == nil || m != (Moment{Year: 1}) {
			t.Errorf("%q is read as %#v", s, m)
		}
	}
}

func TestMomentIn(t *testing.T) {
	moscow := time.FixedZone("MSK", 3*60*60)
	got := Moment{2022, 11, 25, 14, 30}.In(moscow)
	if want := time.Date(2022, 11, 25, 11, 30, 0, 0, time.UTC); !got.Equal(want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := (Moment{}).In(moscow); !got.IsZero() {
		t.Errorf("the zero Moment is %v", got)
	}
}

func TestMomentCompare(t *testing.T) {
	ordered := []Moment{{}, {-43, 3, 15, 0, 0}, {2022, 1, 31, 0, 0}, {2022, 2, 1, 0, 0}, {2022, 2, 1, 0, 1}, {2022, 2, 1, 1, 0}, {2022, 2, 2, 0, 0}, {2023, 1, 1, 0, 0}}
	if !ordered[0].IsZero() || ordered[1].IsZero() {
		t.Error("IsZero")
	}
	for i, m := range ordered[1:] {
		for j, n := range ordered[1:] {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := m.Compare(n); got != want {
				t.Errorf("%v and %v: %d, want %d", m, n, got, want)
			}
		}
	}
}
