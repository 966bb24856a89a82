package svodka_test

import (
	"fmt"
	"time"

	"github.com/svodka/svodka"
)

func ExampleArticle_Speech() {
	article, err := svodka.Parse("«Мост готов, — рассказали в мэрии. — Его откроют весной». По данным газеты «Волна», движение «слегка задержат».", time.Time{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for u := range article.Speech() {
		fmt.Printf("%s (%v): %s\n", u.SpeakerName, u.Kind, u.Text)
	}
	// Output:
	// мэрия (direct): Мост готов. Его откроют весной
	// Волна (indirect): движение «слегка задержат»
}
