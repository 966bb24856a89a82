package entity

import (
	"slices"

	"github.com/svodka/svodka/internal/inflect"
)

// easternSurname knows the frequent surnames of Koreans, Chinese and Vietnamese as Russian news writes them: they stand first
// and do not decline before what follows. Sources: census of the Republic of Korea, 2015; Report on names of the Ministry of
// Public Security of China, 2020, in Palladius' transcription; Vietnamese surnames by frequency.
func easternSurname(key string) bool {
	switch key {
	case "ким", "ли", "пак", "чхве", "цой", "чон", "кан", "чо", "юн", "чан", "лим", "хан", "син", "со", "квон", "хван", "ан", "сон", "хон", "чу", "мун", "пэ", "но", "ю", "чхэ", "чин",
		"ко", "ха", "мин", "сим", "вон", "нам", "чхон", "пэк", "ку", "рю":
		return true
	case "ван", "чжан", "лю", "чэнь", "ян", "хуан", "чжао", "у", "чжоу", "сюй", "сунь", "ма", "чжу", "ху", "го", "хэ", "линь", "гао", "ло", "чжэн", "лян", "се", "сун", "тан", "дэн", "хань", "фэн", "цао", "пэн", "цзэн",
		"сяо", "тянь", "дун", "пань", "юань", "цай", "цзян", "юй", "ду", "е", "чэн", "вэй", "су", "люй", "дин", "жэнь", "лу", "яо", "шэнь", "чжун", "цуй", "тань", "фань", "ляо", "ши", "цзинь", "вэнь", "ся", "фу", "фан",
		"бай", "цзоу", "мэн", "сюн", "цинь", "цю", "инь", "сюэ", "янь", "лэй", "хоу", "лун", "дай", "тао", "гу", "мао", "хао", "гун", "шао", "вань", "цянь", "си", "бо", "чай", "кун", "цзя", "дуань", "тун":
		return true
	}
	return vietnamese(key)
}

// vietnamese knows those of the Vietnamese alone.
func vietnamese(key string) bool {
	switch key {
	case "нгуен", "ле", "фам", "хоанг", "данг", "буй", "хо", "нго", "зыонг", "чыонг", "лыонг", "выонг", "хюинь", "динь", "чинь", "дао", "лам", "ву", "во", "то":
		return true
	}
	return false
}

// easternForm tells whether a word can be one of these surnames, declined or not: Киме.
func easternForm(key string) bool {
	return easternSurname(key) || slices.ContainsFunc(inflect.Surname(nil, key), func(c inflect.Candidate) bool { return easternSurname(c.Key) })
}
