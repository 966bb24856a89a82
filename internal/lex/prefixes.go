package lex

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// prefixes are the first parts that Russian news joins to words without a hyphen, folded, longer ones first.
var prefixes = sync.OnceValue(func() []string { return longestFirst(prefixText) })

// numerals are the numerals Russian joins to adjectives.
var numerals = sync.OnceValue(func() []string { return longestFirst(numeralText) })

func longestFirst(text string) []string {
	list := strings.Fields(text)
	for i := range list {
		list[i] = Fold(list[i])
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return list
}

const prefixText = `авиа авто агро алко анти архи аэро био бизнес вело веб вибро вице видео внутри вне водо военно высоко газо гастро
гео гидро гипер гос двух демо десяти евро еже зам зоо интер инфра квази кибер кино контр кросс крипто мало медиа меж межгос метео
мета микро мини много моно мото мульти наи нано нарко нац не недо нефте ново обще одно около онлайн онко орг палео пан пара перво пере
пневмо поли полит полу порно пост пред пресс противо прото профи псевдо психо радио рос само сан сверх сель сельхоз сейсмо соц спец
спорт стерео суб супер теле тепло техно транс трех турбо ультра фарм фин фото хим хоз экс экзо эко экстра электро энерго этно`

const numeralText = `много одно двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати пятнадцати
шестнадцати семнадцати восемнадцати девятнадцати двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяносто
сто двухсот трехсот четырехсот пятисот шестисот семисот восьмисот девятисот тысяче полутора полу`
