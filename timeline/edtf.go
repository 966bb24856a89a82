package timeline

// EDTF writes the date in the Extended Date/Time Format of ISO 8601-2: 2018-02-16, 2018-21 for spring, 197X for a decade,
// 2018-01/2018-11, 2018~ for about, 2018/.. for since. Weeks and centuries are written as the days and years they span.
// ok is false where EDTF cannot say it: durations, sets, vague references, parts of a day, beginnings and ends.
func (d Date) EDTF() (s string, ok bool) {
	if d.Type != Calendar && d.Type != Time {
		return "", false
	}
	a, b, ok := readValue(d.Value)
	if !ok {
		return "", false
	}
	first, ok1 := edtf(a)
	last, ok2 := edtf(b)
	if !ok1 || !ok2 || a != b && (a.unit <= part || d.Mod != 0) {
		return "", false
	}
	if a != b {
		return first[0] + "/" + last[1], true
	}
	return d.edtfOpen(first)
}

// edtfOpen writes one stretch, given by its first and last unit, with the modifier.
func (d Date) edtfOpen(e [2]string) (string, bool) {
	whole := e[0]
	if e[0] != e[1] {
		whole += "/" + e[1]
	}
	switch {
	case d.Mod == 0:
		return whole, true
	case d.Type != Calendar:
	case d.Mod == Approx && e[0] == e[1]:
		return whole + "~", true
	case d.Mod == Since:
		return e[0] + "/..", true
	case d.Mod == Until, d.Mod == By:
		return "../" + e[1], true
	}
	return "", false
}

// edtf writes a point as the first and the last unit it spans, which are mostly the same.
func edtf(p point) (e [2]string, ok bool) {
	one := func(b []byte) ([2]string, bool) { return [2]string{string(b), string(b)}, true }
	from, to := p.stretch()
	switch p.unit {
	case year, month, day:
		if p.weekday > 0 {
			return e, false
		}
		b := p.append(nil)
		if p.missing == 0 {
			b = appendYear(nil, p.year)
			if p.unit != year {
				b = append2(append(b, '-'), p.n)
			}
			if p.unit == day {
				b = append2(append(b, '-'), p.day)
			}
		}
		return one(b)
	case season:
		return edtfPart(p, 20)
	case quarter:
		return edtfPart(p, 32)
	case half:
		return edtfPart(p, 39)
	case decade:
		if p.missing != 0 || p.year < 0 {
			return e, false
		}
		return one(append(p.append(nil), 'X'))
	case minute:
		if p.missing != 0 {
			return e, false
		}
		return one(append(from.append(nil, true), ":00"...))
	case week, weekend:
		return [2]string{from.String(), to.plus(-1, day).String()}, p.missing == 0
	case century, millennium:
		if p.missing != 0 {
			return e, false
		}
		return [2]string{string(appendYear(nil, from.Year)), string(appendYear(nil, to.Year-1))}, true
	}
	return e, false
}

// edtfPart writes a season, quarter or half: EDTF numbers them behind the months.
func edtfPart(p point, base int) (e [2]string, ok bool) {
	if p.missing&fieldN != 0 {
		return e, false
	}
	y := []byte("XXXX")
	if p.missing == 0 {
		y = appendYear(nil, p.year)
	}
	s := string(append2(append(y, '-'), base+p.n))
	return [2]string{s, s}, true
}
