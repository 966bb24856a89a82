package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/svodka/svodka"
)

// Beam finds functions by their names on the workers; registering them also spares it reflection.
func init() {
	register.Function4x0(annotate)
	register.Emitter1[string]()
}

// Counters show in the runner's own pages.
var (
	good = beam.NewCounter("svodka", "articles")
	bad  = beam.NewCounter("svodka", "rejected")
)

// annotate is the DoFn: a line of input becomes one of output. A bad line goes to a list of its own, with the reason, so that
// one article among millions stops nothing.
func annotate(ctx context.Context, line string, emit, reject func(string)) {
	if strings.TrimSpace(line) == "" {
		return
	}
	out, err := article(line)
	if err != nil {
		bad.Inc(ctx, 1)
		why, _ := json.Marshal(map[string]string{"error": err.Error(), "line": line})
		reject(string(why))
		return
	}
	good.Inc(ctx, 1)
	emit(out)
}

// article annotates one article, as examples/jsonl does.
func article(line string) (string, error) {
	if !utf8.ValidString(line) { // encoding/json would let it pass; Parse says where and what it looks like
		_, err := svodka.Parse(line, time.Time{})
		return "", err
	}
	var in struct {
		ID        json.RawMessage
		Published *string
		Text      *string
	}
	err := json.Unmarshal([]byte(line), &in)
	if err == nil && in.Text == nil {
		err = errors.New("no text")
	}
	if err != nil {
		return "", err
	}
	var published time.Time
	if in.Published != nil {
		if published, err = svodka.ParsePublished(*in.Published); err != nil {
			return "", err
		}
	}
	a, err := svodka.Parse(*in.Text, published)
	if err != nil {
		return "", err
	}
	out, err := json.Marshal(a)
	if err != nil {
		return "", err
	}
	if in.ID == nil {
		in.ID = json.RawMessage("null")
	}
	return string(slices.Concat([]byte(`{"id":`), bytes.TrimSpace(in.ID), []byte(","), out[1:])), nil
}
