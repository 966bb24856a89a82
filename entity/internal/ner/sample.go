package ner

import "github.com/svodka/svodka/parse"

// A Sample is a document as training sees it: the features of each token, and the runs that names can stand in.
type Sample struct {
	Own     [][]Feature // by token: those it has wherever it stands
	Context [][]Feature // by token: those of its place; nil outside of the runs
	Runs    [][2]int
}

// Extract reads the features of a document.
func Extract(doc *parse.Document, c Lexicon) *Sample {
	var s scene
	s.read(doc)
	n := len(doc.Tokens)
	out := &Sample{Own: make([][]Feature, n), Context: make([][]Feature, n)}
	for i := range doc.Tokens {
		out.Own[i] = appendOwn(nil, &doc.Tokens[i], c)
		s.at[i].names = namesOf(doc.Tokens[i].Word())
	}
	for first, last := s.nextRun(0); first < last; first, last = s.nextRun(last) {
		out.Runs = append(out.Runs, [2]int{first, last})
		for i := first; i < last; i++ {
			out.Context[i] = s.appendContext(nil, i, c)
		}
	}
	return out
}
