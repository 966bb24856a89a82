package timeline

import (
	"slices"

	"github.com/svodka/svodka/parse"
)

// A node is a date in a chronology that tells or leaves out its year.
type node struct {
	expr       *expr
	month, day int
	year       int
	known      bool // the year is told
	coming     bool // it is not, and the verb looks forward
}

// lookBack tells whether the node is a year alone, which need not hold for the days around it.
func (n *node) lookBack() bool { return n.known && n.expr.a.levels() == levelYear }

// at is the first day of the node.
func (n *node) at() Moment { return Moment{Year: n.year, Month: n.month, Day: n.day} }

// listYears finds the years that dates in chronologies leave out: that of the heading or the line before, else the one that
// keeps the list in its order, over new years too. They are those of the window, which ends in front of paragraph next.
func (f *finder) listYears(r *resolver, next int) {
	l := layouts.Get().(*layout)
	defer l.put()
	if !l.lay(f.doc, f.doc.Paragraphs[f.from:next], len(f.exprs), f.spanOf, f.markOf) {
		return
	}
	for b := range l.chronologies {
		heading := f.headYear(l, b.before)
		nodes := f.nodes[:0]
		for i := range b.lines {
			n := &b.lines[i]
			for k := n.first; k < n.last; k++ {
				f.exprs[k].listed = true
			}
			if n.own < 0 {
				continue
			}
			e := &f.exprs[n.own]
			switch x, ok := r.node(e); {
			case n.bare && e.a.has == hasYear:
				heading = e.a.year
			case !ok:
			case !x.known && heading != 0:
				e.year = heading
			default:
				x.coming = !x.known && r.coming(e)
				nodes = append(nodes, x)
			}
		}
		r.order(nodes)
		f.nodes = nodes[:0]
	}
}

// spanOf is where expression i stands.
func (f *finder) spanOf(i int) parse.Span { return f.doc.Cover(f.exprs[i].first, f.exprs[i].last) }

// markOf is expression i as a chronology sees it.
func (f *finder) markOf(i int) mark {
	e := &f.exprs[i]
	return mark{
		Span:   f.spanOf(i),
		mod:    e.mod,
		placed: (e.form == single || e.form == ranged) && !e.event,
		year:   e.form == single && e.a.levels() == levelYear,
		hours:  e.form == single && e.a.levels()&levelHours != 0,
	}
}

// headYear is the year told in the line before a list, where that introduces it; 0 for none.
func (f *finder) headYear(l *layout, before int) (y int) {
	if before < 0 {
		return 0
	}
	p := &l.paragraphs[before]
	first, last := f.doc.Range(p.Span)
	if first == last || p.Kind != parse.Heading && !f.tok[last-1].Is(':') {
		return 0
	}
	n := &l.lines[before]
	for i := n.first; i < n.last; i++ {
		if e := &f.exprs[i]; e.form == single && e.a.has&hasYear != 0 && e.a.has&hasShort == 0 && e.mod == 0 {
			y = e.a.year
		}
	}
	return y
}

// node is an expression as a member of a list; ok is false for one that has no place in its order.
func (r *resolver) node(e *expr) (n node, ok bool) {
	w := &e.a
	n = node{expr: e, month: 1, day: 1, year: w.year, known: true}
	switch {
	case e.form != single && e.form != ranged || w.has&hasShort != 0:
		return n, false
	case w.base == now && w.unit == day && w.has&^hasHours == 0 && !r.ref.IsZero():
		m := r.ref.plus(w.shift, day)
		n.year, n.month, n.day = m.Year, m.Month, m.Day
		return n, true
	case w.base != bare || w.levels()&(levelMonth|levelYear) == 0 || w.has&(hasDecade|hasCentury|hasMillennium) != 0:
		return n, false
	}
	switch {
	case w.has&hasMonth != 0:
		n.month = w.n
	case w.has&hasSeason != 0:
		n.month = 3 * w.n
	case w.has&hasQuarter != 0:
		n.month = 3*w.n - 2
	case w.has&hasHalf != 0:
		n.month = 6*w.n - 5
	}
	if w.has&hasDay != 0 {
		n.day = w.day
	}
	n.known = w.levels()&levelYear != 0
	return n, true
}

// order gives every node its year: the list runs forward or backward where it can, else each follows the one before it.
func (r *resolver) order(nodes []node) {
	missing := 0
	for i := range nodes {
		if !nodes[i].known {
			missing++
		}
	}
	if missing == 0 {
		return
	}
	forward, backward := r.fill(nodes, 1), r.fill(nodes, -1)
	a, b := disorder(forward, 1), disorder(backward, -1)
	last := r.lastYear(nodes)
	switch {
	case missing == len(nodes) && shuffled(last) && turns(forward) > 0 && turns(backward) > 0:
		nodes = last
	case a == 0 && forward != nil && (b > 0 || turns(forward) <= turns(backward)):
		nodes = forward
	case b == 0 && backward != nil:
		nodes = backward
	default:
		nodes = follow(nodes)
	}
	for i := range nodes {
		if n := &nodes[i]; !n.known && n.year != 0 {
			n.expr.year = n.year
		}
	}
}

// fill gives the nodes years so that the list runs in one direction. Where none is told, the last of them in time has just been;
// so has the first of a list that runs backward.
func (r *resolver) fill(nodes []node, dir int) []node {
	out := append([]node(nil), nodes...)
	first := slices.IndexFunc(out, func(n node) bool { return n.known })
	told := first >= 0
	switch {
	case first < 0 && r.ref.IsZero():
		return out
	case first < 0 && dir > 0:
		first = len(out) - 1
		r.justBeen(&out[first])
	case dir < 0 && first != 0 && !r.ref.IsZero():
		first = 0
		r.justBeen(&out[0])
	case first > 0 && out[first].lookBack():
		return nil
	}
	for i := first + 1; i < len(out); i++ {
		if !out[i].known {
			if dir < 0 && out[i-1].lookBack() {
				return nil
			}
			out[i].year = nextYear(&out[i], out[i-1].at(), dir)
		}
	}
	for i := first - 1; i >= 0; i-- {
		out[i].year = nextYear(&out[i], out[i+1].at(), -dir)
		if told && dir > 0 && monthsApart(&out[i], &out[i+1]) > 6 { // who means the year before says so
			return nil
		}
	}
	return out
}

// lastYear puts every node, none of which tells its year, into the last one that has come.
func (r *resolver) lastYear(nodes []node) []node {
	out := append([]node(nil), nodes...)
	for i := range out {
		if !out[i].known && !r.ref.IsZero() {
			r.justBeen(&out[i])
		}
	}
	return out
}

// shuffled tells whether a list stays in one year and runs in one direction but for small steps: 25 ноября, 21 декабря, 14
// декабря. A reader takes it for one that is out of order, and a large step for a new year.
func shuffled(nodes []node) bool {
	const small = 3 // months
	back, on := 0, 0
	for i := 1; i < len(nodes); i++ {
		step := nodes[i].month - nodes[i-1].month
		back, on = max(back, -step), max(on, step)
	}
	return turns(nodes) == 0 && min(back, on) <= small
}

// justBeen puts a node into the last year that has come, or the next one where its verb looks forward.
func (r *resolver) justBeen(n *node) {
	n.year = r.ref.Year
	switch {
	case r.ref.before(n.at()) && !n.coming:
		n.year--
	case n.at().before(r.ref.date()) && n.coming:
		n.year++
	}
}

// coming tells whether an expression is governed by a verb of what is to come.
func (r *resolver) coming(e *expr) bool {
	r.move(e)
	return r.tenseOf(e) == comingTense
}

// nextYear is the year that puts a node at m or as little as can be after it, before it where dir is negative.
func nextYear(n *node, m Moment, dir int) int {
	x := *n
	x.year = m.Year
	if d := x.at().Compare(m); dir > 0 && d < 0 {
		x.year++
	} else if dir < 0 && d > 0 {
		x.year--
	}
	return x.year
}

// monthsApart is how many months b is later than a.
func monthsApart(a, b *node) int { return 12*(b.year-a.year) + b.month - a.month }

// disorder counts the neighbours that run against a direction.
func disorder(nodes []node, dir int) (n int) {
	for i := 1; i < len(nodes); i++ {
		if nodes[i-1].at().Compare(nodes[i].at())*dir > 0 {
			n++
		}
	}
	return n
}

// turns counts the new years the list passes between neighbours.
func turns(nodes []node) (n int) {
	for i := 1; i < len(nodes); i++ {
		if d := nodes[i].year - nodes[i-1].year; d < 0 {
			n -= d
		} else {
			n += d
		}
	}
	return n
}

// follow gives every node behind one with a year that year, or the next or last one where that is nearer.
func follow(nodes []node) []node {
	for i := 1; i < len(nodes); i++ {
		n, prev := &nodes[i], &nodes[i-1]
		if n.known || prev.year == 0 || prev.lookBack() {
			continue
		}
		n.year = prev.year
		if apart := monthsApart(prev, n); apart > 6 {
			n.year--
		} else if apart < -6 {
			n.year++
		}
	}
	return nodes
}
