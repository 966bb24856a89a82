package money

import (
	"sync"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/internal/numeral"
	"github.com/svodka/svodka/internal/room"
	"github.com/svodka/svodka/parse"
)

// finders hold room to work in between calls.
var finders = sync.Pool{New: func() any { return new(finder) }}

// keepItems bounds the room kept from one call to the next.
const keepItems = 1 << 12

// mostItems is from how many on what a paragraph has goes for a paragraph of its own, behind its sentence.
const mostItems = 1 << 10

// Find finds the amounts of money in a document, in text order. It takes time linear in the text's length and allocates its
// result alone, which is empty where the text has no amount.
func Find(doc *parse.Document) []Mention {
	f := finders.Get().(*finder)
	f.begin(doc)
	f.walk()
	return f.end()
}

func (f *finder) begin(doc *parse.Document) {
	f.doc, f.t = doc, doc.Tokens
	f.reader = numeral.Reader{Text: doc.Text, Tokens: doc.Tokens, Money: true}
	f.eager, f.second, f.from, f.to = false, 0, 0, 0
}

// end forgets the document, gives the room back and returns what was found.
func (f *finder) end() []Mention {
	out := f.out
	if cap(out) <= keepItems {
		out = append([]Mention{}, out...)
		clear(f.out)
	} else {
		f.out = nil
	}
	if cap(f.items) > keepItems {
		f.items = nil
	}
	f.out, f.items = f.out[:0], f.items[:0]
	f.doc, f.t, f.reader = nil, nil, numeral.Reader{}
	finders.Put(f)
	return out
}

// walk goes over the sentences and reads those that can have an amount: a number, and something that means money.
func (f *finder) walk() {
	at := 0
	for p := range f.doc.Paragraphs {
		first := at
		for _, s := range f.doc.Paragraphs[p].Sentences {
			from := at
			var classes lex.Class
			var kinds, latin uint
			for ; at < len(f.t) && f.t[at].Start() < s.End; at++ {
				t := &f.t[at]
				classes |= t.Word().Class
				kinds |= 1 << t.Kind()
				if t.Shape()&(parse.Latin|parse.Upper) == parse.Latin|parse.Upper {
					latin = 1
				}
			}
			counted := kinds&(1<<parse.Number|1<<parse.Symbol) != 0 || classes&(numeric|lex.CurrencyAdj) != 0
			if counted && (classes&(lex.Currency|lex.Minor|lex.CurrencyAdj) != 0 || kinds&(1<<parse.Symbol) != 0 || latin != 0) {
				f.from, f.to, f.reader.Last = from, at, at
				f.read()
			}
			if len(f.items) > mostItems {
				f.mention(first, at)
				first = at
			}
		}
		f.mention(first, at)
	}
}

// mention makes mentions of the items of a paragraph, which has the tokens from first up to but not last.
func (f *finder) mention(first, last int) {
	if len(f.items) == 0 {
		return
	}
	f.paragraph = paragraph{first: first, last: last}
	for i := 0; i < len(f.items); {
		k := i + 1
		for k < len(f.items) && f.items[k].from == f.items[i].from {
			k++
		}
		f.from, f.to = f.items[i].from, f.items[i].to
		f.join(f.items[i:k])
		f.carry(f.items[i:k])
		i = k
	}
	for i := range f.items {
		if it := &f.items[i]; it.paid && !it.dropped {
			f.from, f.to = it.from, it.to
			f.add(i)
		}
	}
	f.items = f.items[:0]
}

// add makes a mention of item i, if its value and its currency are sure enough.
func (f *finder) add(i int) {
	it := &f.items[i]
	c, ok := f.currency(i)
	if !ok || it.carried && it.first < f.done { // 700 рублей за тысячу
		return
	}
	a, ok := f.amount(it, c)
	if !ok {
		return
	}
	b := f.bound(it)
	a.Mod = b.mod
	if a.Min.set || a.Max.set {
		a.restrict()
	}
	s := f.doc.Cover(b.first, b.last)
	f.rated = f.rate(b.first, b.last)
	a.Per = f.rated.In(f.doc.Text)
	f.out = room.Push(f.out, Mention{s, s.In(f.doc.Text), a}, it.last, len(f.t))
	f.done = b.last
	for f.done < f.to && f.t[f.done].Start() < f.rated.End {
		f.done++
	}
}

// restrict opens the end that the bound leaves open.
func (a *Amount) restrict() {
	switch a.Mod {
	case AtLeast:
		a.Max = Decimal{}
	case AtMost:
		a.Min = Decimal{}
	}
}

// amount is the value of an item in units of its currency; ok is false where it has more than 19 digits.
func (f *finder) amount(it *item, c Currency) (a Amount, ok bool) {
	a.Currency = c
	if it.vague {
		return a, true
	}
	lo, ok := f.value(it, it.lo, c)
	hi, ok2 := f.value(it, it.hi, c)
	if !ok || !ok2 {
		return a, false
	}
	a.Min, ok = newDecimal(lo.Coef, lo.Exp)
	a.Max, ok2 = newDecimal(hi.Coef, hi.Exp)
	return a, ok && ok2
}

// value is a number of an item's units in units of its currency.
func (f *finder) value(it *item, v numeral.Value, c Currency) (numeral.Value, bool) {
	switch {
	case it.value == lex.Code("shl") && c == "GBP": // twenty to the pound
		return numeral.Value{Coef: v.Coef * 5, Exp: v.Exp - 2}, v.Coef < 1<<60
	case it.small && c == "AED": // its fils are hundredths
		return v.Shift(-2)
	case it.small:
		return v.Shift(-f.minorDigits(it))
	}
	return v, true
}

// separate reads the mark of an item as one that separates thousands, where its currency says so.
func (f *finder) separate(it *item) {
	if !it.paid || !it.num.Thousands || it.num.Scaled || !f.thousands(it) {
		return
	}
	lo, ok := it.lo.Shift(3)
	hi, ok2 := it.hi.Shift(3)
	if ok && ok2 {
		it.lo, it.hi, it.num.Thousands = lo, hi, false
	}
}

// thousands tells whether the mark in 1,234 separates thousands. The noun behind tells: a genitive singular goes with a
// fraction (1,234 рубля), a plural with a whole number (1,234 рублей). Else a sum has no third decimal, but a rate of
// exchange has: it ends in no 0 and is small ($1,085) or has a comma and its currency behind (61,234 руб.).
func (f *finder) thousands(it *item) bool {
	if g := f.t[it.token].Word().GramOf(lex.Currency); it.named && g&lex.Fixed == 0 {
		return g&lex.Plur != 0
	}
	if it.lo.Exp > -3 { // the last of the three is a 0
		return true
	}
	if it.lo.Cmp(numeral.Int(2)) < 0 {
		return false
	}
	return it.ahead || f.t[it.num.First+1].Is('.')
}
