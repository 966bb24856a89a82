package svodka_test

import (
	"bytes"
	"flag"
	"go/ast"
	"go/build"
	"go/doc"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const module = "github.com/svodka/svodka"

// imports says what each package may import of the module, beside the packages under internal/.
var imports = map[string][]string{
	".":        {"parse", "money", "timeline", "entity", "quote"},
	"parse":    {},
	"money":    {"parse"},
	"timeline": {"parse"},
	"entity":   {"parse"},
	"quote":    {"parse", "entity"},
}

// internals says the same of the internal packages that a program links.
var internals = map[string][]string{
	"internal/lex":             {"internal/lex/opencorpora"},
	"internal/lex/opencorpora": {},
	"internal/numeral":         {"internal/lex", "parse"},
	"internal/inflect":         {"internal/lex", "parse"},
	"internal/room":            {},
	"entity/internal/ner":      {"internal/lex", "internal/room", "parse"},
}

// outside is what packages may import from other modules, tests aside.
const outside = "golang.org/x/text/"

// TestImports holds the one-way flow: text → parse → money, timeline, entity → quote → the root.
func TestImports(t *testing.T) {
	for dir, allowed := range imports {
		checkImports(t, dir, func(path string) bool {
			return slices.Contains(allowed, path) || strings.HasPrefix(path, "internal/") && path != "internal/golden" ||
				strings.HasPrefix(path, dir+"/internal/")
		})
	}
	for _, dir := range libraries(t) {
		if imports[dir] == nil && internals[dir] == nil {
			t.Errorf("nothing says what %s may import", dir)
		}
	}
	for dir, allowed := range internals {
		checkImports(t, dir, func(path string) bool { return slices.Contains(allowed, path) })
	}
}

func checkImports(t *testing.T, dir string, may func(string) bool) {
	p, err := build.ImportDir(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range p.Imports {
		inner, ours := strings.CutPrefix(path, module+"/")
		switch {
		case ours && !may(inner), path == module:
			t.Errorf("%s imports %s", dir, path)
		case !ours && strings.Contains(path, ".") && !strings.HasPrefix(path, outside):
			t.Errorf("%s imports %s", dir, path)
		}
	}
}

// TestNoInit: importing the library does no work.
func TestNoInit(t *testing.T) {
	for _, dir := range libraries(t) {
		for _, f := range parseDir(t, dir) {
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
					t.Errorf("%s has an init function", dir)
				}
			}
		}
	}
}

// TestQuiet: at run time nothing is asked of the machine, and no goroutine is started that could outlive a call.
func TestQuiet(t *testing.T) {
	banned := []string{"regexp", "os", "os/exec", "net", "net/http", "math/rand", "math/rand/v2", "log", "unsafe", "syscall", "testing"}
	for _, dir := range libraries(t) {
		set := token.NewFileSet()
		for _, f := range parseDirInto(t, set, dir) {
			for _, i := range f.Imports {
				if path, _ := strconv.Unquote(i.Path.Value); slices.Contains(banned, path) {
					t.Errorf("%s imports %s", set.Position(i.Pos()).Filename, path)
				}
			}
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.GoStmt:
					t.Errorf("%v: a goroutine", set.Position(n.Pos()))
				case *ast.SelectorExpr:
					if x, ok := n.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains([]string{"Now", "Local", "LoadLocation", "Since", "After", "Sleep"}, n.Sel.Name) {
						t.Errorf("%v: time.%s", set.Position(n.Pos()), n.Sel.Name)
					}
				}
				return true
			})
		}
	}
}

// libraries are the folders of what a user's program can link.
func libraries(t *testing.T) []string {
	seen := map[string]bool{}
	var visit func(dir string)
	visit = func(dir string) {
		if seen[dir] {
			return
		}
		seen[dir] = true
		p, err := build.ImportDir(dir, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range p.Imports {
			if inner, ours := strings.CutPrefix(path, module+"/"); ours {
				visit(inner)
			}
		}
	}
	visit(".")
	return slices.Sorted(keys(seen))
}

// TestPrintsItself: what has a place would print as its place alone, unless it says how it prints.
func TestPrintsItself(t *testing.T) {
	for dir := range imports {
		set := token.NewFileSet()
		p, err := doc.NewFromFiles(set, parseDirInto(t, set, dir), module+"/"+dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, typ := range p.Types {
			if has := slices.ContainsFunc(typ.Methods, func(f *doc.Func) bool { return f.Name == "String" && f.Level == 0 }); embedsSpan(typ) && !has {
				t.Errorf("%s.%s has a Span, and no String of its own", p.Name, typ.Name)
			}
		}
	}
}

// embedsSpan tells whether a type is a struct with a parse.Span in it that lends it its methods.
func embedsSpan(typ *doc.Type) bool {
	s, ok := typ.Decl.Specs[0].(*ast.TypeSpec).Type.(*ast.StructType)
	return ok && slices.ContainsFunc(s.Fields.List, func(f *ast.Field) bool {
		name := f.Type
		if x, ok := name.(*ast.SelectorExpr); ok {
			name = x.Sel
		}
		id, ok := name.(*ast.Ident)
		return ok && len(f.Names) == 0 && id.Name == "Span"
	})
}

// TestAPI holds the exported names against testdata/api.txt, so that each change is meant.
func TestAPI(t *testing.T) {
	var b strings.Builder
	for _, dir := range slices.Sorted(keys(imports)) {
		b.WriteString(api(t, dir))
	}
	name := filepath.Join("testdata", "api.txt")
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), b.String()); d != "" {
		t.Errorf("exported names changed; if meant, go test -run TestAPI -update (-want +got):\n%s", d)
	}
}

// api lists the exported names of a package, a line each, and fails for one that has no doc comment.
func api(t *testing.T, dir string) string {
	set := token.NewFileSet()
	p, err := doc.NewFromFiles(set, parseDirInto(t, set, dir), module+"/"+dir)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	line := func(comment string, node any, name string) {
		var out bytes.Buffer
		if err := printer.Fprint(&out, set, node); err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(out.String()), " ")
		b.WriteString(p.Name + ": " + text + "\n")
		if comment == "" {
			t.Errorf("%s.%s has no doc comment", p.Name, name)
		}
	}
	funcs := func(list []*doc.Func) {
		for _, f := range list {
			f.Decl.Body, f.Decl.Doc = nil, nil
			line(f.Doc, f.Decl, f.Name)
		}
	}
	values := func(list []*doc.Value) {
		for _, v := range list {
			for _, name := range v.Names {
				b.WriteString(p.Name + ": " + v.Decl.Tok.String() + " " + name + "\n")
			}
		}
	}
	if p.Doc == "" {
		t.Errorf("package %s has no doc comment", p.Name)
	}
	values(p.Consts)
	values(p.Vars)
	funcs(p.Funcs)
	for _, typ := range p.Types {
		for _, s := range typ.Decl.Specs {
			stripComments(s)
			line(typ.Doc, s, typ.Name)
		}
		values(typ.Consts)
		values(typ.Vars)
		funcs(typ.Funcs)
		funcs(typ.Methods)
	}
	return b.String()
}

func stripComments(n ast.Node) {
	ast.Inspect(n, func(n ast.Node) bool {
		if f, ok := n.(*ast.Field); ok {
			f.Doc, f.Comment = nil, nil
		}
		return true
	})
}

func keys[V any](m map[string]V) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func parseDir(t *testing.T, dir string) []*ast.File { return parseDirInto(t, token.NewFileSet(), dir) }

func parseDirInto(t *testing.T, set *token.FileSet, dir string) (out []*ast.File) {
	p, err := build.ImportDir(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range p.GoFiles {
		f, err := parser.ParseFile(set, filepath.Join(dir, name), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	return out
}
