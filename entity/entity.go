package entity

import (
	"encoding/json"
	"fmt"

	"github.com/svodka/svodka/parse"
)

// Type is what kind of thing an entity is.
type Type uint8

// The types of entities.
const (
	Person Type = iota + 1
	Org
	Place
)

var typeNames = [...]string{"", "person", "org", "place"}

// String is "person", "org" or "place"; "" for a value out of range.
func (t Type) String() string { return name(typeNames[:], uint8(t)) }

// MarshalText writes what String prints.
func (t Type) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (t *Type) UnmarshalText(b []byte) error { return unname(t, typeNames[:], b, "entity type") }

// Gender is the gender of a person, as the name and the text tell it.
type Gender uint8

// The genders; the zero value is one the text does not tell.
const (
	Male Gender = iota + 1
	Female
)

var genderNames = [...]string{"", "male", "female"}

// String is "male", "female" or "".
func (g Gender) String() string { return name(genderNames[:], uint8(g)) }

// MarshalJSON writes the gender as a string, null where it is unknown.
func (g Gender) MarshalJSON() ([]byte, error) {
	if s := g.String(); s != "" {
		return json.Marshal(s)
	}
	return []byte("null"), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (g *Gender) UnmarshalJSON(b []byte) error {
	*g = 0
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	return g.UnmarshalText([]byte(s))
}

// MarshalText writes what String prints.
func (g Gender) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (g *Gender) UnmarshalText(b []byte) error { return unname(g, genderNames[:], b, "gender") }

// MentionKind tells by what words a text speaks of an entity.
type MentionKind uint8

// The kinds of mentions.
const (
	ByName    MentionKind = iota + 1 // its name or a part of it: Владимир Путин, Путина
	ByAbbr                           // an abbreviation: ШОС
	ByPronoun                        // он, её
	ByRole                           // a post that stands for the person who holds it: президент
)

var kindNames = [...]string{"", "name", "abbr", "pronoun", "role"}

// String is "name", "abbr", "pronoun" or "role"; "" for a value out of range.
func (k MentionKind) String() string { return name(kindNames[:], uint8(k)) }

// MarshalText writes what String prints.
func (k MentionKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (k *MentionKind) UnmarshalText(b []byte) error {
	return unname(k, kindNames[:], b, "kind of mention")
}

// An Entity is a person, an organisation or a place, with all its mentions in one document.
type Entity struct {
	ID       int // from 1, in the order of the first mentions
	Type     Type
	Name     string // the fullest name in the document, in the nominative
	Gender   Gender
	Abbr     string // the abbreviation the text uses for it; "" for none
	Roles    []Role
	Mentions []Mention
}

// entityJSON is an entity as it is written.
type entityJSON struct {
	ID       int       `json:"id"`
	Type     Type      `json:"type"`
	Name     string    `json:"name"`
	Gender   Gender    `json:"gender"`
	Abbr     *string   `json:"abbr"`
	Roles    []Role    `json:"roles"`
	Mentions []Mention `json:"mentions"`
}

// MarshalJSON writes the entity; gender and abbr are null where there is none, lists never.
func (e Entity) MarshalJSON() ([]byte, error) {
	x := entityJSON{e.ID, e.Type, e.Name, e.Gender, nil, e.Roles, e.Mentions}
	if e.Abbr != "" {
		x.Abbr = &e.Abbr
	}
	x.fill()
	return json.Marshal(x)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (e *Entity) UnmarshalJSON(b []byte) error {
	var x entityJSON
	if err := json.Unmarshal(b, &x); err != nil {
		return err
	}
	x.fill()
	*e = Entity{x.ID, x.Type, x.Name, x.Gender, "", x.Roles, x.Mentions}
	if x.Abbr != nil {
		e.Abbr = *x.Abbr
	}
	return nil
}

// fill makes both lists such as are not nil.
func (x *entityJSON) fill() {
	if x.Roles == nil {
		x.Roles = []Role{}
	}
	if x.Mentions == nil {
		x.Mentions = []Mention{}
	}
}

// String is the name with the posts: Владимир Путин, президент России.
func (e Entity) String() string {
	s := e.Name
	for _, r := range e.Roles {
		s += ", " + r.Name
	}
	return s
}

// A Role is a post a person holds, with the words that say where.
type Role struct {
	parse.Span
	Text string // as it stands
	Name string // in the nominative, without the adjective of a country that Org is
	Org  int    // ID of the organisation or place it is held at; 0 where none is named
}

// String is the post in the nominative: президент России.
func (r Role) String() string { return r.Name }

type roleJSON struct {
	parse.Span
	Text string `json:"text"`
	Name string `json:"name"`
	Org  *int   `json:"org"`
}

// MarshalJSON writes the role; org is null where none is named.
func (r Role) MarshalJSON() ([]byte, error) {
	x := roleJSON{Span: r.Span, Text: r.Text, Name: r.Name}
	if r.Org != 0 {
		x.Org = &r.Org
	}
	return json.Marshal(x)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *Role) UnmarshalJSON(b []byte) error {
	var x roleJSON
	if err := json.Unmarshal(b, &x); err != nil {
		return err
	}
	*r = Role{Span: x.Span, Text: x.Text, Name: x.Name}
	if x.Org != nil {
		r.Org = *x.Org
	}
	return nil
}

// A Mention is one place where a text speaks of an entity.
type Mention struct {
	parse.Span
	Text string      `json:"text"`
	Kind MentionKind `json:"kind"`
}

// String is the words.
func (m Mention) String() string { return m.Text }

// Find finds the persons, organisations and places of a document, in the order of their first mentions.
func Find(doc *parse.Document) []Entity { return find(doc) }

func name(names []string, i uint8) string {
	if int(i) >= len(names) {
		return ""
	}
	return names[i]
}

func unname[T ~uint8](to *T, names []string, b []byte, what string) error {
	for i, n := range names {
		if n == string(b) {
			*to = T(i)
			return nil
		}
	}
	return fmt.Errorf("entity: unknown %s %q", what, b)
}
