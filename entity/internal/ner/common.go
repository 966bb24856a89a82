package ner

// common tells whether what looks like a name is a common noun: a person's name that is none by the word table and has its
// capital from the beginning of the sentence, or an abbreviation that means a kind of thing. News is full of these, and new ones
// (COVID) come up faster than models.
func (s *scene) common(n Name) bool {
	if n.Last-n.First != 1 {
		return false
	}
	f := &s.at[n.First]
	if n.Label == PersonBegin && f.begins && s.seen(n.First)&seenCapital == 0 && namesOf(s.doc.Tokens[n.First].Word()) == nameOther|nameKnown {
		return true
	}
	switch s.doc.Tokens[n.First].Key() {
	case "сми", "дтп", "чп", "чс", "ввп", "внп", "ндс", "ндфл", "мрот", "жкх", "тэк", "апк", "впк", "опк", "спг", "гсм", "нпз", "аэс", "гэс", "тэц",
		"грэс", "азс", "жк", "тц", "трц", "бтр", "бмп", "пзрк", "пво", "про", "зрк", "рсзо", "бпла", "вич", "спид", "орви", "орз", "ивл", "днк", "рнк",
		"егэ", "огэ", "вуз", "нии", "кб", "нко", "нпо", "ооо", "оао", "зао", "пао", "ао", "ип", "гуп", "муп", "фгуп", "тсж", "снт",
		"осаго", "каско", "смс", "sms", "пк", "эвм", "gps", "wi-fi", "it", "pr", "hr", "ceo", "ipo", "usb", "led", "hiv", "dna",
		"covid", "sars", "sars-cov", "mers", "ковид", "h1n1", "vip", "нло":
		return true
	}
	return false
}
