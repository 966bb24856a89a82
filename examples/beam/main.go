// Command beam runs svodka as a step of an Apache Beam pipeline: JSON Lines in, JSON Lines out, as examples/jsonl, on as many
// machines as there are.
//
//	go run . -input testdata/articles.jsonl -output /tmp/annotated
//
// runs it on this machine, on Beam's local runner, Prism. README.md says how the same program goes to a cluster.
package main

import (
	"context"
	"flag"
	"log"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

func main() {
	input := flag.String("input", "", "files to read: a name or a glob; .gz files are unpacked")
	output := flag.String("output", "", "how the names of the files to write begin")
	shards := flag.Int("shards", 1, "number of files to write")
	flag.Parse()
	beam.Init() // a worker goes no further
	if *input == "" || *output == "" || *shards < 1 {
		log.Fatal("usage: beam -input GLOB -output PREFIX [-shards N]")
	}
	p, s := beam.NewPipelineWithRoot()
	build(s, *input, *output, *shards)
	if err := beamx.Run(context.Background(), p); err != nil {
		log.Fatal(err)
	}
}

// build makes the pipeline: read, spread the lines over the workers, annotate, write what is good and what is not.
func build(s beam.Scope, input, output string, shards int) {
	lines := textio.Read(s, input)
	lines = beam.Reshuffle(s, lines)
	articles, rejected := beam.ParDo2(s, annotate, lines)
	write(s.Scope("articles"), output, shards, articles)
	write(s.Scope("rejected"), output+"-rejected", 1, rejected)
}
