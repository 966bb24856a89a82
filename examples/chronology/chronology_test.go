package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/svodka/svodka/timeline"
)

const texts = "testdata/texts"

func output(t *testing.T, as, published string, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	if err := run(&b, names, as, published); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	const want = `14 февраля 2022 (bridge.txt)
    14 февраля подрядчик получил аванс.
3 марта 2022 (bridge.txt)
    3 марта строители забили первую сваю.
8 апреля 2022 (лента/104)
    8 апреля 2022 года Лагода вышла из берегов.
10 апреля 2022 (лента/104)
    10 апреля вода подмыла опору моста.
21 апреля 2022 (court.txt)
    21 апреля 2022 года жители Усть-Лагоды подали иск.
май 2022 (bridge.txt)
    В мае работы остановил суд.
май 2022 (court.txt)
    Через месяц суд запретил работы у берега.
… (court.txt)
    По словам истцов, запрет ни разу не проверяли.
2 мая 2022 (лента/104)
    2 мая уровень реки вернулся к норме.
30 сентября 2022 (court.txt)
    30 сентября стороны подписали мировое соглашение.
11 октября 2022 (bridge.txt)
    11 октября стройку продолжили.
17 января 2023 (court.txt)
    17 января суд закрыл дело.
`
	if d := cmp.Diff(want, output(t, "text", "", texts)); d != "" {
		t.Error(d)
	}
}

// TestJSON: the sources keep their order, and the place of an event is that in the file.
func TestJSON(t *testing.T) {
	var out struct {
		Sources []struct {
			Name      string
			Published *string
		}
		Events []timeline.Merged
	}
	files := []string{filepath.Join(texts, "court.txt"), filepath.Join(texts, "bridge.txt")}
	if err := json.Unmarshal([]byte(output(t, "json", "", files...)), &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Sources) != 2 || out.Sources[0].Name != "court.txt" || *out.Sources[0].Published != "2023-02-01T10:30:00+03:00" {
		t.Errorf("sources %+v", out.Sources)
	}
	if len(out.Events) != 9 {
		t.Fatalf("%d events", len(out.Events))
	}
	for _, e := range out.Events {
		file, err := os.ReadFile(files[e.List])
		if err != nil {
			t.Fatal(err)
		}
		if got := e.In(string(file)); got != e.Text {
			t.Errorf("at its place stands %q, not %q", got, e.Text)
		}
	}
	if got := output(t, "json", "", write1(t, "a.txt", "Мост.")); !strings.Contains(got, `"events": []`) {
		t.Errorf("got %s", got)
	}
}

func TestHTML(t *testing.T) {
	const evil = "<script>alert(1)</script>"
	name := write1(t, "<b>.txt", "Как это было:\n• 5 мая 2022 года суд решил "+evil+".\n• 6 июня 2022 года стройку продолжили.\n")
	got := output(t, "html", "", texts, name)
	for _, want := range []string{"событий: 14, статей: 5", ">30 сентября 2022</text>", "&lt;script&gt;", "<small>2022-12-30 · событий: 4</small>", ">&lt;b&gt;.txt</text>"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(got, "<script") || strings.Contains(got, "<b>") {
		t.Errorf("the text became markup:\n%s", got)
	}
	if got := output(t, "html", "", write1(t, "a.txt", "Мост.")); !strings.Contains(got, "Хронологий в статьях нет") {
		t.Errorf("got %s", got)
	}
}

// write1 makes a file and gives its name.
func write1(t *testing.T, name, text string) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// TestPublished: the article's own day goes before the flag's; without either a bare day has no year.
func TestPublished(t *testing.T) {
	const list = "Как это было:\n• 5 мая суд решил спор.\n• 6 июня стройку продолжили.\n"
	for _, c := range []struct{ first, flag, want string }{
		{"2021-12-01\n", "2019-12-01", "5 мая 2021 (a.txt)"},
		{"\ufeff2021-12-01\r\n", "", "5 мая 2021 (a.txt)"},
		{"", "2019-12-01", "5 мая 2019 (a.txt)"},
		{"", "", "… (a.txt)"},
	} {
		if got := output(t, "text", c.flag, write1(t, "a.txt", c.first+list)); !strings.HasPrefix(got, c.want+"\n") {
			t.Errorf("%q, -published %q: got %s", c.first, c.flag, got)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ as, published, name, want string }{
		{"text", "", "нет такой", "нет такой"},
		{"text", "вчера", texts, "вчера"},
		{"xml", "", texts, "xml"},
		{"text", "", write1(t, "a.txt", "\xcc\xee\xf1\xf2"), "iconv"},
		{"text", "", write1(t, "a.jsonl", "{\"text\": \"Мост\"}\n{"), "a.jsonl:2: "},
		{"text", "", write1(t, "a.jsonl", "{}"), "a.jsonl:1: no text"},
		{"text", "", write1(t, "a.jsonl", `{"text": "Мост", "published": "вчера"}`), "a.jsonl:1: svodka"},
	} {
		if err := run(new(bytes.Buffer), []string{c.name}, c.as, c.published); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
	if err := run(new(bytes.Buffer), nil, "text", ""); err == nil {
		t.Error("no files: no error")
	}
}
