package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/svodka/svodka/entity/internal/ner"
	"github.com/svodka/svodka/parse"
)

// A name is a stretch of bytes and the label that begins it.
type name struct {
	parse.Span
	label ner.Label
}

// A text is a document to train on or to measure by.
type text struct {
	id     string
	doc    *parse.Document
	sample *ner.Sample
	names  []name        // what is right, to measure by
	copies []*text       // see augment
	gold   bool          // labels are right
	hints  []ner.Label   // natasha's labels, by token
	labels [][]ner.Label // what is right, by token; several where opinions differ
}

// record is a line of the corpora and of natasha's labels.
type record struct {
	ID, Text string
	Entities []struct {
		parse.Span
		Type  string
		Parts []struct {
			parse.Span
			Type string
		}
	}
}

func readRecords(path string) ([]record, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []record
	for d := json.NewDecoder(bufio.NewReader(f)); d.More(); {
		var r record
		if err := d.Decode(&r); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, r)
	}
	return out, nil
}

// labelOf is the label of the corpora's types and of natasha's.
func labelOf(typ string) (ner.Label, bool) {
	switch typ {
	case "Person", "PERSON", "person":
		return ner.PersonBegin, true
	case "Org", "ORGANIZATION", "org":
		return ner.OrgBegin, true
	case "Location", "LocOrg", "COUNTRY", "CITY", "STATE_OR_PROVINCE", "DISTRICT", "LOCATION", "place":
		return ner.PlaceBegin, true
	}
	return 0, false
}

// namesOf are the names of a record. Of factRuEval's places and organisations those parts count that are names.
func namesOf(r record) (out []name) {
	for _, e := range r.Entities {
		l, ok := labelOf(e.Type)
		if !ok {
			continue
		}
		if e.Type != "Org" && e.Type != "Location" && e.Type != "LocOrg" {
			out = append(out, name{e.Span, l})
			continue
		}
		var parts []name
		for _, p := range e.Parts {
			if p.Type == "org_name" && l == ner.OrgBegin || p.Type == "loc_name" && l == ner.PlaceBegin {
				parts = append(parts, name{p.Span, l})
			}
		}
		out = append(out, longest(parts)...)
	}
	return out
}

// longest drops what overlaps a longer or an earlier name.
func longest(names []name) (out []name) {
	names = slices.Clone(names)
	slices.SortStableFunc(names, func(a, b name) int { return cmp.Or(a.Start-b.Start, b.End-a.End, int(a.label)-int(b.label)) })
	last := -1
	for _, n := range names {
		if n.Start >= last {
			out = append(out, n)
			last = n.End
		}
	}
	return out
}

// A corpus is all that training and measuring read.
type corpus struct {
	gold   []*text // factRuEval's development set
	silver []*text // texts that natasha labelled
	unseen []*text // NEREL's development set: for measuring alone
}

func readCorpus(dir, hints string) (*corpus, error) {
	var c corpus
	var err error
	if c.gold, err = readTexts(filepath.Join(dir, "factru-devset.jsonl"), hints); err != nil {
		return nil, err
	}
	if c.silver, err = readTexts(filepath.Join(dir, "nerel-train.jsonl"), filepath.Join(dir, "nerel-silver.jsonl")); err != nil {
		return nil, err
	}
	for _, t := range c.gold {
		t.gold = true
	}
	for _, t := range c.silver {
		t.labels = [][]ner.Label{t.hints} // NEREL's own, in names, only measure
	}
	return &c, nil
}

// readTexts reads texts with what is right in them; hints is a file with natasha's labels for them.
func readTexts(path, hints string) ([]*text, error) {
	records, err := readRecords(path)
	if err != nil {
		return nil, err
	}
	byID := map[string]record{}
	if hints != "" {
		list, err := readRecords(hints)
		if err != nil {
			return nil, err
		}
		for _, r := range list {
			byID[r.ID] = r
		}
	}
	var out []*text
	for _, r := range records {
		t := &text{id: r.ID, doc: parse.Text(r.Text), names: namesOf(r)}
		t.labels = [][]ner.Label{t.labelTokens(longest(t.names))}
		if hints != "" {
			h, ok := byID[r.ID]
			if !ok {
				return nil, fmt.Errorf("%s: no labels for %s", hints, r.ID)
			}
			t.hints = t.labelTokens(longest(namesOf(h)))
		}
		out = append(out, t)
	}
	return out, nil
}

// labelTokens turns names that do not overlap into the labels of tokens. Quotation marks and brackets are never a name's.
func (t *text) labelTokens(names []name) []ner.Label {
	toks := t.doc.Tokens
	out := make([]ner.Label, len(toks))
	k := 0
	for _, n := range names {
		for k < len(toks) && toks[k].End() <= n.Start {
			k++
		}
		l := n.label
		for ; k < len(toks) && toks[k].Start() < n.End; k++ {
			if ner.Divides(&toks[k]) {
				l = n.label
				continue
			}
			out[k] = l
			l = n.label + 1
		}
	}
	return out
}

// extract reads the features of a text, and begins a name anew where a run of tokens cuts it.
func (t *text) extract(x ner.Lexicon) {
	t.sample = ner.Extract(t.doc, x)
	for _, labels := range t.labels {
		for _, r := range t.sample.Runs {
			before := ner.None
			for i := r[0]; i < r[1]; i++ {
				if !labels[i].Follows(before) {
					labels[i] = labels[i].Begin()
				}
				before = labels[i]
			}
		}
	}
}
