package quote_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
	"github.com/svodka/svodka/quote"
)

// TestVerbs: every verb of speech is a cue in every form that reports: past and present, masculine, feminine and plural.
func TestVerbs(t *testing.T) {
	lemmas := lex.Lemmas(lex.SpeechVerb)
	if len(lemmas) < 300 {
		t.Errorf("%d verbs", len(lemmas))
	}
	missed := map[string]bool{}
	for _, l := range lemmas {
		for _, form := range l.Forms() {
			subject := subjectOf(form.Gram)
			if subject == "" || form.Gram&(lex.Verb) == 0 {
				continue
			}
			text := "«Мост откроют весной, и мы этому рады», " + form.Text + " " + subject + "."
			q := quote.Find(parse.Text(text), nil)
			if len(q) == 0 || q[0].Kind != quote.Direct || !strings.HasPrefix(q[0].Cue, form.Text) {
				missed[l.String()+" "+form.Text] = true
			}
		}
	}
	for m := range missed {
		t.Error(m)
	}
}

// subjectOf is a subject for a form of a verb; "" for a form that takes none of the third person.
func subjectOf(g lex.Gram) string {
	switch {
	case g&(lex.Imperative|lex.P1|lex.P2) != 0 && g&lex.P3 == 0:
		return ""
	case g&lex.Past != 0 && g&lex.Neut != 0 && g&lex.Masc == 0:
		return "ведомство"
	case g&lex.Past != 0 && g&lex.Masc != 0, g&lex.P3 != 0 && g&lex.Sing != 0:
		return "прораб"
	case g&lex.Past != 0 && g&lex.Fem != 0:
		return "учительница"
	case g&lex.Past != 0 && g&lex.Plur != 0, g&lex.P3 != 0 && g&lex.Plur != 0:
		return "строители"
	}
	return ""
}

// TestNouns: every noun of speech that tells a source behind по is a cue.
func TestNouns(t *testing.T) {
	n := 0
	for _, l := range lex.Lemmas(lex.SpeechNoun) {
		v, _ := l.Value(lex.SpeechNoun)
		if !strings.Contains(lex.DecodeCode(int32(v)), "p") {
			continue
		}
		n++
		for _, form := range l.Forms() {
			if form.Gram&lex.Dat == 0 || form.Gram&lex.Plur != 0 != strings.Contains(lex.DecodeCode(int32(v)), "m") {
				continue
			}
			q := quote.Find(parse.Text("По "+form.Text+" прораба, мост откроют весной."), nil)
			if len(q) != 1 || q[0].Kind != quote.Indirect || q[0].Cue != "По "+form.Text || q[0].SpeakerName != "прораб" {
				t.Errorf("%s: %+v", form.Text, q)
			}
		}
	}
	if n < 30 {
		t.Errorf("%d nouns", n)
	}
}

// TestNoWords: a mark without its partner makes no quotation of other marks.
func TestNoWords(t *testing.T) {
	for _, text := range []string{"»» да", "Он »»» сказал", "«… да", "“”” да"} {
		for _, q := range quote.Find(parse.Text(text), nil) {
			if !strings.ContainsFunc(q.Text, unicode.IsLetter) {
				t.Errorf("%s: %q", text, q.Text)
			}
		}
	}
}
