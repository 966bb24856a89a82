package entity_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
)

func FuzzFind(f *testing.F) {
	for _, text := range golden.Articles(f) {
		f.Add(text)
	}
	f.Add("Министр Иван Рощин (МИД) и Шанхайская организация сотрудничества (ШОС). Он сказал. В. В. Рощин, Рощин В.В., О'Нил, аль-Асад, Си Цзиньпин")
	f.Add("«Волна» (ООО) «\u00adВол\u00adна», ИВАН РОЩИН, Ива\u0301н, \xffИван, и. о. министра Рощин")
	f.Fuzz(func(t *testing.T, text string) {
		doc := parse.Text(text)
		es := entity.Find(doc)
		checkEntities(t, doc.Text, es)
		if again := entity.Find(parse.Text(strings.Clone(text))); !reflect.DeepEqual(es, again) {
			t.Error("a copy of the text gives other entities")
		}
	})
}

// checkEntities holds what is true of all that Find gives: IDs count from 1 in the order of the first mentions, mentions lie inside
// the text, on rune boundaries and in order, and no two of them begin at one place; roles are held at entities that are there.
func checkEntities(t *testing.T, text string, es []entity.Entity) {
	t.Helper()
	boundary := make([]bool, len(text)+1)
	for i := range text {
		boundary[i] = true
	}
	boundary[len(text)] = true
	within := func(s parse.Span, words string) {
		t.Helper()
		if s.Start < 0 || s.End <= s.Start || s.End > len(text) || s.In(text) != words || !boundary[s.Start] || !boundary[s.End] {
			t.Errorf("%v is %q", s, words)
		}
	}
	taken := map[int]bool{}
	first := -1
	for i, e := range es {
		if e.ID != i+1 || e.Name == "" || e.Type.String() == "" || len(e.Mentions) == 0 || e.Roles == nil {
			t.Fatalf("entity %d: %+v", i, e)
		}
		if e.Mentions[0].Start < first {
			t.Errorf("entity %d begins before the one before it", e.ID)
		}
		first = e.Mentions[0].Start
		last := -1
		for _, m := range e.Mentions {
			within(m.Span, m.Text)
			if m.Start < last || taken[m.Start] || m.Kind.String() == "" {
				t.Errorf("mention %+v", m)
			}
			last, taken[m.Start] = m.Start, true
		}
		for _, r := range e.Roles {
			within(r.Span, r.Text)
			if r.Org < 0 || r.Org > len(es) || r.Name == "" {
				t.Errorf("role %+v", r)
			}
		}
	}
	b, err := json.Marshal(es)
	if err != nil {
		t.Fatal(err)
	}
	var back []entity.Entity
	if err := json.Unmarshal(b, &back); err != nil || utf8.ValidString(text) && !reflect.DeepEqual(es, back) {
		t.Errorf("JSON gives other entities (%v): %s", err, b)
	}
}

// TestHostile repeats what could be slow to resolve. A method that looked back without limit would not come to an end here.
func TestHostile(t *testing.T) {
	const size = 1 << 20
	for _, unit := range []string{
		"Иван Рощин ", "Иван ", "И. Рощин, ", "президент ", "президент России ", "он ", "Иван Рощин, президент «Волны». Он, ", "МИД ", "МИД (МИД) ", "«Волна» (ВЛН) ",
		"Анна-Мария-", "глава главы ", "директор «", "и. о. ", "Шанхайская организация сотрудничества (ШОС) ", "А", "Аа", "Аа ", "И ", "Россия и ",
	} {
		text := strings.Repeat(unit, size/len(unit))
		if testing.Short() {
			text = strings.Repeat(unit, 1<<14/len(unit))
		}
		checkEntities(t, text, entity.Find(parse.Text(text)))
	}
	var names strings.Builder // of many people who share their given names and surnames
	for i := range 20_000 {
		names.WriteString(name(i, "рщнвлм") + " " + name(i/100, "бвгдзк") + ", ")
	}
	checkEntities(t, names.String(), entity.Find(parse.Text(names.String())))
}

// name spells a number with the consonants.
func name(n int, consonants string) string {
	letters := []rune(consonants)
	s := "А" + string(letters[n%6])
	for n /= 6; n > 0; n /= 6 {
		s += "а" + string(letters[n%6])
	}
	return s + "ов"
}
