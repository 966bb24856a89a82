// Command jsonl reads articles as JSON Lines and writes their annotations as JSON Lines.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"time"

	"github.com/svodka/svodka"
)

func main() {
	s := bufio.NewScanner(os.Stdin)
	s.Buffer(nil, 1<<28)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	for s.Scan() {
		var in struct {
			ID, Published, Text string
		}
		if err := json.Unmarshal(s.Bytes(), &in); err != nil {
			log.Fatal(err)
		}
		var t time.Time
		if in.Published != "" {
			t, _ = svodka.ParsePublished(in.Published)
		}
		a, err := svodka.Parse(in.Text, t)
		if err != nil {
			log.Fatal(err)
		}
		b, _ := json.Marshal(a)
		id, _ := json.Marshal(in.ID)
		w.WriteString(`{"id":` + string(id) + `,` + string(b[1:]) + "\n")
	}
}
