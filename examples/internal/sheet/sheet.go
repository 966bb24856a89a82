// Package sheet is what the pages of the examples share: the look, and the picture of a chronology. The pages need nothing
// but themselves: no script, no font, no network.
package sheet

import (
	_ "embed"
	"html/template"
	"io"
	"sync"
)

//go:embed sheet.html
var shared string

// A Page is the outer part of a page.
type Page struct {
	Title string // of the browser's tab
	Body  any    // what the template named body is given
}

// base defines the templates page, nodes and chronology.
var base = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("sheet").Parse(shared))
})

// Write writes a page. Body is the source of a template with the page's contents; it is given p.Body.
func Write(w io.Writer, body string, p Page) error {
	t, err := base().Clone()
	if err != nil {
		return err
	}
	if _, err := t.New("body").Parse(body); err != nil {
		return err
	}
	return t.ExecuteTemplate(w, "page", p)
}
