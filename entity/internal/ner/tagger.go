package ner

import (
	"iter"
	"math"
	"math/bits"
	"slices"
	"sort"
	"sync"

	"github.com/svodka/svodka/internal/room"
	"github.com/svodka/svodka/parse"
)

// A tagger is room to work in. It holds what the model makes of the words it has met, so that a word is looked up once.
type tagger struct {
	model *Model
	scene scene
	cache cache
	// settings remembers some of the settings met, each in the one place it has.
	settings [512]struct {
		setting // plus 1
		sum
	}
	feats   []Feature
	found   []found
	rows    []int
	run     []*entry // of the tokens of the run, and those around it
	nothing entry    // what lies beyond the text
	cost    [maxRun][Labels]float32
	path    [maxRun]Label
	kept    []kept // what the model found
	names   []Name // of the window
	all     []Name // with surnames and places that stand alone
	// of the document's persons, by surnameKey; single are those that stand alone
	surnames, single []uint64
}

// lanes hold a number for each hidden unit, four to a word of 16 bits each. A row is added by a few additions of whole
// words; as each byte of a row is at most 255 and no more than maxRows are added, no lane overflows.
type lanes [Hidden / 4]uint64

// A sum is what rows add up to, and how many they are.
type sum struct {
	lanes lanes
	n     uint32
}

// maxRows of 255 each fit into a lane.
const maxRows = 257

// maxOwn is how many rows a token can add at each place, itself in the middle; no word comes near it.
var maxOwn = [places]uint8{36, 48, 60, 48, 36}

// maxContext is how many its place can add.
const maxContext = maxRows - 228

// keepTokens bounds the room kept from one call to the next.
const keepTokens = 1 << 18

var taggers = sync.Pool{New: func() any { return new(tagger) }}

// Tag goes over the names of a document in their order.
func (m *Model) Tag(doc *parse.Document) iter.Seq[Name] {
	return func(yield func(Name) bool) {
		t := taggers.Get().(*tagger)
		if t.model != m {
			*t = tagger{model: m}
		}
		t.tag(doc, yield)
		t.scene.whole, t.scene.tok = nil, nil
		if len(doc.Tokens) > keepTokens { // what is known of words stays
			t.scene, t.kept, t.surnames, t.single = scene{}, nil, nil, nil
		}
		taggers.Put(t)
	}
}

func (t *tagger) tag(doc *parse.Document, yield func(Name) bool) {
	t.scene.begin(doc)
	t.kept = t.kept[:0]
	for first, last := 0, 0; first < len(doc.Tokens); first = last {
		last = t.scene.windowEnd(first)
		t.scene.enter(first, last)
		t.find()
	}
	t.findSurnames()
	k := 0
	for first, last := 0, 0; first < len(doc.Tokens); first = last {
		last = t.scene.windowEnd(first)
		t.scene.enter(first, last)
		for t.names = t.names[:0]; k < len(t.kept) && int(t.kept[k].first) < last; k++ {
			t.names = append(t.names, t.kept[k].name(first))
		}
		t.all = t.again(t.all[:0])
		t.names = t.bodies(t.names[:0], t.all)
		for _, n := range t.names {
			if !yield(Name{first + n.First, first + n.Last, n.Label}) {
				return
			}
		}
	}
}

// find keeps the names of the window that the model finds.
func (t *tagger) find() {
	for first, last := t.scene.nextRun(0); first < last; first, last = t.scene.nextRun(last) {
		n := t.weigh(first, last)
		t.decode(n)
		t.keepNames(t.path[:n], first)
	}
}

// A kept name is one of the document. There are many in a long one.
type kept struct {
	first uint32
	size  uint8 // a run is no longer
	label Label
}

// name is the name as one of the window that begins at a token.
func (k kept) name(window int) Name {
	first := int(k.first) - window
	return Name{first, first + int(k.size), k.label}
}

// A Name is a stretch of tokens, First up to but not Last, and the label that begins it.
type Name struct {
	First, Last int
	Label       Label
}

// keepNames keeps the names of a run's best path.
func (t *tagger) keepNames(path []Label, first int) {
	for i := 0; i < len(path); {
		l, j := path[i], i+1
		if l == None {
			i++
			continue
		}
		for j < len(path) && path[j].Inside() && path[j].Begin() == l.Begin() {
			j++
		}
		n := Name{first + i, first + j, l.Begin()}
		if n.Last-n.First > 1 && t.scene.opensSentence(n) {
			n.First++
		}
		if !t.scene.common(n) {
			at := t.scene.first + n.First
			t.kept = room.Push(t.kept, kept{uint32(at), uint8(n.Last - n.First), n.Label}, at, len(t.scene.whole.Tokens))
		}
		i = j
	}
}

// weigh finds what the labels of the tokens of a run cost, and gives their number. All entries are looked up before any is added,
// so that the memory is waited for once.
func (t *tagger) weigh(first, last int) int {
	t.run = t.run[:0]
	for i := first - reach; i < last+reach; i++ {
		if i < 0 || i >= len(t.scene.at) {
			t.run = append(t.run, &t.nothing)
			continue
		}
		e, known := t.entry(i)
		if !known {
			t.fill(e, i)
		}
		t.run = append(t.run, e)
		t.scene.at[i].names = e.names
	}
	n := last - first
	for i := range n {
		s := t.sum(first, i)
		t.model.score(&t.cost[i], &s)
	}
	return n
}

// sum adds up all that is told of token i of the run that begins at a token.
func (t *tagger) sum(first, i int) sum {
	s := around((*[places]*entry)(t.run[i:]))
	t.context(&s, first+i)
	return s
}

// around adds up what a token and its neighbours add at its place.
func around(e *[places]*entry) (s sum) {
	a, b, c, d, f := &e[0].sums[0], &e[1].sums[1], &e[2].sums[2], &e[3].sums[3], &e[4].sums[4]
	for i := range s.lanes {
		s.lanes[i] = a[i] + b[i] + c[i] + d[i] + f[i]
	}
	s.n = uint32(e[0].n[0]) + uint32(e[1].n[1]) + uint32(e[2].n[2]) + uint32(e[3].n[3]) + uint32(e[4].n[4])
	return s
}

func (s *sum) add(o *sum) {
	s.n += o.n
	for i := range s.lanes {
		s.lanes[i] += o.lanes[i]
	}
}

// add adds rows of the model. The lanes stay in registers meanwhile: to add is most of what the tagger does.
func (l *lanes) add(m *Model, rows []int) {
	const even = 0x00FF00FF00FF00FF
	l0, l1, l2, l3, l4, l5, l6, l7 := l[0], l[1], l[2], l[3], l[4], l[5], l[6], l[7]
	for _, i := range rows {
		row := m.rows[i*Hidden : i*Hidden+Hidden]
		a, b, c, d := u64(row, 0), u64(row, 8), u64(row, 16), u64(row, 24)
		l0 += a & even
		l1 += a >> 8 & even
		l2 += b & even
		l3 += b >> 8 & even
		l4 += c & even
		l5 += c >> 8 & even
		l6 += d & even
		l7 += d >> 8 & even
	}
	*l = lanes{l0, l1, l2, l3, l4, l5, l6, l7}
}

// entry is what token i adds wherever it stands; to be filled where it is not known.
func (t *tagger) entry(i int) (e *entry, known bool) {
	tok := &t.scene.tok[i]
	return t.cache.find(tok.Word(), shapeOf(tok), t.run)
}

// fill finds what token i adds.
func (t *tagger) fill(e *entry, i int) {
	tok := &t.scene.tok[i]
	e.names = namesOf(tok.Word())
	t.feats = appendOwn(t.feats[:0], tok, t.model.lexicon)
	t.lookUp()
	for k := range e.sums {
		t.place(e, k)
	}
}

// place adds up the rows that the features looked up have for a place; they are taken off the features, so that the next place
// comes next.
func (t *tagger) place(e *entry, k int) {
	t.rows = slices.Grow(t.rows[:0], len(t.found)+1)
	rows, n := t.rows[:len(t.found)+1], 0
	for i := range t.found {
		f := &t.found[i]
		there := int(f.mask >> k & 1)
		rows[n] = f.row // in vain where it has none for the place
		n += there
		f.row += there
	}
	n = min(n, int(maxOwn[k]))
	e.n[k], e.sums[k] = uint8(n), lanes{}
	e.sums[k].add(t.model, rows[:n])
}

// A found feature is its first row and the mask of its places.
type found struct {
	row  int
	mask uint32
}

// lookUp finds the features that the model knows. All are looked up before a row is read, so that the memory is waited for once.
func (t *tagger) lookUp() {
	t.found = t.found[:0]
	for _, f := range t.feats {
		if row, mask := t.model.find(f.Key); mask != 0 {
			t.found = append(t.found, found{row, mask})
		}
	}
}

// context adds what the place of token i tells.
func (t *tagger) context(s *sum, i int) {
	set := t.setting(t.scene.setting(i))
	s.add(set)
	t.feats = t.scene.appendNames(t.feats[:0], i)
	t.feats = t.scene.appendAround(t.feats, i, t.model.lexicon)
	n := t.addPlaces(&s.lanes, maxContext-int(set.n))
	s.n += uint32(n)
}

// setting is what a setting adds. Nine in ten have been met a short while before.
func (t *tagger) setting(x setting) *sum {
	e := &t.settings[mix(uint64(x))%uint64(len(t.settings))]
	if e.setting != x+1 {
		f := x.features()
		t.feats = append(t.feats[:0], f[:]...)
		e.setting, e.sum = x+1, sum{}
		e.n = uint32(t.addPlaces(&e.lanes, len(f)))
	}
	return &e.sum
}

// addPlaces adds what the features that speak of one place add, the first most that the model knows, and gives their number.
func (t *tagger) addPlaces(l *lanes, most int) int {
	t.rows = t.rows[:0]
	for i := range t.feats {
		if row, mask := t.model.find(t.feats[i].Key); mask != 0 {
			t.rows = append(t.rows, row)
		}
	}
	rows := t.rows[:min(len(t.rows), most)]
	l.add(t.model, rows)
	return len(rows)
}

// score turns the sums of the hidden units into what the labels cost.
func (m *Model) score(dst *[Labels]float32, s *sum) {
	live, d := m.alive(s), &m.outBias
	d0, d1, d2, d3, d4, d5, d6 := d[0], d[1], d[2], d[3], d[4], d[5], d[6]
	for ; live != 0; live &= live - 1 { // about half: which ones, nobody could guess
		k := bits.TrailingZeros32(live) % Hidden
		h := &m.hidden[k]
		v, w := h.value(s.unit(k)), &h.out
		d0 += v * w[0]
		d1 += v * w[1]
		d2 += v * w[2]
		d3 += v * w[3]
		d4 += v * w[4]
		d5 += v * w[5]
		d6 += v * w[6]
	}
	*dst = [Labels]float32{d0, d1, d2, d3, d4, d5, d6}
}

// unit is the sum of a hidden unit.
func (s *sum) unit(k int) int32 { return int32(uint16(s.lanes[k/4]>>(k%4*16))) - int32(s.n*Zero) }

// value is the value of a unit by its sum; one that is negative is silent.
func (h *hidden) value(sum int32) float32 { return float32(sum)*h.unit + h.bias }

func (h *hidden) silent(sum int32) bool { return math.Float32bits(h.value(sum))>>31 != 0 }

// Sums of at most fewRows lie between -mostSum and mostSum.
const (
	fewRows = 127
	mostSum = 1 << 14
)

// least is the least sum from -mostSum to mostSum with which a unit is not silent, as its value grows with the sum; mostSum where there
// is none.
func (h *hidden) least() int {
	return sort.Search(2*mostSum, func(i int) bool { return !h.silent(int32(i - mostSum)) }) - mostSum
}

// alive has a bit for each unit that is not silent. Four sums at a time are compared with the least ones: what m.live has and the sum, which
// is Zero too high for each row, come to less than 1<<15 where that is less.
func (m *Model) alive(s *sum) (units uint32) {
	const each = 1<<48 | 1<<32 | 1<<16 | 1
	if s.n > fewRows {
		for k := range m.hidden {
			if !m.hidden[k].silent(s.unit(k)) {
				units |= 1 << k
			}
		}
		return units
	}
	zeros := uint64(s.n*Zero) * each
	for i := len(s.lanes) - 1; i >= 0; i-- {
		four := (m.live[i] - zeros + s.lanes[i]) >> 15 & each
		units = units<<4 | uint32(four*(1<<60|1<<45|1<<30|1<<15)>>60)
	}
	return units
}

// decode finds the best path through the labels of n tokens: what the best one to each label costs, in place of what the label
// does, then from the end which one that was.
func (t *tagger) decode(n int) {
	m := t.model
	for l := range t.cost[0] {
		t.cost[0][l] += m.into[l][Start]
	}
	for i := 1; i < n; i++ {
		v, c := &t.cost[i-1], &t.cost[i]
		c[None] += least(v, &m.into[None])
		for begin := PersonBegin; begin < Labels; begin += 2 {
			inside := begin + 1
			from := &m.into[inside]
			c[begin] += least(v, &m.into[begin])
			c[inside] += min(v[begin]+from[begin], v[inside]+from[inside])
		}
	}
	l := best(&t.cost[n-1], (*[Labels]float32)(m.into[End][:]))
	for i := n - 1; ; i-- {
		if t.path[i] = l; i == 0 {
			return
		}
		l = best(&t.cost[i-1], (*[Labels]float32)(m.into[l][:]))
	}
}

// least is what it costs to come from the best of the labels.
func least(v *[Labels]float32, from *[Start + 1]float32) float32 {
	return min(v[0]+from[0], v[1]+from[1], v[2]+from[2], v[3]+from[3], v[4]+from[4], v[5]+from[5], v[6]+from[6])
}

// best is the label that costs least with what is added, the first of equal ones.
func best(v, more *[Labels]float32) (l Label) {
	least := v[None] + more[None]
	for k := None + 1; k < Labels; k++ {
		if c := v[k] + more[k]; c < least {
			l, least = k, c
		}
	}
	return l
}
