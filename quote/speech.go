package quote

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// An Utterance is something said or retold, whole: the pieces of one interrupted quotation joined.
type Utterance struct {
	Text        string // the words of all pieces, with a full stop between two where the author's words end a sentence
	Kind        Kind   // Direct, Fragment or Indirect
	SpeakerName string // as in Quote; "" where the text does not say
	SpeakerID   int    // the entity; 0 for none
	Evidence    Evidence
	Pieces      []Quote // at least one, in text order, with their places, the words that name the speaker and the cues
}

// String is the speaker, a colon and the words; the words alone where there is no speaker.
func (u Utterance) String() string { return attributed(u.SpeakerName, u.Text) }

func attributed(speaker, text string) string {
	if speaker == "" {
		return text
	}
	return speaker + ": " + text
}

type utteranceJSON struct {
	Text        string    `json:"text"`
	Kind        Kind      `json:"kind"`
	SpeakerName *string   `json:"speaker_name"`
	SpeakerID   *int      `json:"speaker_id"`
	Evidence    *Evidence `json:"evidence"`
	Pieces      []Quote   `json:"pieces"`
}

// MarshalJSON writes the utterance; what there is none of is null.
func (u Utterance) MarshalJSON() ([]byte, error) {
	return json.Marshal(utteranceJSON{u.Text, u.Kind, some(u.SpeakerName), some(u.SpeakerID), some(u.Evidence), append([]Quote{}, u.Pieces...)})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (u *Utterance) UnmarshalJSON(b []byte) error {
	var x utteranceJSON
	if err := json.Unmarshal(b, &x); err != nil {
		return err
	}
	*u = Utterance{x.Text, x.Kind, or(x.SpeakerName), or(x.SpeakerID), or(x.Evidence), append([]Quote{}, x.Pieces...)}
	return nil
}

// Speech is what was said or retold in a text, in its order. Quotes are those [Find] found in the text. Names and scare quotes
// are left out; so is what stands inside other speech, unless somebody else says it: the fragments of a retold clause are
// told with it. Quotes of another text do no harm, but their pieces are joined without full stops.
func Speech(text string, quotes []Quote) []Utterance {
	out := []Utterance{}
	groups := map[int]int{} // where the group's utterance is in out plus 1; 0 for one that is told inside another
	var around []*Quote     // the speech the quote at hand stands in
	for i := range quotes {
		q := &quotes[i]
		if q.Kind == Name || q.Kind == Scare {
			continue
		}
		for len(around) > 0 && around[len(around)-1].End < q.End {
			around = around[:len(around)-1]
		}
		at, known := groups[q.Group]
		switch {
		case q.Group != 0 && known:
			if at > 0 {
				out[at-1].join(text, *q)
			}
		case len(around) > 0 && !q.another(around[len(around)-1]):
			groups[q.Group] = 0
		default:
			out = append(out, Utterance{q.Text, q.Kind, q.SpeakerName, q.SpeakerID, q.Evidence, []Quote{*q}})
			groups[q.Group] = len(out)
		}
		around = append(around, q)
	}
	return out
}

// another tells whether a quote has a speaker and it is not that of the speech around it.
func (q *Quote) another(around *Quote) bool {
	if q.SpeakerID != 0 || around.SpeakerID != 0 {
		return q.Speaker != "" && q.SpeakerID != around.SpeakerID
	}
	return q.Speaker != "" && (q.SpeakerName != around.SpeakerName || q.SpeakerName == "" && q.Speaker != around.Speaker)
}

// join adds a further piece.
func (u *Utterance) join(text string, q Quote) {
	last := &u.Pieces[len(u.Pieces)-1]
	if 0 <= last.End && last.End <= q.Start && q.Start <= len(text) && stops(text[last.End:q.Start]) && !endsSentence(u.Text) {
		u.Text += "."
	}
	u.Text += " " + q.Text
	if u.SpeakerName == "" {
		u.SpeakerName, u.SpeakerID = q.SpeakerName, q.SpeakerID
	}
	u.Pieces = append(u.Pieces, q)
}

// stops tells whether the author's words between two pieces end with a full stop, dashes and marks aside.
func stops(between string) bool {
	return strings.HasSuffix(strings.TrimRight(between, " \u00a0\n\t—–-«»\"„“”"), ".")
}

// endsSentence tells whether words end with a mark that ends a sentence.
func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".?!…", r)
}
