package ner

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

func words(t *testing.T, text string) []parse.Token {
	t.Helper()
	return parse.Text(text).Tokens
}

func TestForm(t *testing.T) {
	for text, want := range map[string]form{
		"дом": lower, "Дом": title, "МИД": upper, "МосБиржа": mixed, "В": letter, "news": latinLower, "News": latinTitle, "BBC": latinUpper,
		"25": number, "«": quote, "\"": quote, ".": stop, ",": comma, "(": bracket, "—": dash, "!": otherMark, "%": symbol,
	} {
		tok := words(t, text)
		if got := formOf(&tok[0]); got != want {
			t.Errorf("%s has form %d, want %d", text, got, want)
		}
	}
}

// TestShape: two tokens of one word have the same shape only if they are written alike.
func TestShape(t *testing.T) {
	tok := words(t, "мид Мид МИД МиД 1 22 . ,")
	met := map[uint32]string{}
	for i := range tok {
		s := shapeOf(&tok[i])
		if other, ok := met[s]; ok {
			t.Errorf("%s and %v have the same shape", other, tok[i].Span())
		}
		met[s] = tok[i].Key()
	}
}

func TestNamesOf(t *testing.T) {
	tok := words(t, "Иван Москва стол Хрмпфж")
	for i, want := range []struct{ has, not uint16 }{{1 << 0, 0}, {1 << 3, 1 << 2}, {1<<6 | 1<<7, 1}, {0, 1 << 7}} {
		m := namesOf(tok[i].Word())
		if m&want.has != want.has || m&want.not != 0 {
			t.Errorf("%s: %b", tok[i].Key(), m)
		}
	}
}

func TestStem(t *testing.T) {
	for word, want := range map[string]string{"зурабова": "зурабов", "зурабову": "зурабов", "ляйен": "ляйен", "хаяси": "хаяс", "ван": "ван"} {
		if got := lex.Unfold(stem(lex.Fold(word))); got != want {
			t.Errorf("stem of %s is %s, want %s", word, got, want)
		}
	}
}

// TestOwnStable: the features of a word do not depend on the numbers of its lexemes, and none is there twice but by kind.
func TestOwnStable(t *testing.T) {
	tok := words(t, "Министерства")
	a, b := appendOwn(nil, &tok[0], ""), appendOwn(nil, &tok[0], "")
	if !slices.Equal(a, b) {
		t.Error("two readings differ")
	}
	keys := map[uint64]bool{}
	for _, f := range a {
		if keys[f.Key] {
			t.Errorf("feature %v is there twice", f)
		}
		keys[f.Key] = true
	}
}

func TestLexicon(t *testing.T) {
	var list []string
	var codes []Codes
	for a := 'а'; a <= 'я'; a++ {
		for b := 'а'; b <= 'я'; b++ {
			list = append(list, lex.Fold(string(a)+"по"+string(b)))
			codes = append(codes, Codes{uint8(a), uint8(b), 0, uint8(a + b)})
		}
	}
	x := MakeLexicon(list, codes)
	for i, w := range list {
		if c, ok := x.Of(lex.Hash(w)); !ok || c != codes[i] {
			t.Fatalf("%s has codes %v %v, want %v", lex.Unfold(w), c, ok, codes[i])
		}
	}
	if c, ok := x.Of(lex.Hash(lex.Fold("нет"))); ok {
		t.Errorf("нет has codes %v", c)
	}
	if _, ok := Lexicon("").Of(1); ok {
		t.Error("no words have codes")
	}
}

func read(text string) *scene {
	s := new(scene)
	s.read(parse.Text(text))
	return s
}

// show lists the words for which something holds.
func (s *scene) show(holds func(f *fact) bool) string {
	var out []string
	for i := range s.at {
		if holds(&s.at[i]) {
			sp := s.tok[i].Span()
			out = append(out, s.whole.Text[sp.Start:sp.End])
		}
	}
	return strings.Join(out, " ")
}

func TestScene(t *testing.T) {
	for _, c := range []struct {
		what, text, want string
		holds            func(f *fact) bool
	}{
		{"initials", "Приехали В. В. Рощин и Орлов П. А. в Тулу.", "В . В . П . А .", func(f *fact) bool { return f.initial == initialBefore || f.initial == initialBehind }},
		{"surnames of initials", "Приехали В. В. Рощин, А. Ким и Орлов П. А. в Тулу.", "Рощин Ким Орлов", func(f *fact) bool {
			return f.initial == surnameOne || f.initial == surnameTwo || f.initial == surnameFirst
		}},
		{"abbreviations", "Ждали Союз добрых соседей (СДС) и базу (ПВО).", "СДС", func(f *fact) bool { return f.abbr == abbrItself }},
		{"spelled out", "Ждали Союз добрых соседей (СДС) и базу (ПВО).", "Союз добрых соседей", func(f *fact) bool { return f.abbr == abbrFirst || f.abbr == abbrInside }},
		{"links", "См. https://a.ru/b и сайт.", "https : / / a . ru / b", func(f *fact) bool { return f.address == addressLink }},
		{"bare addresses", "Пишет vesti.ru в среду.", "vesti . ru", func(f *fact) bool { return f.address != 0 }},
		{"Latin runs", "Пишет The New York Times и AT&T.", "The AT", func(f *fact) bool { return f.latin&latinFirst != 0 }},
		{"short quotations", "Завод «Луч» ответил: «Мы не знаем, что было и что будет завтра, а что послезавтра, тем более».", "Луч", func(f *fact) bool { return f.mark != 0 }},
		{"first words", "Дом сгорел. Его тушили.", "Дом Его", func(f *fact) bool { return f.begins }},
		{"far from names", "дом и сад и лес и луг и Пётр и дуб и ель и бор и ров.", "дом и сад и лес и луг и и дуб и ель и бор и ров .", func(f *fact) bool { return !f.active }},
		{"words that can go on with a name", "Вчера Большой местный театр сгорел дотла, сообщает Рощин с площади у театра.", "Большой местный театр Рощин", func(f *fact) bool { return f.active }},
		{"small words of persons", "Пришли Усама бин Ладен, аль-Асад, но не фон барон.", "Усама бин Ладен аль-Асад", func(f *fact) bool { return f.active }},
		{"an initial that begins", "А. Корж молчит. А Корж ушёл.", "А . Корж Корж", func(f *fact) bool { return f.active }},
		{"chains", "Это Министерство связи и массовых коммуникаций края решило, а служба по надзору — нет.", "Министерство связи и массовых коммуникаций края служба по надзору", func(f *fact) bool { return f.link != 0 }},
		{"chains in small letters", "Всё знает министерство спорта Лагодского края.", "министерство спорта Лагодского края .", func(f *fact) bool { return f.active }},
		{"another language", "Он сказал: The quick brown fox jumps over the lazy dog again and again, Иван.", "The quick brown fox jumps over the lazy dog again and again", func(f *fact) bool { return f.latin&latinProse != 0 }},
	} {
		if got := read(c.text).show(c.holds); got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
}

func TestSightings(t *testing.T) {
	s := read("Роза пришла. Мы видели, как Роза несла цветы. Там была роза.")
	for i := range s.at {
		if s.tok[i].Key() == "роза" {
			if got := s.seen(i); got != seenAny|seenSmall|seenCapital {
				t.Errorf("роза was seen as %b", got)
			}
		}
	}
}

func TestLabels(t *testing.T) {
	if PersonInside.Follows(OrgBegin) || PersonInside.Follows(None) || PersonInside.Follows(Start) || !PersonInside.Follows(PersonBegin) ||
		!OrgBegin.Follows(PersonInside) || !None.Follows(OrgInside) {
		t.Error("Follows")
	}
	if PlaceInside.Begin() != PlaceBegin || PlaceBegin.Begin() != PlaceBegin || None.Begin() != None {
		t.Error("Begin")
	}
}

// TestPack: a packed model adds up what the rows say.
func TestPack(t *testing.T) {
	doc := parse.Text("Иван и Пётр")
	f := feature(kindWord, doc.Tokens[0].Word().Hash())
	var rows []Row
	for place := -1; place <= 1; place++ {
		r := Row{Feature: f, Place: place}
		for j := range r.Value {
			r.Value[j] = int8(j - 30 + 10*place)
		}
		rows = append(rows, r)
	}
	w := new(Weights)
	for j := range w.Unit {
		w.Unit[j], w.Bias[j] = 1, float32(j)
	}
	w.Out[30][PersonBegin] = 0.5
	m, err := Load(string(Pack([HashSize]byte{7}, rows, "", w)))
	if err != nil {
		t.Fatal(err)
	}
	tg := &tagger{model: m}
	tg.scene.read(doc)
	tg.weigh(0, 3)
	for i, want := range []float32{0.5 * 30, 0.5 * (30 - 10), 0.5 * 30} {
		if got := -tg.cost[i][PersonBegin]; got != want {
			t.Errorf("token %d scores %v, want %v", i, got, want)
		}
	}
}

// TestSums: what a tagger adds up, with all that it remembers, is what the features of a sample add, one by one. The same again makes
// the same labels, no label that cannot follow another.
func TestSums(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var docs []*parse.Document
	var samples []*Sample
	rows := map[Feature]map[int]Row{}
	for _, text := range golden.Articles(t) {
		doc := parse.Text(text)
		x := Extract(doc, "")
		docs, samples = append(docs, doc), append(samples, x)
		for i := range doc.Tokens {
			for _, f := range slices.Concat(x.Own[i], x.Context[i]) {
				if rows[f] != nil || f.Key%5 == 0 { // the model lacks some
					continue
				}
				rows[f] = map[int]Row{}
				for place := -f.Kind.Window(); place <= f.Kind.Window(); place++ {
					r := Row{Feature: f, Place: place}
					for k := range r.Value {
						r.Value[k] = int8(random.IntN(256) - 128)
					}
					rows[f][place] = r
				}
			}
		}
	}
	var list []Row
	for f, r := range rows {
		for place := -f.Kind.Window(); place <= f.Kind.Window(); place++ {
			list = append(list, r[place])
		}
	}
	w := new(Weights)
	for i := range w.Out {
		w.Unit[i] = 0.01
		for l := range w.Out[i] {
			w.Out[i][l] = random.Float32() - 0.5
		}
	}
	for k := range Start + 1 {
		for l := range Labels {
			if !l.Follows(k) {
				w.Next[k][l] = -10000
			}
		}
	}
	m, err := Load(string(Pack([HashSize]byte{}, list, "", w)))
	if err != nil {
		t.Fatal(err)
	}
	tg := &tagger{model: m}
	var paths [][]Label
	for round := range 2 {
		n := 0
		for d, doc := range docs {
			tg.scene.read(doc)
			for _, run := range samples[d].Runs {
				size := tg.weigh(run[0], run[1])
				for i := range size {
					want, sum := naive(samples[d], rows, run[0]+i), tg.sum(run[0], i)
					for k := range Hidden {
						lane := laneOf(k)
						if got := int(uint16(sum.lanes[lane/4]>>(lane%4*16))) - Zero*int(sum.n); got != want[k] {
							t.Fatalf("token %d, unit %d: %d, want %d", run[0]+i, k, got, want[k])
						}
					}
				}
				tg.decode(size)
				for i, before := 0, Start; i < size; i++ {
					if !tg.path[i].Follows(before) {
						t.Fatalf("token %d: label %d behind %d", run[0]+i, tg.path[i], before)
					}
					before = tg.path[i]
				}
				if round == 0 {
					paths = append(paths, slices.Clone(tg.path[:size]))
				} else if !slices.Equal(paths[n], tg.path[:size]) {
					t.Fatalf("tokens %v: %v, then %v", run, paths[n], tg.path[:size])
				}
				n++
			}
		}
	}
}

// naive adds up the rows for a token.
func naive(x *Sample, rows map[Feature]map[int]Row, i int) (sum [Hidden]int) {
	add := func(f Feature, place int) {
		if r, ok := rows[f][place]; ok {
			for k, v := range r.Value {
				sum[k] += int(v)
			}
		}
	}
	for k := max(0, i-reach); k <= min(len(x.Own)-1, i+reach); k++ {
		for _, f := range x.Own[k] {
			add(f, k-i)
		}
	}
	for _, f := range x.Context[i] {
		add(f, 0)
	}
	return sum
}

func TestLoadBad(t *testing.T) {
	good := string(Pack([HashSize]byte{}, nil, "", new(Weights)))
	if _, err := Load(good); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"", Magic, good[:len(good)-1], good[:HeaderSize], "x" + good[1:]} {
		if _, err := Load(bad); err == nil {
			t.Errorf("a model of %d bytes loads", len(bad))
		}
	}
}

// TestLanes: as many rows as may be added do not run over.
func TestLanes(t *testing.T) {
	most := uint32(maxContext)
	for _, n := range maxOwn {
		most += uint32(n)
	}
	if most > maxRows {
		t.Errorf("%d rows may be added, %d fit", most, maxRows)
	}
	var s lanes
	row := strings.Repeat("\xff", Hidden)
	s.add(&Model{rows: row}, make([]int, maxRows))
	for _, lane := range s {
		for range 4 {
			if v := uint16(lane); v != 255*maxRows {
				t.Fatalf("a lane holds %d", v)
			}
			lane >>= 16
		}
	}
}

// TestCache meets more words than the cache has places for: every one has the entry that was made for it, as long as that is in use, and
// the room has a bound.
func TestCache(t *testing.T) {
	var text strings.Builder
	for i := range 3 * cacheSize {
		for n := i + 1; n > 0; n /= 32 {
			text.WriteRune('а' + rune(n%32))
		}
		text.WriteByte(' ')
	}
	var c cache
	known := 0
	doc := parse.Text(text.String())
	var used []*entry
	for i := range doc.Tokens {
		w := doc.Tokens[i].Word()
		if len(used) == maxRun {
			for k, e := range used {
				if w := doc.Tokens[i-maxRun+k].Word(); e.word != w {
					t.Fatalf("%s has the entry of %s", w.Key, e.word.Key)
				}
			}
			used = used[:0]
		}
		for n := range 2 {
			e, ok := c.find(w, 1, used)
			if n == 0 {
				used = append(used, e)
			}
			if ok {
				known++
			} else {
				e.names = uint16(w.Hash())
			}
			if e.word.Fold() != w.Fold() || e.names != uint16(w.Hash()) {
				t.Fatalf("%s has the entry of %s", w.Key, e.word.Key)
			}
		}
	}
	if known < len(doc.Tokens) || len(c.boards)*boardSize > cacheSize {
		t.Errorf("%d of %d known, %d boards", known, len(doc.Tokens), len(c.boards))
	}
}

// TestBodies: names of bodies are told by what they are for, whatever was found of them.
func TestBodies(t *testing.T) {
	for _, c := range []struct{ found, want string }{
		{"[Агентство] по охране речных берегов оштрафовало завод.", "[Агентство по охране речных берегов] оштрафовало завод."},
		{"Глава [Службы] по надзору в сфере связи, печати и рекламы молчит.", "Глава [Службы по надзору в сфере связи, печати и рекламы] молчит."},
		{"Сообщил Комитет по делам молодёжи и спорта в понедельник.", "Сообщил [Комитет по делам молодёжи и спорта] в понедельник."},
		{"Ответил комитет по связям с религиозными организациями.", "Ответил [комитет по связям с религиозными организациями]."},
		{"Её вызвали в министерство обороны [Лагодии] и в министерство финансов.", "Её вызвали в [министерство обороны] [Лагодии] и в [министерство финансов]."},
		{"Он служил в министерстве иностранных дел и торговли, пока мог.", "Он служил в [министерстве иностранных дел и торговли], пока мог."},
		{"Главное управление по надзору за следствием и [Агентство ООН] по делам беженцев.", "[Главное управление по надзору за следствием] и [Агентство ООН по делам беженцев]."},
		{"Создали городскую комиссию по подготовке к паводку, в неё вошли трое.", "Создали [городскую комиссию по подготовке к паводку], в неё вошли трое."},
		{"Совет при [государственном] агентстве по управлению портами молчит.", "[Совет при государственном агентстве по управлению портами] молчит."},
		{"Бюро по контролю за оборотом табака, оружия и взрывчатых веществ.", "[Бюро по контролю за оборотом табака, оружия и взрывчатых веществ]."},
		{"Комитет по борьбе с коррупцией, министры и судьи.", "[Комитет по борьбе с коррупцией], министры и судьи."},
		{"[Банк Ромашка и комиссия] по трудовым спорам молчат.", "[Банк Ромашка] и [комиссия по трудовым спорам] молчат."},
		{"Отдел по расследованию особо важных дел и комиссия по заказу мэрии.", "[Отдел по расследованию особо важных дел] и комиссия по заказу мэрии."},
		{"Это поручено комитету по спорту и отделу по печати.", "Это поручено [комитету по спорту] и [отделу по печати]."},
		{"Глава комитета [Госсовета] по природным ресурсам, торговле и земельным отношениям.", "Глава [комитета Госсовета по природным ресурсам, торговле и земельным отношениям]."},
		{"Городской комитет [Думы по науке], образованию и культуре.", "[Городской комитет Думы по науке, образованию и культуре]."},
		{"Он ушёл из Организации по защите рек.", "Он ушёл из [Организации по защите рек]."},
		{"Организация по рекомендации врачей закрыта, Комитету по рекомендации тоже.", "Организация по рекомендации врачей закрыта, Комитету по рекомендации тоже."},
		{"Член Совета при президенте по правам человека ушёл.", "Член [Совета при президенте по правам человека] ушёл."},
		{"[Экспертный совет] при главном архитекторе города, комиссия при мэре.", "[Экспертный совет при главном архитекторе] города, комиссия при мэре."},
		{"Суд при царе был иным, а при Совете жили студенты.", "Суд при царе был иным, а при Совете жили студенты."},
		{"[Комитет] по вторникам не заседает.", "[Комитет] по вторникам не заседает."},
		{"[Департамент] по-прежнему молчит.", "[Департамент] по-прежнему молчит."},
		{"Партия по традиции молчит, комиссия по итогам проверки тоже.", "Партия по традиции молчит, комиссия по итогам проверки тоже."},
		{"Министерство решило, министерства страны спорят, отделы по закупкам растут.", "Министерство решило, министерства страны спорят, отделы по закупкам растут."},
		{"Службу по призыву и министерства правительства обсудят.", "Службу по призыву и министерства правительства обсудят."},
	} {
		text := strings.NewReplacer("[", "", "]", "").Replace(c.found)
		tg := new(tagger)
		tg.scene.read(parse.Text(text))
		tokens := tg.scene.whole.Tokens
		at := func(offset int) int {
			return slices.IndexFunc(tokens, func(t parse.Token) bool { return t.End() > offset })
		}
		var found []Name
		from, gone := 0, 0
		for i := range c.found {
			switch c.found[i] {
			case '[':
				from = i - gone
				gone++
			case ']':
				found = append(found, Name{at(from), at(i-gone-1) + 1, OrgBegin})
				gone++
			}
		}
		var b strings.Builder
		last := 0
		for _, n := range tg.bodies(nil, found) {
			sp := tg.scene.whole.Cover(n.First, n.Last)
			b.WriteString(text[last:sp.Start] + "[" + sp.In(text) + "]")
			last = sp.End
		}
		if got := b.String() + text[last:]; got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// TestCommon: a word that may be common and has its capital from the beginning of a sentence is no organisation.
func TestCommon(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Нашивка лежала на столе.", true},
		{"Мы видели, что Нашивка выросла. Нашивка молчит.", false},
		{"Мосгорсуд молчит.", false},
		{"Министерство молчит.", false},
		{"«Нашивка» выросла.", false},
		{"Скотленд-Ярд молчит.", false},
		{"ГК и УПК меняют.", true},
	} {
		s := read(c.text)
		if got := s.common(Name{s.lastTitle(), s.lastTitle() + 1, OrgBegin}); got != c.want {
			t.Errorf("%s: got %v", c.text, got)
		}
	}
}

// TestOpensSentence: the capital of a sentence makes no preposition and no conjunction the first word of a name.
func TestOpensSentence(t *testing.T) {
	for text, want := range map[string]bool{
		"В Министерстве тихо.": true, "И Минздрав молчит.": true, "«В Министерстве» вышла.": false, "Во Вонг пришёл.": false, "Главное управление молчит.": false,
	} {
		label := OrgBegin
		if strings.HasPrefix(text, "Во") {
			label = PersonBegin
		}
		s, first := read(text), 0
		if strings.HasPrefix(text, "«") {
			first = 1
		}
		if got := s.opensSentence(Name{first, first + 2, label}); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}

// lastTitle is the last token that begins with a capital.
func (s *scene) lastTitle() int {
	i := len(s.at) - 1
	for s.at[i].form != title && s.at[i].form != upper {
		i--
	}
	return i
}
