package ner

import (
	"strings"

	"github.com/svodka/svodka/internal/lex"
)

// What a body is for is its name, in small letters as well: министерство обороны, комитет по делам молодёжи. The model has seen
// few such names and loses the ends of long ones; which words can follow one another tells them.

// maxPurpose bounds what a body is for, in tokens.
const maxPurpose = 20

// bodies appends the names found, which are in their order, with those of bodies that are told by what they are for. Such a name
// takes in organisations that lie in it or begin it, and gives way to any other name.
func (t *tagger) bodies(dst, found []Name) []Name {
	s, first, at := &t.scene, len(dst), 0
	for i := range s.at {
		if s.at[i].link != linkHead || s.at[i].mark != 0 {
			continue
		}
		for ; at < len(found) && found[at].Last <= i; at++ {
			dst = append(dst, found[at])
		}
		n := Name{Last: s.bodyEnd(i), Label: OrgBegin}
		if n.Last != 0 {
			n.First = s.bodyStart(i)
		} else if whose := s.whose(i, found[at:]); whose > 0 {
			n.First, n.Last = s.bodyStart(i), s.forWhat(i, s.serves(i, whose)) // комитет Госдумы по делам молодёжи, Комиссия США по ценным бумагам
		}
		if n.Last == 0 {
			n.First, n.Last = s.bodyStart(i), s.attached(i, found[at:])
		}
		if n.Last == 0 {
			continue
		}
		inside, head := at, n.First
		for inside < len(found) && found[inside].Last <= n.Last && (found[inside].Label == OrgBegin || found[inside].Label == PlaceBegin && found[inside].First > i) {
			n.First = min(n.First, found[inside].First)
			inside++
		}
		if inside < len(found) && found[inside].First < n.Last {
			continue
		}
		if k := len(dst) - 1; k >= first && dst[k].Last > n.First {
			if n.First = dst[k].Last; dst[k].Label == OrgBegin {
				n.First, n.Last = dst[k].First, max(n.Last, dst[k].Last)
				dst = dst[:k]
			}
		}
		if k := head - 1; k > n.First && s.tok[k].Key() == "и" { // Банк Ромашка и комиссия по спорам
			dst = append(dst, Name{n.First, k, OrgBegin})
			n.First = head
		}
		dst = append(dst, n)
		at = inside
	}
	return append(dst, found[at:]...)
}

// whose is behind the names found that begin with the body with head i or stand right behind it and one another: Комитет | Верховной рады |
// Украины; 0 where none does.
func (s *scene) whose(i int, found []Name) (last int) {
	for _, n := range found {
		if n.Label == PersonBegin || n.First > max(i+1, last) {
			break
		}
		last = n.Last
	}
	return last
}

// attached is behind the last token of the name of the body with head i that stands at another one or at a post, Совет при
// президенте по правам человека; 0 where it does not. Names found from there on may begin with the body.
func (s *scene) attached(i int, found []Name) int {
	k := i + 1
	is := s.at[i].form == title && !s.at[i].begins
	if len(found) > 0 && found[0].Label == OrgBegin && found[0].First <= i {
		k, is = max(k, found[0].Last), true
	}
	if s.form(k) != lower || s.tok[k].Key() != "при" {
		return 0
	}
	for k++; s.form(k) == lower && s.adjective(k, lex.Loc); k++ {
	}
	if s.form(k) > title || !s.noun(k, lex.Loc) || !s.tok[k].Word().Is(lex.OrgNoun|lex.Post) {
		return 0
	}
	is = is || s.at[i].form == title && s.form(k) == title
	of := k + 1
	for of < k+3 && (s.form(of) == title || s.form(of) == upper) && !s.at[of].begins { // при Президенте Российской Федерации | по
		of++
	}
	if s.form(of) == lower && s.tok[of].Key() == "по" {
		if end := s.purpose(of+1, lex.Dat); end > 0 {
			return end
		}
	}
	if is {
		return k + 1
	}
	return 0
}

// serves is the first по behind token i and before token last, or last: комитет Госдумы | по делам молодёжи, науке и спорту.
func (s *scene) serves(i, last int) int {
	for k := i + 1; k < last; k++ {
		if s.tok[k].Key() == "по" {
			return k
		}
	}
	return last
}

// service tells whether token i is a noun that goes on by what the body is for.
func (s *scene) service(i int) bool {
	v, ok := s.tok[i].Word().Value(lex.OrgNoun)
	return v&lex.Purpose != 0 || ok && s.at[i].form == title && !s.at[i].begins // Организации по безопасности
}

// bodyStart is the first of the adjectives that tell the rank of the body with head i: главное управление по ….
func (s *scene) bodyStart(i int) int {
	for i > 0 && s.at[i-1].form <= title && s.at[i].form == lower && rank(s.tok[i-1].Word()) {
		i--
	}
	return i
}

// rank tells the adjectives that say at what rank a body stands.
func rank(w *lex.Word) bool {
	if !w.Can(lex.Adj) {
		return false
	}
	for _, stem := range [...]string{"главн", "федеральн", "национальн", "государственн", "центральн", "межведомственн", "городск", "областн", "краев", "районн", "окружн", "республиканск", "международн", "всемирн", "европейск", "всероссийск"} {
		if strings.HasPrefix(w.Key, stem) {
			return true
		}
	}
	return false
}

// bodyEnd is behind the last token of the name of the body with head i; 0 where what follows tells of no body.
func (s *scene) bodyEnd(i int) int {
	w := s.tok[i].Word()
	switch {
	case s.form(i+1) != lower || s.at[i].form == lower && !w.Can(lex.Sing):
		return 0
	case strings.HasPrefix(w.Key, "министерств") && s.tok[i+1].Key() != "по":
		return s.purpose(i+1, lex.Gen)
	case strings.HasPrefix(w.Key, "федераци") || strings.HasPrefix(w.Key, "ассоциаци") || strings.HasPrefix(w.Key, "конфедераци"):
		if end := s.ofWhat(i); end > 0 {
			return end
		}
	}
	return s.forWhat(i, i+1)
}

// ofWhat is behind the last token of what a federation is one of, told with a capital: Международная федерация
// хоккея на льду; 0 where nothing tells it.
func (s *scene) ofWhat(i int) int {
	if first := s.bodyStart(i); s.at[first].form != title || first == i && i > 0 && s.at[i-1].form == title {
		return 0 // Совет Федерации
	}
	end := s.purpose(i+1, lex.Gen)
	if end == 0 || !s.tok[end-1].Word().Can(lex.Noun|lex.Gen|lex.Sing) {
		return 0 // субъекты Федерации полномочий
	}
	if s.form(end+1) == lower && s.tok[end].Key() == "на" {
		switch s.tok[end+1].Key() {
		case "льду", "траве":
			return end + 2
		}
	}
	return end
}

// forWhat is behind the last token of what the body with head i is for, told by по at token k; 0 where it is not.
func (s *scene) forWhat(i, k int) int {
	if s.form(k) != lower || s.tok[k].Key() != "по" || !s.service(i) {
		return 0
	}
	return s.purpose(k+1, lex.Dat)
}

// purpose is behind the last token of what a body is for, told in a case from token i on: a noun with its adjectives and the
// genitives behind it, or several, the last of them behind и. It is 0 where there is no such thing.
func (s *scene) purpose(i int, c lex.Gram) int {
	var (
		last, listed int // behind the last noun: that of a whole list, and of one that и has still to end
		open         bool
		can          = c // the cases a noun can have here
	)
	for most := i + maxPurpose; i < most && (s.form(i) == lower || s.form(i) == comma); i++ {
		t := &s.tok[i]
		w := t.Word()
		switch {
		case t.Is(','):
			if last == 0 || listed != i && last != i {
				return last
			}
			open, can = true, c|lex.Gen
		case t.Key() == "и":
			if last == 0 && !s.adjective(i-1, can) {
				return 0
			}
			open, can = false, c|lex.Gen
		case w.Can(lex.Preposition):
			// связям с общественностью, контролю за оборотом, подготовке к выборам, надзору в сфере связи
			if can = s.governed(i); can == 0 || last != i || c != lex.Dat {
				return last
			}
		case s.noun(i, can):
			if last == 0 && notPurpose(w, c) || last > 0 && w.Is(lex.OrgNoun|lex.Post) && w.Can(lex.Sing) && !s.noun(i, can&lex.Ins) && w.Key != "общества" { // гражданского общества is no organisation
				return last
			}
			if listed = i + 1; !open {
				last = listed
			}
			can = lex.Gen
			if w.Key == "управлению" {
				can |= lex.Ins
			}
		case !s.adjective(i, can) && !(w.Can(lex.Adverb) && s.form(i+1) == lower && s.adjective(i+1, can)): // особо важных дел
			return last
		}
	}
	return last
}

// governed is the case behind preposition i where what is done can go on with it, else 0.
func (s *scene) governed(i int) lex.Gram {
	switch s.tok[i].Key() {
	case "с", "со", "за", "над":
		return lex.Ins
	case "к":
		return lex.Dat
	case "в":
		if i+1 < len(s.at) {
			switch s.tok[i+1].Key() {
			case "сфере", "области":
				return lex.Loc
			}
		}
	}
	return 0
}

func (s *scene) noun(i int, can lex.Gram) bool { return s.has(i, lex.Noun, can) }

func (s *scene) adjective(i int, can lex.Gram) bool { return s.has(i, lex.Adj|lex.Participle, can) }

// has tells whether token i has a reading of a part of speech in one of some cases.
func (s *scene) has(i int, pos, cases lex.Gram) bool {
	w := s.tok[i].Word()
	for k := range w.Readings {
		if g := w.Readings[k].Gram(); g&pos != 0 && g&cases != 0 && g&lex.Apro == 0 {
			return true
		}
	}
	return false
}

// notPurpose tells nouns that are no purpose of a body: those that по makes an adverb of (по итогам, по словам), and whose it is.
func notPurpose(w *lex.Word, c lex.Gram) bool {
	if c == lex.Gen {
		return w.Is(lex.PlaceNoun | lex.OrgNoun | lex.Post | lex.PersonNoun)
	}
	if w.Is(lex.TimeUnit|lex.Weekday|lex.DayPart|lex.SpeechNoun) && w.Key != "вопросам" {
		return true
	}
	switch w.Key {
	case "итогам", "итогу", "результатам", "адресу", "адресам", "поручению", "просьбе", "решению", "решениям", "причине", "причинам", "факту", "фактам", "поводу", "призыву",
		"состоянию", "контракту", "требованию", "инициативе", "рекомендации", "рекомендациям", "приказу", "закону", "законам", "указу", "обвинению", "обвинениям", "телефону", "телефонам",
		"подозрению", "праву", "пути", "ошибке", "оценке", "оценкам", "версии", "сравнению", "отношению", "сути", "традиции", "плану", "графику",
		"согласованию", "согласию", "договору", "умолчанию", "улице", "улицам", "делу", "окончании", "очереди", "месту", "стране", "городу", "сей", "вине", "недвижимости", "соседству", "заказу", "заказам", "инерции", "вызову", "вызовам", "правилам", "слухам", "привычке", "случаю", "совету",
		"мотивам", "следам", "очевидцам", "образцу", "примеру", "ходу", "мере", "счету", "специальности", "профилю", "направлению":
		return true
	}
	return false
}
