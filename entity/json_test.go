package entity_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"github.com/svodka/svodka/entity"
	"github.com/svodka/svodka/parse"
)

// What there is none of is null, but for lists; what was left out of the JSON is read so too.
func TestEntityJSON(t *testing.T) {
	const bare = `{"id":1,"type":"place","name":"Лагода","gender":null,"abbr":null,"roles":[],"mentions":[]}`
	b, err := json.Marshal(entity.Entity{ID: 1, Type: entity.Place, Name: "Лагода"})
	if err != nil || string(b) != bare {
		t.Errorf("got %s, %v", b, err)
	}
	for _, s := range []string{bare, `{"id":1,"type":"place","name":"Лагода"}`, `{"id":1,"type":"place","name":"Лагода","roles":null,"mentions":null}`} {
		var e entity.Entity
		want := entity.Entity{ID: 1, Type: entity.Place, Name: "Лагода", Roles: []entity.Role{}, Mentions: []entity.Mention{}}
		if err := json.Unmarshal([]byte(s), &e); err != nil || !reflect.DeepEqual(e, want) {
			t.Errorf("%s is read as %#v, %v", s, e, err)
		}
	}
	full := entity.Entity{ID: 2, Type: entity.Org, Name: "Партия", Gender: entity.Female, Abbr: "П", Roles: []entity.Role{{Text: "а", Name: "б", Org: 1}},
		Mentions: []entity.Mention{{Span: parse.Span{Start: 1, End: 3}, Text: "П", Kind: entity.ByAbbr}}}
	var back entity.Entity
	if b, err = json.Marshal(full); err != nil || json.Unmarshal(b, &back) != nil || !reflect.DeepEqual(full, back) {
		t.Errorf("%s comes back as %#v, %v", b, back, err)
	}
	if json.Unmarshal([]byte(`{"id":"1"}`), &back) == nil || !reflect.DeepEqual(full, back) {
		t.Errorf("an ID that is no number is read: %#v", back)
	}
}

// A gender is text too, as the key of a map.
func TestGenderText(t *testing.T) {
	m := map[entity.Gender]int{0: 1, entity.Male: 2, entity.Female: 3}
	b, err := json.Marshal(m)
	if err != nil || string(b) != `{"":1,"female":3,"male":2}` {
		t.Errorf("%s, %v", b, err)
	}
	var back map[entity.Gender]int
	if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(m, back) {
		t.Errorf("%v, %v", back, err)
	}
	if new(entity.Gender).UnmarshalText([]byte("neuter")) == nil || new(entity.Gender).UnmarshalJSON([]byte(`"neuter"`)) == nil {
		t.Error("read an unknown gender")
	}
}

func TestStrings(t *testing.T) {
	r := entity.Role{Text: "Президента России", Name: "президент России", Org: 2}
	m := entity.Mention{Text: "Путина", Kind: entity.ByName}
	if got := fmt.Sprint([]entity.Role{r}, " ", m); got != "[президент России] Путина" {
		t.Errorf("got %s", got)
	}
}
