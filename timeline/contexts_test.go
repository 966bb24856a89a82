package timeline

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/svodka/svodka/parse"
)

// TestContexts: an expression is found with the same value and the same words whatever stands around it. The verbs are of the past, which
// resolves what is left open; no word around can belong to an expression, and none is in a form that a number can count.
func TestContexts(t *testing.T) {
	expressions := strings.Split(`5 мая|5 мая 2021 года|5 мая 2021 г.|05.05.2021|пятого мая|5-го мая|вечером 5 мая|в мае|в мае 2021 года|в мае 2021|в мае 2021-го|в начале мая|`+
		`в мае прошлого года|в 2021 году|в 2021-м|с 2021 года|до 2021-го|за 2021 год|в прошлом году|в понедельник|во вторник|в субботу вечером|`+
		`в ночь на субботу|к понедельнику|в четверг, 5 мая|вчера|позавчера|вчера вечером|утром 5 мая|в 10:30|в 10 часов утра|около 10 утра|`+
		`летом 2021 года|прошлой зимой|осенью 2021-го|на прошлой неделе|в начале недели|в прошлом месяце|в первом квартале 2021 года|в I квартале|`+
		`во втором полугодии 2021 года|неделю назад|пять лет назад|10 лет назад|в XX веке|в начале XX века|в 1990-х|в 1990-е|в начале 1990-х|с 1990-х|`+
		`в 90-е годы|в девяностых|в девяностые|в 90-х|в 90-е|в начале 90-х|до 90-х|с 5 по 10 мая|5–10 мая|с мая по июль|в мае–июле 2021 года|в 2020–2021 годах|`+
		`с 2020 по 2021 год|с 10:00 до 18:00|за последние два года|каждую среду|ежегодно|раз в неделю|по средам|на Новый год|в День Победы`, "|")
	behind := []string{
		"завод закрыли.", "крупные заводы закрыли.", "компания «Ромашка» закрыла завод.", "Иванов закрыл завод.", "Анна Петрова закрыла завод.", "он закрыл завод.",
		"закрыли завод.", "на заводе был пожар.", "Газпром закрыл завод.", "там закрыли завод.", "не закрыли завод.", "жители области закрыли завод.", "площадь закрыли.",
		"учёные закрыли завод.", "бывший мэр закрыл завод.", "двое мужчин закрыли завод.", "Россия закрыла завод.", "цены выросли.", "всё было тихо.",
		"— так решил суд — завод закрыли.", "«Ромашка» закрылась.",
	}
	before := []string{
		"Завод закрыли ", "Цены выросли на 5% ", "Глава МВД закрыл завод ", "По словам мэра, завод закрыли ", "В Москве его закрыли ", "Суд закрыл завод — ",
		"Завод, закрытый ", "Именно ", "Он сообщил, что завод закрыли ",
	}
	show := func(text string) string {
		var b strings.Builder
		for _, m := range Find(parse.Text(text), published) {
			fmt.Fprintf(&b, "%s = %v; ", strings.ToLower(m.Text), m.Date)
		}
		return b.String()
	}
	hold := func(text, want string) {
		if got := show(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	for _, e := range expressions {
		want := show("Там " + e + " было тихо.")
		if strings.Count(want, ";") != 1 {
			t.Errorf("%s is %s", e, want)
		}
		for _, s := range behind {
			hold(capitalized(e)+" "+s, want)
			hold("Как стало известно, "+e+" "+s, want)
		}
		for _, s := range before {
			hold(s+e+", и всё стихло.", want)
		}
	}
}

func capitalized(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}
