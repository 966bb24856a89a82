package entity

import (
	"strconv"
	"testing"
)

// TestTable: what was put is found, nothing else is, whatever length and last letter it has.
func TestTable(t *testing.T) {
	x := newTable[int]()
	for range 2 {
		for i := 1; i < 2000; i += 2 {
			x.put(strconv.Itoa(i), i)
		}
		x.put("", -1)
		for i := range 2000 {
			want := i % 2 * i
			if got := x.get(strconv.Itoa(i)); got != want {
				t.Errorf("get(%d) = %d, want %d", i, got, want)
			}
		}
		if x.get("") != -1 || x.get("щ") != 0 {
			t.Error("the empty key and one of another letter")
		}
		x.clear()
		if x.get("1") != 0 || x.get("") != 0 {
			t.Error("something is left in a table that was cleared")
		}
	}
}

func TestKey(t *testing.T) {
	for in, want := range map[string]string{
		"":                     "",
		"роза":                 "роза",
		"Ёлкин":                "елкин",
		"Алёхина":              "алехина",
		"ООО «Северный ветер»": "ооо северный ветер",
		"Deutsche Welle":       "deutsche welle",
		"Çelik 24":             "çelik 24",
		"Щё\xd1":               "ще\ufffd",
	} {
		if got := key(in); got != want {
			t.Errorf("key(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestFamousList: every famous name is found by its first word, in another form as well.
func TestFamousList(t *testing.T) {
	for i, list := range famousNames().names {
		for _, f := range list {
			if !ofStem(f.stems[0], f.words[0]) {
				t.Errorf("%s is no form of %s", f.words[0], f.stems[0])
			}
			if same := famousNames().of(look(f.words[0] + "ами")); len(same) == 0 || &same[0] != &list[0] {
				t.Errorf("%s is not found", f.words)
			}
		}
		if (len(list) == 0) != (i == 0) {
			t.Errorf("list %d: %v", i, list)
		}
	}
	if l := famousNames().of(look("щук")); l != nil {
		t.Errorf("щук: %v", l)
	}
}
