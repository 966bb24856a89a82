package timeline

import (
	"encoding/json"
	"fmt"

	"github.com/svodka/svodka/parse"
)

// jsonMention is a mention as it is written.
type jsonMention struct {
	parse.Span
	Text  string  `json:"text"`
	Type  *string `json:"type"`
	Value *string `json:"value"`
	Mod   *string `json:"mod"`
	Zone  *string `json:"zone"`
	From  *string `json:"from"`
	To    *string `json:"to"`
}

// MarshalJSON writes the place, the text and the date, with null for what is not set.
func (m Mention) MarshalJSON() ([]byte, error) {
	from, to := m.ends()
	return json.Marshal(jsonMention{
		m.Span, m.Text, orNull(m.Type.String()), orNull(m.Value), orNull(m.Mod.String()), orNull(m.Zone), orNull(from), orNull(to),
	})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (m *Mention) UnmarshalJSON(b []byte) error {
	var j jsonMention
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	d := Date{Value: orEmpty(j.Value), Zone: orEmpty(j.Zone)}
	if err := d.Type.UnmarshalText([]byte(orEmpty(j.Type))); err != nil {
		return err
	}
	if err := d.Mod.UnmarshalText([]byte(orEmpty(j.Mod))); err != nil {
		return err
	}
	if err := d.placed(j.From, j.To); err != nil {
		return err
	}
	*m = Mention{j.Span, j.Text, d}
	return nil
}

// jsonEvent is an event as it is written.
type jsonEvent struct {
	parse.Span
	Text  string  `json:"text"`
	Value *string `json:"value"`
	From  *string `json:"from"`
	To    *string `json:"to"`
}

func (e Event) json() jsonEvent {
	from, to := e.ends()
	return jsonEvent{e.Span, e.Text, orNull(e.Value), orNull(from), orNull(to)}
}

// event is the event that was written as j. Its value tells the type.
func (j *jsonEvent) event() (Event, error) {
	d := Date{Value: orEmpty(j.Value)}
	p, _, ok := readValue(d.Value)
	switch {
	case ok:
		d.Type = p.dateType()
	case d.Value != "":
		return Event{}, fmt.Errorf("timeline: %q is no value of an event", d.Value)
	}
	err := d.placed(j.From, j.To)
	return Event{j.Span, j.Text, d}, err
}

// MarshalJSON writes the place, the text, and the value and the ends of the date, with null for what is not set.
func (e Event) MarshalJSON() ([]byte, error) { return json.Marshal(e.json()) }

// UnmarshalJSON reads what MarshalJSON writes.
func (e *Event) UnmarshalJSON(b []byte) error {
	var j jsonEvent
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	x, err := j.event()
	if err == nil {
		*e = x
	}
	return err
}

// jsonMerged is an event of a list as it is written.
type jsonMerged struct {
	jsonEvent
	List  int `json:"list"`
	Index int `json:"index"`
}

// MarshalJSON writes the event, with its list and its place there.
func (m Merged) MarshalJSON() ([]byte, error) {
	return json.Marshal(jsonMerged{m.Event.json(), m.List, m.Index})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (m *Merged) UnmarshalJSON(b []byte) error {
	var j jsonMerged
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	e, err := j.event()
	if err == nil {
		*m = Merged{e, j.List, j.Index}
	}
	return err
}

// ends are From and To as they are written: with the time of day where the value has one.
func (d *Date) ends() (from, to string) {
	if d.From.IsZero() {
		return "", ""
	}
	clock := d.Type == Time || d.From != d.From.date() || d.To != d.To.date()
	return string(d.From.append(nil, clock)), string(d.To.append(nil, clock))
}

// placed sets From and To by the value, and checks that they are what was written.
func (d *Date) placed(from, to *string) error {
	switch {
	case d.Type != 0:
		if err := d.place(); err != nil {
			return err
		}
	case d.Value != "":
		return fmt.Errorf("timeline: no type beside the value %q", d.Value)
	case d.Mod != 0:
		return fmt.Errorf("timeline: no type beside the modifier %v", d.Mod)
	case d.Zone != "":
		return fmt.Errorf("timeline: no type beside the zone %q", d.Zone)
	}
	a, b := d.ends()
	switch {
	case a == orEmpty(from) && b == orEmpty(to):
		return nil
	case d.Type == 0:
		return fmt.Errorf("timeline: from %s to %s without a value", orWord(from), orWord(to))
	}
	return fmt.Errorf("timeline: from %s to %s is not the time of %s, which is from %s to %s", orWord(from), orWord(to), d.Value, orWord(&a), orWord(&b))
}

// orWord is a moment as a message tells it.
func orWord(s *string) string {
	if s == nil || *s == "" {
		return "null"
	}
	return *s
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
