package timeline

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// finds holds the only date of a text against its words and its value.
func finds(t *testing.T, text, words, value string) {
	t.Helper()
	m := Find(parse.Text(text), published)
	if len(m) != 1 || m[0].Text != words || m[0].Value != value {
		t.Errorf("%s: found %s, want %s | %s", text, shown(m), words, value)
	}
}

// monthStems are the months without their endings; soft ones decline like январь.
var monthStems = [...]struct {
	stem, short string
	soft        bool
}{
	1: {"январ", "янв", true}, 2: {"феврал", "февр", true}, 3: {"март", "", false}, 4: {"апрел", "апр", true}, 5: {"ма", "", false}, 6: {"июн", "июн", true},
	7: {"июл", "июл", true}, 8: {"август", "авг", false}, 9: {"сентябр", "сент", true}, 10: {"октябр", "окт", true}, 11: {"ноябр", "нояб", true}, 12: {"декабр", "дек", true},
}

// monthForms are the cases of a month: nominative, genitive, dative, accusative, instrumental, locative.
func monthForms(n int) (f [6]string) {
	m := monthStems[n]
	endings := [6]string{"", "а", "у", "", "ом", "е"}
	if n == 5 {
		endings = [6]string{"й", "я", "ю", "й", "ем", "е"}
	} else if m.soft {
		endings = [6]string{"ь", "я", "ю", "ь", "ем", "е"}
		if n >= 9 || n <= 2 { // the stress is on the ending: январём
			endings[4] = "ём"
		}
	}
	for i, e := range endings {
		f[i] = m.stem + e
	}
	return f
}

// Every month in every case, behind the prepositions that take it, with the year in every form.
func TestMonths(t *testing.T) {
	for n := 1; n <= 12; n++ {
		f := monthForms(n)
		value := fmt.Sprintf("2019-%02d", n)
		for _, y := range []string{"2019 года", "2019 г.", "2019-го", "2019", "две тысячи девятнадцатого года"} {
			finds(t, "Он был там с "+f[1]+" "+y+" (долго).", f[1]+" "+y, value)
			finds(t, "Мост открыли к "+f[2]+" "+y+" (быстро).", f[2]+" "+y, value)
			finds(t, "Мост закрыли по "+f[3]+" "+y+" (жаль).", f[3]+" "+y, value)
			finds(t, "По сравнению с "+f[4]+" "+y+" (дорого).", f[4]+" "+y, value)
			finds(t, "Всё было в "+f[5]+" "+y+" (рано).", f[5]+" "+y, value)
		}
		finds(t, strings.ToUpper(f[0][:2])+f[0][2:]+" 2019 года был дождливым.", strings.ToUpper(f[0][:2])+f[0][2:]+" 2019 года", value)
		finds(t, "Снег, "+f[1]+" 2019 года.", f[1]+" 2019 года", value)
		finds(t, "Снег "+strings.ReplaceAll(f[1], "ё", "е")+"\u00a02019\u00a0года.", f[1]+"\u00a02019\u00a0года", value)
	}
}

// Every day of every month, in digits and in words.
func TestDays(t *testing.T) {
	for n := 1; n <= 12; n++ {
		f := monthForms(n)
		for d := 1; d <= 31; d++ {
			value := fmt.Sprintf("2019-%02d-%02d", n, d)
			forms := []string{
				fmt.Sprintf("%d %s 2019 года", d, f[1]),
				fmt.Sprintf("%d-го %s 2019 года", d, f[1]),
				fmt.Sprintf("%s %s 2019 года", ordinalGen(d), f[1]),
				fmt.Sprintf("%02d.%02d.2019", d, n),
				fmt.Sprintf("%02d/%02d/2019", d, n),
				fmt.Sprintf("2019-%02d-%02d", n, d),
				fmt.Sprintf("%d.%d.2019", d, n),
			}
			if s := monthStems[n].short; s != "" {
				forms = append(forms, fmt.Sprintf("%d %s. 2019 года", d, s))
			}
			for _, s := range forms {
				if validDay(2019, n, d) {
					finds(t, "Мост открыли "+s+", и всё.", s, value)
				} else if m := Find(parse.Text("Мост открыли "+s+", и всё."), published); len(m) > 0 {
					t.Errorf("%s: found %s", s, shown(m))
				}
			}
		}
	}
}

// ordinalGen is a number up to 31 in the genitive: двадцать пятого.
func ordinalGen(n int) string {
	ones := []string{"", "первого", "второго", "третьего", "четвёртого", "пятого", "шестого", "седьмого", "восьмого", "девятого", "десятого", "одиннадцатого",
		"двенадцатого", "тринадцатого", "четырнадцатого", "пятнадцатого", "шестнадцатого", "семнадцатого", "восемнадцатого", "девятнадцатого", "двадцатого"}
	switch {
	case n <= 20:
		return ones[n]
	case n == 30:
		return "тридцатого"
	case n > 30:
		return "тридцать " + ones[n-30]
	}
	return "двадцать " + ones[n-20]
}

// Every weekday in the cases that tell a day.
func TestWeekdays(t *testing.T) {
	names := [...][4]string{ // accusative, genitive, dative, dative plural
		1: {"понедельник", "понедельника", "понедельнику", "понедельникам"}, 2: {"вторник", "вторника", "вторнику", "вторникам"}, 3: {"среду", "среды", "среде", "средам"},
		4: {"четверг", "четверга", "четвергу", "четвергам"}, 5: {"пятницу", "пятницы", "пятнице", "пятницам"}, 6: {"субботу", "субботы", "субботе", "субботам"},
		7: {"воскресенье", "воскресенья", "воскресенью", "воскресеньям"},
	}
	for n := 1; n <= 7; n++ {
		f := names[n]
		last := published.AddDate(0, 0, -((5 - n + 7) % 7)) // published is a Friday
		next := published.AddDate(0, 0, (n-5+7)%7)
		finds(t, "Мост закрыли в "+f[0]+".", f[0], last.Format(time.DateOnly))
		finds(t, "Мост закрыт с "+f[1]+".", f[1], last.Format(time.DateOnly))
		finds(t, "Мост откроют к "+f[2]+".", f[2], next.Format(time.DateOnly))
		finds(t, "Мост закрывают по "+f[3]+".", f[3], "XXXX-WXX-"+strconv.Itoa(n))
		finds(t, "Мост закрыли вечером "+f[1]+".", "вечером "+f[1], last.Format(time.DateOnly)+"TEV")
	}
}

// Seasons, quarters and halves, each way they are told.
func TestPartsOfYear(t *testing.T) {
	for n, f := range [...][3]string{1: {"весной", "весны", "весне"}, {"летом", "лета", "лету"}, {"осенью", "осени", "осени"}, {"зимой", "зимы", "зиме"}} {
		if n > 0 {
			value := "2019-" + seasonNames[n]
			finds(t, "Мост построен "+f[0]+" 2019 года.", f[0]+" 2019 года", value)
			finds(t, "Мост закрыт с "+f[1]+" 2019 года.", f[1]+" 2019 года", value)
			finds(t, "Мост построен к "+f[2]+" 2019 года.", f[2]+" 2019 года", value)
		}
	}
	for n, f := range [...][3]string{1: {"первом", "I", "1-м"}, {"втором", "II", "2-м"}, {"третьем", "III", "3-м"}, {"четвёртом", "IV", "4-м"}} {
		for _, s := range f {
			if n > 0 {
				finds(t, "Рост был в "+s+" квартале 2019 года.", s+" квартале 2019 года", fmt.Sprintf("2019-Q%d", n))
			}
			if n == 1 || n == 2 {
				finds(t, "Рост был в "+s+" полугодии 2019 года.", s+" полугодии 2019 года", fmt.Sprintf("2019-H%d", n))
			}
		}
	}
}

// Years and centuries: every one from 1900 in words, every century up to the thirtieth in Roman digits.
func TestYears(t *testing.T) {
	for y := 1901; y < 2030; y++ {
		for _, s := range []string{"%d году", "%d г.", "%d-м году", "%d-м"} {
			s = fmt.Sprintf(s, y)
			finds(t, "Мост построен в "+s+" — так говорят.", s, strconv.Itoa(y))
		}
		finds(t, fmt.Sprintf("Архитектор (%d—%d) строил мосты.", y-100, y), fmt.Sprintf("%d—%d", y-100, y), fmt.Sprintf("%d/%d", y-100, y))
	}
	for n, s := range []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI", "XXII"} {
		if n > 0 {
			finds(t, "Мост построен в "+s+" веке.", s+" веке", fmt.Sprintf("%02d", n-1))
		}
	}
	for d := 10; d <= 90; d += 10 {
		finds(t, fmt.Sprintf("Мост построен в 19%d-х годах.", d), fmt.Sprintf("19%d-х годах", d), fmt.Sprintf("19%d", d/10))
		decade := 190 + d/10
		if d <= 20 { // the last ones that have come
			decade += 10
		}
		finds(t, fmt.Sprintf("Мост построен в %d-е годы.", d), fmt.Sprintf("%d-е годы", d), strconv.Itoa(decade))
	}
}

// unitForms are the forms behind 1, 2 and 5.
var unitForms = [...]struct {
	unit  unit
	forms [3]string
	value string
}{
	{second, [3]string{"секунду", "секунды", "секунд"}, "PT%dS"},
	{minute, [3]string{"минуту", "минуты", "минут"}, "PT%dM"},
	{hour, [3]string{"час", "часа", "часов"}, "PT%dH"},
	{day, [3]string{"день", "дня", "дней"}, "P%dD"},
	{week, [3]string{"неделю", "недели", "недель"}, "P%dW"},
	{month, [3]string{"месяц", "месяца", "месяцев"}, "P%dM"},
	{year, [3]string{"год", "года", "лет"}, "P%dY"},
	{century, [3]string{"век", "века", "веков"}, "P%d00Y"},
}

// Every unit behind every number up to 60, in digits and in words; ago and hence.
func TestUnits(t *testing.T) {
	words := []string{"", "", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать", "двенадцать"}
	for _, u := range unitForms {
		for n := 2; n <= 60; n++ {
			form := u.forms[2]
			if k := n % 10; n/10 != 1 && k == 1 {
				form = u.forms[0]
			} else if n/10 != 1 && k >= 2 && k <= 4 {
				form = u.forms[1]
			}
			if u.unit == century && n == 21 { // 21 век is the one that began in 2001
				continue
			}
			s := fmt.Sprintf("%d %s", n, form)
			finds(t, "Мост строили "+s+".", s, fmt.Sprintf(u.value, n))
			if n < len(words) {
				w := words[n]
				if n == 2 && strings.HasSuffix(u.forms[0], "у") || n == 2 && strings.HasSuffix(u.forms[0], "ю") {
					w = "две"
				}
				finds(t, "Мост строили "+w+" "+form+".", w+" "+form, fmt.Sprintf(u.value, n))
			}
			if u.unit >= day {
				p := pointAt(momentOf(published).plus(-n, u.unit), u.unit)
				finds(t, "Мост построили "+s+" назад.", s+" назад", string(p.append(nil)))
				p = pointAt(momentOf(published).plus(n, u.unit), u.unit)
				finds(t, "Мост построят через "+s+".", "через "+s, string(p.append(nil)))
			}
		}
	}
}

// Every hour that is half gone, in one word and in two.
func TestHalfHours(t *testing.T) {
	for i, h := range [...]string{"первого", "второго", "третьего", "четвёртого", "пятого", "шестого", "седьмого", "восьмого", "девятого",
		"десятого", "одиннадцатого", "двенадцатого"} {
		want := fmt.Sprintf("2022-12-30T%02d:30", i)
		for _, half := range []string{"пол", "пол-", "половине "} {
			finds(t, "Мост закрыли в "+half+h+".", half+h, want)
		}
	}
}

// Orthodox Easter of sixty years, as the Russian church keeps it; the last figure of a date is its month.
const easters = `1970 26.4 18.4 9.4 29.4 14.4 4.5 25.4 10.4 30.4 22.4
1980 6.4 26.4 18.4 8.5 22.4 14.4 4.5 19.4 10.4 30.4
1990 15.4 7.4 26.4 18.4 1.5 23.4 14.4 27.4 19.4 11.4
2000 30.4 15.4 5.5 27.4 11.4 1.5 23.4 8.4 27.4 19.4
2010 4.4 24.4 15.4 5.5 20.4 12.4 1.5 16.4 8.4 28.4
2020 19.4 2.5 24.4 16.4 5.5 20.4 12.4 2.5 16.4 8.4`

func TestEaster(t *testing.T) {
	for line := range strings.Lines(easters) {
		f := strings.Fields(line)
		y, _ := strconv.Atoi(f[0])
		for i, s := range f[1:] {
			if m := easter(y + i); fmt.Sprintf("%d.%d", m.Day, m.Month) != s {
				t.Errorf("%d: %v, want %s", y+i, m, s)
			}
		}
	}
	for y := 1900; y < 2100; y++ { // a Sunday after the spring equinox of the Julian calendar
		m := easter(y)
		if first, last := (Moment{y, 4, 3, 0, 0}), (Moment{y, 5, 9, 0, 0}); m.weekday() != 7 || m.before(first) || last.before(m) {
			t.Errorf("%d: %v", y, m)
		}
	}
}

// Every holiday called День …, with its year.
func TestFeasts(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range feasts {
		if seen[f.tail] {
			t.Errorf("день %s twice", f.tail)
		}
		seen[f.tail] = true
		name := "День " + strings.ReplaceAll(f.tail, " , ", ", ") + " 2019 года"
		day, _ := f.rule.in(2019)
		finds(t, "Так было и в "+name+".", name, day.String())
	}
	for text, want := range map[string]string{
		"День матери": "2019-11-24", "День благодарения": "2019-11-28", "День шахтера": "2019-08-25", "День медика": "2019-06-16", "День учителя": "2019-10-05",
	} {
		finds(t, "Так было и в "+text+" 2019 года.", text+" 2019 года", want)
	}
}

// Every word of the class holiday that names a day by itself, in the dative.
func TestHolidayWords(t *testing.T) {
	for text, want := range map[string]string{
		"Рождеству": "2019-01-07", "Крещению": "2019-01-19", "Первомаю": "2019-05-01", "Хеллоуину": "2019-10-31", "Пасхе": "2019-04-28", "Троице": "2019-06-16",
		"Сочельнику": "2019-01-06", "Новому году": "", "Старому Новому году": "",
	} {
		if want != "" {
			finds(t, "Так было и к "+text+" 2019 года.", text+" 2019 года", want)
		} else if m := Find(parse.Text("Мост откроют к "+text+"."), published); len(m) != 1 || m[0].From.Month != 1 || m[0].Text != text {
			t.Errorf("%s: %s", text, shown(m))
		}
	}
}

// Every time zone of the table is named by a word, and the table is in order.
func TestZones(t *testing.T) {
	adjectives := map[string]string{
		"ALM": "алматинскому", "BAK": "бакинскому", "BER": "берлинскому", "BIS": "бишкекскому", "BRU": "брюссельскому", "DEL": "делийскому", "DUB": "дубайскому",
		"EKB": "екатеринбургскому", "IRK": "иркутскому", "IST": "стамбульскому", "JER": "иерусалимскому", "KAM": "камчатскому", "KLG": "калининградскому",
		"KRS": "красноярскому", "KYIV": "киевскому", "LAX": "тихоокеанскому", "LOC": "местному", "LON": "лондонскому", "MAG": "магаданскому", "MIN": "минскому",
		"MSK": "московскому", "NSK": "новосибирскому", "NYC": "вашингтонскому", "OMS": "омскому", "PAR": "парижскому", "PEK": "пекинскому", "SAM": "самарскому",
		"SEO": "сеульскому", "SYD": "сиднейскому", "TAS": "ташкентскому", "TBI": "тбилисскому", "TEH": "тегеранскому", "TOK": "токийскому",
		"VLA": "владивостокскому", "YAK": "якутскому", "YER": "ереванскому",
	}
	check := func(words, zone string) {
		t.Helper()
		m := Find(parse.Text("Взрыв был 5 мая в 14:30 "+words+"."), published)
		if len(m) != 1 || m[0].Zone != zone || !strings.HasSuffix(m[0].Text, words) {
			t.Errorf("%s: %s, want %s", words, shown(m), zone)
		}
	}
	for i, z := range zoneNames {
		if i > 1 && zoneNames[i-1].code >= z.code {
			t.Errorf("%s is out of order", z.code)
		}
		if _, err := time.LoadLocation(z.name); err != nil && z.name != "local" {
			t.Error(err)
		}
		if a := adjectives[z.code]; a != "" {
			check("по "+a+" времени", z.name)
		} else if i > 0 && z.code != "UTC" {
			t.Errorf("no adjective of %s", z.code)
		}
	}
	for words, zone := range map[string]string{
		"мск": "Europe/Moscow", "МСК": "Europe/Moscow", "по Москве": "Europe/Moscow", "(мск)": "Europe/Moscow", "по Гринвичу": "UTC", "UTC": "UTC", "GMT": "UTC",
		"GMT+3": "+03:00", "МСК+4": "+07:00", "UTC-5": "-05:00", "UTC−5": "-05:00", "по Киеву": "Europe/Kyiv",
	} {
		check(words, zone)
	}
}

// Every class of words the package reads has a word in each of its values: what is taken out of the word table is missed here.
func TestVocabulary(t *testing.T) {
	for c, words := range map[lex.Class]string{
		lex.Edge:     "начало середина конец",
		lex.RelDay:   "позавчера вчера сегодня завтра послезавтра накануне вчерашний сегодняшний завтрашний",
		lex.RelAdj:   "позапрошлый прошлый минувший прошедший истекший этот текущий нынешний уходящий наступивший следующий будущий грядущий предстоящий наступающий ближайший последующий предыдущий предшествующий тот последний прошлогодний",
		lex.Repeat:   "ежеминутно ежечасно ежедневно ежесуточно еженедельно ежемесячно ежеквартально ежегодно ежегодный",
		lex.Nowadays: "недавно сейчас теперь ныне нынче время момент пора",
		lex.DayPart:  "утро утром днем вечер вечером ночь ночью полдень полночь",
		lex.TimeUnit: "секунда минута полминуты час полчаса день сутки неделя месяц квартал полугодие год полгода десятилетие век столетие полвека тысячелетие выходной уик-энд",
	} {
		for w := range strings.FieldsSeq(words) {
			doc := parse.Text(w)
			if len(doc.Tokens) != 1 || !doc.Tokens[0].Word().Is(c) {
				t.Errorf("%s is not of its class", w)
			}
		}
	}
}
