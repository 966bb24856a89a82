package lex

import (
	"strings"
	"testing"
)

// states are the codes of ISO 3166-1 of the members and observers of the United Nations, and of Taiwan.
const states = `AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU
CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM
JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG
NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ
TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW`

// Every state has an adjective, and every country a code of two letters; the form of an adjective tells the same country.
func TestCountries(t *testing.T) {
	adjective := map[string]bool{}
	for _, l := range Lemmas(Country) {
		n, _ := l.Value(Country)
		code := DecodeCode(int32(n))
		if len(code) != 2 && l.String() != "кша" {
			t.Errorf("%s has the code %q", l, code)
		}
		for _, f := range l.Forms() {
			adjective[code] = adjective[code] || f.Gram&Adj != 0
			if got, _ := word(f.Text).Value(Country); got != n {
				t.Errorf("%s of %s is of %s", f.Text, l, DecodeCode(int32(got)))
			}
		}
	}
	for code := range strings.FieldsSeq(states) {
		if !adjective[code] {
			t.Errorf("%s has no adjective", code)
		}
	}
}
