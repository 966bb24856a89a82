package timeline

import (
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A zone is a time zone: a place in the table of them, or an offset in whole hours from offsetBase.
type zone int16

const (
	noZone     zone = 0
	offsetBase zone = 100
)

// zoneNames are the names in the IANA data base behind the codes of the class zone; local time has none.
var zoneNames = [...]struct{ code, name string }{
	{}, // none
	{"ALM", "Asia/Almaty"},
	{"BAK", "Asia/Baku"},
	{"BER", "Europe/Berlin"},
	{"BIS", "Asia/Bishkek"},
	{"BRU", "Europe/Brussels"},
	{"DEL", "Asia/Kolkata"},
	{"DUB", "Asia/Dubai"},
	{"EKB", "Asia/Yekaterinburg"},
	{"IRK", "Asia/Irkutsk"},
	{"IST", "Europe/Istanbul"},
	{"JER", "Asia/Jerusalem"},
	{"KAM", "Asia/Kamchatka"},
	{"KLG", "Europe/Kaliningrad"},
	{"KRS", "Asia/Krasnoyarsk"},
	{"KYIV", "Europe/Kyiv"},
	{"LAX", "America/Los_Angeles"},
	{"LOC", "local"},
	{"LON", "Europe/London"},
	{"MAG", "Asia/Magadan"},
	{"MIN", "Europe/Minsk"},
	{"MSK", "Europe/Moscow"},
	{"NSK", "Asia/Novosibirsk"},
	{"NYC", "America/New_York"},
	{"OMS", "Asia/Omsk"},
	{"PAR", "Europe/Paris"},
	{"PEK", "Asia/Shanghai"},
	{"SAM", "Europe/Samara"},
	{"SEO", "Asia/Seoul"},
	{"SYD", "Australia/Sydney"},
	{"TAS", "Asia/Tashkent"},
	{"TBI", "Asia/Tbilisi"},
	{"TEH", "Asia/Tehran"},
	{"TOK", "Asia/Tokyo"},
	{"UTC", "UTC"},
	{"VLA", "Asia/Vladivostok"},
	{"YAK", "Asia/Yakutsk"},
	{"YER", "Asia/Yerevan"},
}

// String is the name of the zone, or its offset: Europe/Moscow, +07:00, local.
func (z zone) String() string {
	if int(z) < len(zoneNames) {
		return zoneNames[z].name
	}
	h, b := int(z-offsetBase), []byte{'+'}
	if h < 0 {
		h, b[0] = -h, '-'
	}
	return string(append(append2(b, h), ":00"...))
}

// zoneOf is the zone a word names.
func zoneOf(w *lex.Word) zone {
	v, ok := w.Value(lex.Zone)
	if !ok {
		return noZone
	}
	code := lex.DecodeCode(int32(v))
	for i := range zoneNames {
		if zoneNames[i].code == code {
			return zone(i)
		}
	}
	return noZone
}

// zone reads a time zone: мск, (мск), по московскому времени, по Москве, GMT+3, МСК+4.
func (r *reader) zone(i int) (z zone, next int) {
	j := i
	if r.is(j, '(') {
		j++
	}
	by := r.key(j) == "по"
	if by {
		j++
	}
	w := r.word(j)
	if z = zoneOf(w); z == noZone {
		return noZone, i
	}
	j++
	switch {
	case r.key(j) == "времени" || r.key(j) == "время":
		j++
	case w.Can(lex.Adj) && !(by && z.String() != "local"), w.Can(lex.Place) && !by:
		return noZone, i
	case r.tok[j-1].Shape()&parse.Upper != 0 || w.Key == "мск":
		z, j = r.zoneOffset(z, j)
	}
	if r.is(i, '(') {
		if !r.is(j, ')') {
			return noZone, i
		}
		j++
	}
	return z, j
}

// zoneOffset reads the hours beside a zone: МСК+4.
func (r *reader) zoneOffset(z zone, i int) (zone, int) {
	h, size := r.number(i + 1)
	if size == 0 || h > 12 || !r.joined(i+1) || !r.is(i, '+') && !r.dash(i) {
		return z, i
	}
	if r.dash(i) {
		h = -h
	}
	if z.String() == "Europe/Moscow" {
		h += 3
	}
	return offsetBase + zone(h), i + 2
}
