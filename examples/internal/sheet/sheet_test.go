package sheet

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/svodka/svodka/timeline"
)

func date(t *testing.T, s string) timeline.Date {
	t.Helper()
	d, err := timeline.Parse(s, time.Date(2023, 3, 15, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWhen(t *testing.T) {
	for in, want := range map[string]string{
		"5 мая 2022 года":              "5 мая 2022",
		"весной 2025 года":             "1 марта – 31 мая 2025",
		"зимой 2022 года":              "1 декабря 2022 – 28 февраля 2023",
		"в марте 2023 года":            "март 2023",
		"2026 год":                     "2026 год",
		"в 44 году до нашей эры":       "44 до н. э. год",
		"с января по ноябрь 2018 года": "1 января – 30 ноября 2018",
		"19 января 2022 года в 10:30":  "19 января 2022, 10:30",
		"утром 5 мая 2022 года":        "5 мая 2022, 06:00–12:00",
		"полтора года":                 "",
		"недавно":                      "",
	} {
		if got := When(date(t, in)); got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

func TestDraw(t *testing.T) {
	if Draw(nil) != nil {
		t.Error("a picture of nothing")
	}
	long := strings.Repeat("слово ", 100) + strings.Repeat("а", 200)
	c := Draw([]Event{
		{Date: date(t, "5 мая 2022 года"), Text: long, Source: "один.txt"},
		{Text: strings.Repeat("б", 100)},
		{Date: date(t, "5 мая 2022 года"), Text: ""},
		{Date: date(t, "6 мая 2022 года"), Text: "Мост"},
		{Date: date(t, "2024 год"), Text: "Мост"},
	})
	if len(c.Events) != 5 || len(c.Gaps) != 1 || c.Gaps[0].Text != "спустя 20 мес." {
		t.Errorf("got %+v", c)
	}
	at := 0
	for _, e := range c.Events {
		if e.Y <= at {
			t.Errorf("dot at %d, text before it to %d", e.Y, at)
		}
		at = e.foot()
		if len(e.Lines) > most {
			t.Errorf("%d lines", len(e.Lines))
		}
		for _, l := range e.Lines {
			if n := len([]rune(l.Text)); n > wide {
				t.Errorf("%d letters in %q", n, l.Text)
			}
		}
	}
	if c.Foot != c.Events[4].Y || c.Height <= at {
		t.Errorf("got %+v", c)
	}
}

func TestWrap(t *testing.T) {
	lines := wrap(strings.Repeat("слово ", 100))
	if len(lines) != most || !strings.HasSuffix(lines[most-1], " …") {
		t.Errorf("got %q", lines)
	}
	if got := wrap(" один\n два "); len(got) != 1 || got[0] != "один два" {
		t.Errorf("got %q", got)
	}
}

// TestContrast: in light and in dark, every colour is readable (4.5 by WCAG 2.2) on the page, on a card and on a quotation inside
// another.
func TestContrast(t *testing.T) {
	for _, block := range regexp.MustCompile(`:root \{([^}]*)\}`).FindAllStringSubmatch(shared, -1) {
		colour := map[string][3]float64{}
		for _, m := range regexp.MustCompile(`--(\w+): #(\w{6}|\w{3});`).FindAllStringSubmatch(block[1], -1) {
			colour[m[1]] = rgb(t, m[2])
		}
		marked := mix(colour["ground"], colour["speech"], 0.12)
		grounds := map[string][3]float64{"ground": colour["ground"], "paper": colour["paper"], "quotation": marked, "quotation in another": mix(marked, colour["speech"], 0.12)}
		for _, name := range []string{"ink", "quiet", "money", "date", "person", "org", "place"} {
			for on, ground := range grounds {
				if c := contrast(colour[name], ground); c < 4.5 && !(name == "quiet" && strings.Contains(on, "in")) {
					t.Errorf("%s on %s: %.2f in%s", name, on, c, block[1])
				}
			}
		}
	}
}

func rgb(t *testing.T, hex string) (c [3]float64) {
	if len(hex) == 3 {
		hex = fmt.Sprintf("%c%[1]c%c%[2]c%c%[3]c", hex[0], hex[1], hex[2])
	}
	for i := range c {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c[i] = float64(n) / 255
	}
	return c
}

func mix(a, b [3]float64, part float64) (c [3]float64) {
	for i := range c {
		c[i] = a[i]*(1-part) + b[i]*part
	}
	return c
}

func contrast(a, b [3]float64) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c [3]float64) (l float64) {
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v := c[i]
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		l += weight * v
	}
	return l
}
