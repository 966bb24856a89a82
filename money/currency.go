package money

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/currency"

	"github.com/svodka/svodka/internal/lex"
)

// A Currency is the ISO 4217 code of a currency, or the three or four letters a cryptocurrency is traded by; "" where a text
// does not settle which it is.
type Currency string

// String is the code.
func (c Currency) String() string { return string(c) }

// UnmarshalText reads three or four capital letters, or none.
func (c *Currency) UnmarshalText(b []byte) error {
	capital := func(r rune) bool { return 'A' <= r && r <= 'Z' }
	if n := len(b); n != 0 && n != 3 && n != 4 || strings.TrimFunc(string(b), capital) != "" {
		return fmt.Errorf("money: %q is no code of a currency", b)
	}
	*c = Currency(b)
	return nil
}

// Unit is the currency as package currency of golang.org/x/text knows it; ok is false for one that package lacks, such as
// a cryptocurrency.
func (c Currency) Unit() (unit currency.Unit, ok bool) {
	unit, err := currency.ParseISO(string(c))
	return unit, err == nil
}

// Name is the Russian name in the nominative: белорусский рубль. It is the code where this package has no name for it.
func (c Currency) Name() string {
	if i, ok := codeIndex(string(c)); ok && codes[i].name != "" {
		return codes[i].name
	}
	return string(c)
}

// Digits is how many decimals the currency's minor unit has by ISO 4217: 2 for a cent; ok is false where it gives none.
func (c Currency) Digits() (n int, ok bool) {
	if i, ok := codeIndex(string(c)); ok && codes[i].digits >= 0 {
		return int(codes[i].digits), true
	}
	return 0, false
}

// codeOf is the currency whose code a value of lex.Currency packs; "" for none of the table.
func codeOf(value int32) Currency {
	b := [4]byte{byte(value >> 24), byte(value >> 16), byte(value >> 8), byte(value)}
	if b[0] == 0 {
		return known(string(b[1:]))
	}
	return known(string(b[:]))
}

func codeIndex(s string) (i int, ok bool) {
	lo, hi := 0, len(codes)
	for lo < hi {
		if m := int(uint(lo+hi) / 2); codes[m].code < s {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo, lo < len(codes) && codes[lo].code == s
}

// known is the code as a Currency that lives as long as the program; "" for none of the table.
func known(s string) Currency {
	if s == "RUR" { // the ruble's code until 1998, and a habit since
		s = "RUB"
	}
	if i, ok := codeIndex(s); ok {
		return Currency(codes[i].code)
	}
	return ""
}

// wordlike are the codes that Latin words and names look like: PHP 7, TOP 500, AMD. They count behind a scale alone.
const wordlike = " ADA ALL AMD ANG BAM BOB CAD CHE CLF COP COU CUP DASH DOT DOP ERN ETB GEL GMD INR LAK LSL MAD MOP MUR NIO PAB PEN PHP SAR SDG " +
	"SOL SOS SRD SSP SUR TND TON TOP TRX TRY VED XAD XXX YER "

func isWordlike(code string) bool {
	i := strings.Index(wordlike, code)
	return i > 0 && wordlike[i-1] == ' ' && wordlike[i+len(code)] == ' '
}

// A noun is the name of several currencies, or one that means other things too.
type noun struct {
	name   string // as in words/currency.txt
	usual  string // what it means where nothing tells: a code, or ""
	codes  string // those it can be; a code begins with its country's
	traits trait
}

type trait uint8

const (
	near   trait = 1 << iota // the country it was said with in the paragraph, or else one named there, tells whose it is
	unsure                   // it is money only behind a scale, or with its country
	minor                    // a minor unit: the other sums of the paragraph tell whose
	slang                    // it is money only in quotation marks, or where it stands behind a scale and before no noun
)

// nouns are in the order of their names.
var nouns = [...]noun{
	{"bat", "THB", "THB", near | unsure},
	{"bil", "RUB", "RUB", 0},
	{"cnt", "", "USD EUR CAD AUD NZD HKD SGD ZAR TWD", near | minor},
	{"col", "", "CRC SVC", near | unsure},
	{"ctv", "", "BRL MXN ARS CLP COP PTE", near | minor},
	{"der", "RUB", "RUB", slang},
	{"din", "", "RSD KWD IQD JOD BHD LYD TND DZD YUM", near},
	{"dir", "AED", "AED MAD", near},
	{"dob", "STN", "STN", near | unsure},
	{"dol", "USD", "USD AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD ZWL", 0},
	{"dra", "AMD", "AMD", near | unsure},
	{"esc", "", "PTE CVE", near},
	{"fil", "", "KWD IQD JOD BHD AED", near | minor},
	{"flo", "", "AWG", near},
	{"frk", "", "CHF FRF BEF LUF BIF CDF DJF GNF KMF RWF", near},
	{"gua", "PYG", "PYG", near | unsure},
	{"gul", "NLG", "NLG", near},
	{"kin", "PGK", "PGK", near | unsure},
	{"kip", "LAK", "LAK", near | unsure},
	{"kop", "RUB", "RUB BYN UAH", near | minor},
	{"kor", "NIO", "NIO", near | unsure},
	{"krn", "", "SEK NOK DKK ISK CZK EEK SKK CSK", near},
	{"kwa", "", "ZMW MWK", near},
	{"lat", "LVL", "LVL", near | unsure},
	{"lei", "", "RON MDL", near},
	{"lek", "ALL", "ALL", near | unsure},
	{"lir", "", "TRY ITL MTL LBP SYP", near},
	{"lit", "LTL", "LTL", near | unsure},
	{"man", "", "AZN TMT", near},
	{"mrk", "DEM", "DEM FIM DDM BAM", near | unsure},
	{"ore", "", "SEK NOK DKK", near | minor},
	{"pes", "", "MXN ARS CLP COP CUP DOP PHP UYU", near},
	{"pnd", "GBP", "GBP EGP LBP SYP SDG SSP FKP GIP IEP CYP", near},
	{"pul", "BWP", "BWP", near | unsure},
	{"rea", "BRL", "BRL", near | unsure},
	{"ria", "", "IRR OMR QAR SAR YER", near},
	{"rub", "RUB", "RUB BYN", near},
	{"rup", "INR", "INR IDR LKR MUR NPR PKR SCR", near},
	{"shl", "", "KES UGX TZS SOS ATS GBP", near},
	{"snt", "", "CHF FRF BEF LUF", near | minor},
	{"sol", "PEN", "PEN", near | unsure},
	{"som", "KGS", "KGS", near | unsure},
	{"tak", "BDT", "BDT", near | unsure},
	{"tal", "WST", "WST", near | unsure},
	{"won", "KRW", "KRW KPW", near},
	{"yen", "JPY", "JPY CNY", near},
	{"zel", "USD", "USD", slang},
}

// nounOf is the noun of a value of lex.Currency; nil where the value is a code.
func nounOf(value int32) *noun {
	if value>>16&0xFF < 'a' {
		return nil
	}
	lo, hi := 0, len(nouns)
	for lo < hi {
		if m := int(uint(lo+hi) / 2); lex.Code(nouns[m].name) < value {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == len(nouns) || lex.Code(nouns[lo].name) != value {
		return nil
	}
	return &nouns[lo]
}

// of is the currency of that name in a country; "" for none. The country is two letters packed by lex.Code.
func (n *noun) of(country int32) Currency {
	if n == nil {
		return ""
	}
	if country == lex.Code("SU") && n.name == "rub" {
		return "RUB" // so are historic rubles
	}
	for i := 0; i+3 <= len(n.codes); i += 4 {
		if lex.Code(n.codes[i:i+2]) == country {
			return known(n.codes[i : i+3])
		}
	}
	return ""
}

// has tells whether a currency can have the name.
func (n *noun) has(c Currency) bool { return c != "" && strings.Contains(n.codes, string(c)) }

// A sign is a character that stands for a currency.
type sign struct {
	r     rune
	value string // as in words/currency.txt
	minor bool
}

// signs are in the order of their characters.
var signs = [...]sign{
	{'$', "dol", false}, {'¢', "cnt", true}, {'£', "GBP", false}, {'¤', "", false}, {'¥', "yen", false},
	{'֏', "AMD", false}, {'৳', "BDT", false}, {'฿', "THB", false}, {'៛', "KHR", false},
	{'₡', "CRC", false}, {'₣', "frk", false}, {'₤', "lir", false}, {'₦', "NGN", false}, {'₧', "ESP", false}, {'₨', "rup", false},
	{'₩', "won", false}, {'₪', "ILS", false}, {'₫', "VND", false}, {'€', "EUR", false}, {'₭', "LAK", false}, {'₮', "MNT", false},
	{'₯', "GRD", false}, {'₰', "DEM", true}, {'₱', "PHP", false}, {'₲', "PYG", false}, {'₴', "UAH", false}, {'₵', "GHS", false},
	{'₸', "KZT", false}, {'₹', "INR", false}, {'₺', "TRY", false}, {'₼', "AZN", false}, {'₽', "rub", false}, {'₾', "GEL", false},
	{'₿', "BTC", false}, {'﷼', "ria", false}, {'＄', "dol", false}, {'￡', "GBP", false}, {'￥', "yen", false}, {'￦', "won", false},
}

func signOf(r rune) *sign {
	i, ok := slices.BinarySearchFunc(signs[:], r, func(s sign, r rune) int { return cmp.Compare(s.r, r) })
	if !ok {
		return nil
	}
	return &signs[i]
}

// dollarOf is the code of the letters written before a dollar sign: US$, HK$; R$ is no dollar. It is "" for any other.
func dollarOf(letters string) string {
	switch letters {
	case "us":
		return "USD"
	case "c", "ca", "can":
		return "CAD"
	case "a", "au":
		return "AUD"
	case "hk":
		return "HKD"
	case "nz":
		return "NZD"
	case "s", "sg":
		return "SGD"
	case "nt", "tw":
		return "TWD"
	case "j", "ja":
		return "JMD"
	case "bz":
		return "BZD"
	case "r":
		return "BRL"
	case "mx", "mex":
		return "MXN"
	}
	return ""
}
