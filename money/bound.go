package money

import (
	"github.com/svodka/svodka/internal/lex"
	"github.com/svodka/svodka/parse"
)

// A bound is what the words around a sum make of it: the tokens they and the sum cover, and how it is inexact.
type bound struct {
	first, last int
	mod         Mod
}

// bound reads the words before an item (более чем на, от, около) and behind it (и выше).
func (f *finder) bound(it *item) bound {
	b := bound{it.first, it.last, Exact}
	if it.about {
		b.mod = Approx
	}
	if it.num.Over {
		b.mod = AtLeast
	}
	if first, mod := f.before(it, max(f.from, f.done)); mod != Exact {
		b.first, b.mod = first, mod
	}
	if last, mod := f.after(b.last); mod != Exact {
		b.last, b.mod = last, mod
	}
	if it.ranged {
		b.mod = Range
	}
	return b
}

// before finds the words of inexactness that end before an item, and what they mean. None of them lies before floor.
func (f *finder) before(it *item, floor int) (first int, mod Mod) {
	k := it.first - 1
	if k < floor {
		return it.first, Exact
	}
	key := f.t[k].Key()
	switch {
	case it.ranged && (key == "от" || key == "между"):
		if first, mod := f.word(k-1, floor); mod == Approx {
			return first, Range
		}
		return k, Range
	case key == "от" && f.objectOfFrom(k, floor):
		return it.first, Exact
	case key == "от":
		return k, AtLeast
	case preposition(key):
		if first, mod := f.word(k-1, floor); mod != Exact {
			return first, mod // более чем на 5 млн
		}
		if key != "до" || f.target(it, k, floor) {
			return it.first, Exact
		}
		if k > floor && f.t[k-1].Key() == "вплоть" {
			k--
		}
		return k, AtMost
	}
	return f.word(k, floor)
}

// word reads a word of inexactness that ends with token k, with those that belong to it: не более чем, чуть больше, как
// минимум, в пределах. The mod is Exact where there is none.
func (f *finder) word(k, floor int) (first int, mod Mod) {
	if k < floor {
		return k + 1, Exact
	}
	before := ""
	if k > floor {
		before = f.t[k-1].Key()
	}
	switch key := f.t[k].Key(); key {
	case "около", "порядка", "примерно", "приблизительно", "почти", "практически", "ориентировочно", "где-то", "предположительно":
		return k, Approx
	case "малого":
		if before == "без" {
			return k - 1, Approx
		}
	case "не": // чуть ли не
		if first := k - 2; first >= floor && before == "ли" && (f.t[first].Key() == "чуть" || f.t[first].Key() == "едва") {
			return first, Approx
		}
	case "районе":
		if before == "в" {
			return k - 1, Approx
		}
	case "пределах":
		if before == "в" {
			return k - 1, AtMost
		}
	case "минимум", "максимум":
		if k > floor && f.describes(k-1) {
			return k + 1, Exact // прожиточный минимум
		}
		if mod = AtLeast; key == "максимум" {
			mod = AtMost
		}
		if before == "как" {
			k--
		}
		return k, mod
	case "мере":
		if first := k - 2; first >= floor && f.t[first].Key() == "по" {
			switch before {
			case "меньшей", "крайней":
				return first, AtLeast
			case "большей":
				return first, AtMost
			}
		}
	case "чем":
		if k > floor && f.t[k-1].Is(',') {
			k--
		}
		return f.comparative(k-1, floor)
	case "":
		return f.mark(k, floor)
	}
	return f.comparative(k, floor)
}

// mark reads a sign of inexactness.
func (f *finder) mark(k, floor int) (first int, mod Mod) {
	switch f.t[k].Rune() {
	case '~', '≈', '∼', '≃':
		return k, Approx
	case '>', '≥':
		return k, AtLeast
	case '<', '≤':
		return k, AtMost
	case '.':
		if k > floor && f.t[k-1].Key() == "ок" {
			return k - 1, Approx
		}
	}
	return k + 1, Exact
}

// comparative reads более, меньше and the like at token k, with what turns it round (не) or weighs it (чуть, гораздо).
func (f *finder) comparative(k, floor int) (first int, mod Mod) {
	if k < floor {
		return k + 1, Exact
	}
	mod = compared(f.t[k].Key())
	if mod == Exact || k == floor {
		return k + int(1-min(mod, 1)), mod
	}
	switch f.t[k-1].Key() {
	case "не":
		return k - 1, AtLeast + AtMost - mod
	case "чуть", "немногим", "немного", "несколько", "значительно", "намного", "гораздо", "существенно", "заметно", "куда":
		return k - 1, mod
	}
	return k, mod
}

// compared is what a word of comparison makes of the sum behind it.
func compared(key string) Mod {
	switch key {
	case "более", "больше", "свыше", "выше", "дороже", "сверх":
		return AtLeast
	case "менее", "меньше", "ниже", "дешевле":
		return AtMost
	}
	return Exact
}

// after steps over the words of a bound that end a phrase behind a sum: и более, с лишним.
func (f *finder) after(k int) (last int, mod Mod) {
	if k+1 >= f.to {
		return k, Exact
	}
	switch f.t[k].Key() {
	case "с":
		if key := f.t[k+1].Key(); key == "лишним" || key == "небольшим" {
			return k + 2, AtLeast
		}
	case "и", "или":
		mod = compared(f.t[k+1].Key())
		if mod != Exact && (k+2 == f.to || f.t[k+2].Kind() == parse.Punct || f.t[k+2].Word().Can(lex.Preposition)) {
			return k + 2, mod
		}
	}
	return k, Exact
}

// objectOfFrom tells whether от at token k belongs to the word before it: отказаться от 5 млн, 10% от 5 млн.
func (f *finder) objectOfFrom(k, floor int) bool {
	return k > floor && (f.t[k-1].Is('%') || f.t[k-1].Word().Is(lex.TakesFrom))
}

// target tells whether до at token k goes with a verb or noun of change (вырос до 63 млрд) and bounds nothing. What stands in
// the instrumental or behind a preposition is bounded all the same: увеличил число грантов размером до 5 млн.
func (f *finder) target(it *item, k, floor int) bool {
	if !it.change {
		return false
	}
	if f.t[k-1].Word().Is(lex.Change|lex.Scale) || !f.noun(k-1) { // с 5 млн до 10 млн
		return true
	}
	return !f.t[k-1].Word().Can(lex.Ins) && !(k-1 > floor && f.t[k-2].Word().Can(lex.Preposition))
}
