package parse_test

import (
	"testing"

	"github.com/svodka/svodka/internal/golden"
	"github.com/svodka/svodka/parse"
)

func BenchmarkText(b *testing.B) {
	for name, text := range golden.Articles(b) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				parse.Text(text)
			}
		})
	}
}

func BenchmarkReset(b *testing.B) {
	for name, text := range golden.Articles(b) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			var doc parse.Document
			for b.Loop() {
				doc.Reset(text)
			}
		})
	}
}
