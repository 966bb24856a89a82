package inflect

import (
	"slices"
	"strings"
	"testing"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

func TestNominative(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Совета Безопасности России", "Совет Безопасности России"},
		{"Китайской Народной Республики", "Китайская Народная Республика"},
		{"Шанхайской организации сотрудничества", "Шанхайская организация сотрудничества"},
		{"Промышленного и коммерческого банка Китая", "Промышленный и коммерческий банк Китая"},
		{"Соединенных Штатов", "Соединенные Штаты"},
		{"Вооруженных сил Украины", "Вооруженные силы Украины"},
		{"Федеральной антимонопольной службой", "Федеральная антимонопольная служба"},
		{"Самарканде", "Самарканд"},
		{"Южными Курилами", "Южные Курилы"},
		{"президента России", "президент России"},
		{"французским президентом", "французский президент"},
		{"исполняющего обязанности министра", "исполняющий обязанности министра"},
		{"первым заместителем председателя правительства", "первый заместитель председателя правительства"},
		{"США", "США"},
		{"Организации Объединённых Наций", "Организация Объединённых Наций"},
		{"Токио", "Токио"},
		{"Новосибирском государственном университете", "Новосибирский государственный университет"},
		{"Конституционному суду", "Конституционный суд"},
		{"Лефортовским районным судом города Москвы", "Лефортовский районный суд города Москвы"},
		{"Евросоюзом", "Евросоюз"},
		{"Общественной палаты", "Общественная палата"},
		{"вице-премьера", "вице-премьер"},
		{"МИД", "МИД"},
		{"газеты «Весть»", "газета «Весть»"},
		{"ДЕПАРТАМЕНТА КУЛЬТУРЫ", "ДЕПАРТАМЕНТ КУЛЬТУРЫ"},
		{"Высшего арбитражного суда", "Высший арбитражный суд"},
		{"Древней Руси", "Древняя Русь"},
		{"новым главой банка", "новый глава банка"},
		{"прежней главой банка", "прежняя глава банка"},
		{"кандидатом-республиканцем", "кандидат-республиканец"},
		{"фотографа-любителя", "фотограф-любитель"},
		{"вице-премьером", "вице-премьер"},
		{"Северо-Кавказского округа", "Северо-Кавказский округ"},
		{"ГУ МВД", "ГУ МВД"},
		{"Аль Аине", "Аль Аин"},
		{"источника в пра\u00adвительстве", "источник в правительстве"},
	} {
		d := parse.Text(c.in)
		p := Parse(d, 0, len(d.Tokens), Context{})
		if got := p.Nominative(d); got != c.want {
			t.Errorf("%s: got %s, want %s (%v)", c.in, got, c.want, p.Gram)
		}
	}
}

func TestSingle(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"независимые депутаты Госдумы", "независимый депутат Госдумы"},
		{"известных актрис", "известная актриса"},
		{"первыми заместителями министров", "первый заместитель министров"},
		{"губернатора области", "губернатор области"},
	} {
		d := parse.Text(c.in)
		p := Parse(d, 0, len(d.Tokens), Context{})
		p.Single()
		if got := p.Nominative(d); got != c.want {
			t.Errorf("%s: got %s, want %s", c.in, got, c.want)
		}
	}
}

// TestSurname holds that a nominative in the list makes the form: of every name in each case the right one is among those offered.
func TestSurname(t *testing.T) {
	for form, want := range map[string]string{
		"веснина": "веснин", "весниной": "веснина", "станиславскому": "станиславский", "ковальчука": "ковальчук", "кравца": "кравец", "гайдая": "гайдай",
		"обаме": "обама", "данелии": "данелия", "кикабидзе": "кикабидзе", "судзуки": "судзуки", "бенуа": "бенуа", "черных": "черных", "лихим": "лихой", "нетаньяху": "нетаньяху", "дудки": "дудка",
	} {
		if !slices.ContainsFunc(Surname(nil, form), func(c Candidate) bool { return c.Key == want }) {
			t.Errorf("%s: no %s in %v", form, want, Surname(nil, form))
		}
	}
	for _, odd := range []string{"", "а", "ы", "x", "\xff", "ки", "у"} {
		Surname(nil, odd) // does not panic
	}
}

func TestContext(t *testing.T) {
	d := parse.Text("компании")
	for _, c := range []struct {
		cases lex.Gram
		want  string
	}{{0, "компания"}, {lex.Gen, "компания"}, {lex.Dat | lex.Loc, "компания"}, {lex.Nom, "компании"}} {
		p := Parse(d, 0, 1, Context{Cases: c.cases})
		if got := p.Nominative(d); got != c.want {
			t.Errorf("%v: got %s, want %s", c.cases, got, c.want)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{"Пу\u00adтин": "Путин", "и\u0306": "й", "е\u0308лка": "ёлка", "за\u0301мок": "замок", "\ufeffА": "А", "№": "№"} {
		if got := Clean(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	if got := Clean(strings.Repeat("a", 100)); len(got) != 100 {
		t.Error(got)
	}
}

// TestShapes: rules told by numbers are those that their strings tell.
func TestShapes(t *testing.T) {
	for _, stem := range []string{"рощин", "вереск", "дуд", "щу", "мороз", "гайда", "о'хара", "ли", "", "smith"} {
		for _, r := range rules {
			key, want := stem+r.ending, 0
			for _, r := range rules {
				before, ok := strings.CutSuffix(key, r.ending)
				if ok && len(before) >= 2*len("а") && (r.behind == "" || endsIn(before, r.behind)) && (r.behind != "вн" || possessive(before)) {
					want++
				}
			}
			if got := len(Surname(nil, key)); got != want {
				t.Errorf("%s: %d rules, want %d", key, got, want)
			}
		}
	}
}
