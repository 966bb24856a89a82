package quote

import "fmt"

// Evidence is what ties a quotation to its speaker and cue: how sure one can be of them. [Label], [Tag] and [Lead] are
// seldom wrong; [Carried] and [Repeated] rest on other sentences alone.
type Evidence uint8

// The kinds of evidence. The zero value is none: the text does not say who speaks, or nobody is quoted.
const (
	Tag       Evidence = iota + 1 // the author's words beside it: «…», — сказал N · …, сообщает N
	Lead                          // the author's words before a colon: N сказал: «…»
	Clause                        // the cue governs it as a clause: N сказал, что …
	Phrase                        // a parenthesis: по словам N, … · как отметил N, …
	Reference                     // another sentence points back at it: … . Об этом сообщил N
	Object                        // the cue governs the quoted words: N назвал это «…»
	Label                         // a name and a colon: a turn of an interview, a headline
	Carried                       // no cue: the speaker of the sentence before goes on
	Repeated                      // no cue: the same words have a speaker elsewhere in the text
)

var evidenceNames = [...]string{"", "tag", "lead", "clause", "phrase", "reference", "object", "label", "carried", "repeated"}

// String is the evidence's name in lower case; "" for none and for a value out of range.
func (e Evidence) String() string {
	if int(e) >= len(evidenceNames) {
		return ""
	}
	return evidenceNames[e]
}

// MarshalText writes what String prints.
func (e Evidence) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (e *Evidence) UnmarshalText(b []byte) error {
	for i, n := range evidenceNames {
		if n == string(b) {
			*e = Evidence(i)
			return nil
		}
	}
	return fmt.Errorf("quote: unknown evidence %q", b)
}
