package main
import ("fmt";"github.com/svodka/svodka/parse";"github.com/svodka/svodka/quote")
func main(){ for _,s:=range []string{":«А\n«0\xc2\"А", ":«А\n«0 \"А"} { d:=parse.Text(s); for _,q:=range quote.Find(d,nil) { fmt.Printf("%q %v g%d ev%v\n", q.Text,q.Kind,q.Group,q.Evidence)}; fmt.Println()}}
