package timeline

import (
	"encoding/json"
	"sync"
	"time"

	"github.com/svodka/svodka/internal/numeral"
	"github.com/svodka/svodka/parse"
)

// A Mention is a time expression in a text.
type Mention struct {
	parse.Span
	Text string // as it stands
	Date
}

// Find finds the time expressions of a document, in text order; none overlaps another. What they leave out is resolved
// against the time of publication and what the text told before; the zero time leaves it open (XXXX-02-16).
func Find(doc *parse.Document, published time.Time) []Mention {
	f := finders.Get().(*finder)
	defer f.put()
	f.begin(doc, published)
	for i := range doc.Paragraphs {
		f.read(&doc.Paragraphs[i])
	}
	return f.resolveAll()
}

// finders hold room to work in between calls.
var finders = sync.Pool{New: func() any { return new(finder) }}

// A finder holds what one call of Find works with.
type finder struct {
	reader
	exprs []expr
	token int  // the first one of the next paragraph
	mark  int  // the quotation marks before it are closed
	lists bool // the text may have chronologies
	open  int  // paragraphs that open with a time expression
	ref   Moment
	clock bool
}

func (f *finder) begin(doc *parse.Document, published time.Time) {
	f.reader = reader{doc: doc, text: doc.Text, tok: doc.Tokens, num: numeral.Reader{Text: doc.Text, Tokens: doc.Tokens}}
	f.exprs, f.token, f.mark, f.lists, f.open = f.exprs[:0], 0, 0, false, 0
	f.ref, f.clock = Moment{}, false
	if !published.IsZero() {
		f.ref = momentOf(published)
		f.clock = f.ref != f.ref.date()
	}
}

// put gives the room back.
func (f *finder) put() {
	f.reader = reader{}
	if cap(f.exprs) <= 1<<14 {
		finders.Put(f)
	}
}

// read collects the expressions of a paragraph.
func (f *finder) read(p *parse.Paragraph) {
	first := f.token
	for first < len(f.tok) && f.tok[first].Start() < p.Body().Start {
		first++
	}
	last := first
	for last < len(f.tok) && f.tok[last].Start() < p.End {
		last++
	}
	f.first, f.floor, f.last, f.num.Last, f.token = first, first, last, last, last
	n := len(f.exprs)
	for i := first; i < last; {
		if !f.opensExpr(i) {
			i++
			continue
		}
		e, ok := f.expr(i)
		if !ok {
			i++
			continue
		}
		if e.form != noForm && !f.titled(&e) {
			f.left(&e)
			f.exprs = append(f.exprs, e)
		}
		i = max(i+1, e.last)
		f.floor = i
	}
	if len(f.exprs) > n && f.exprs[n].first <= first+1 {
		f.open++
	}
	f.lists = f.lists || p.Kind == parse.Item || f.open > 1
}

// opensExpr tells whether an expression can begin at token i, but for what stands before its first word of time.
func (f *finder) opensExpr(i int) bool {
	t := &f.tok[i]
	switch t.Kind() {
	case parse.Number:
		return true
	case parse.Word:
		if t.Word().Class&opening != 0 {
			return true
		}
		return t.Shape()&parse.Capital != 0 && f.roman(i) > 0 || f.maybeLasting(t)
	}
	return false
}

// maybeLasting tells whether a word may be an adjective like двухлетний.
func (f *finder) maybeLasting(t *parse.Token) bool {
	return t.End()-t.Start() >= 14 && t.Shape()&parse.Cyrillic != 0
}

// resolveAll gives every expression its date.
func (f *finder) resolveAll() []Mention {
	out := make([]Mention, 0, len(f.exprs))
	r := resolver{reader: &f.reader, ref: f.ref, clock: f.clock, exprs: f.exprs}
	f.reader.first, f.reader.last = 0, len(f.tok)
	if f.lists {
		f.listYears(&r)
		r.rewind()
	}
	for i := range f.exprs {
		e := &f.exprs[i]
		r.at = i
		r.move(e)
		d, ok := r.resolve(e)
		if !ok {
			continue
		}
		span := f.doc.Cover(e.first, e.last)
		out = append(out, Mention{span, span.In(f.text), d})
		r.tell(e, d)
	}
	return out
}

// MarshalJSON writes the place, the text and the date, with null for what is not set.
func (m Mention) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		parse.Span
		Text string `json:"text"`
		jsonDate
	}{m.Span, m.Text, m.Date.json()})
}
