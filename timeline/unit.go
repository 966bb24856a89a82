package timeline

// A unit is a stretch of the calendar, from the shortest. The numbers are the values of the classes unit and repeat in
// internal/lex/words/calendar.txt.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	part // of a day
	day
	weekend
	week
	month
	season
	quarter
	half
	year
	decade
	century
	millennium
)

// months is how many months a unit has; 0 for one that is not counted in months.
func (u unit) months() int {
	switch u {
	case month:
		return 1
	case season, quarter:
		return 3
	case half:
		return 6
	case year:
		return 12
	case decade:
		return 120
	case century:
		return 1200
	case millennium:
		return 12000
	}
	return 0
}

// The parts of a day: the values of the class daypart. TIMEX3 has no letters for noon and midnight, which are times.
const (
	morning = 1 + iota
	afternoon
	evening
	night
	noon
	midnight
)

// What the class reladj says beside -2 to 1, the units from now.
const (
	relNearest   = 2  // ближайший: the next one, or those to come
	relFollowing = 3  // последующий: the next one in the story
	relPrevious  = -3 // предыдущий
	relThat      = 4  // тот: the one told last
	relLast      = 5  // последний: those up to now
)

// easterBase is what the class holiday adds to days from Easter.
const easterBase = 10000

// needsNone is what the class lasting adds to the unit of an adjective that needs no numeral: месячный.
const needsNone = 100
