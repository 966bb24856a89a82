package lex
import ("testing";"os";"strings";"fmt")
func TestZZ(t *testing.T){
 b,_:=os.ReadFile("/tmp/m/words.txt")
 for _,w:=range strings.Fields(string(b)){
  var l Lookup
  r:=l.Readings(nil,[]byte(Fold(w)))
  s:=""
  for _,x:=range r{ s+=fmt.Sprintf(" %v:%v",x.Lemma,x.Gram()) }
  fmt.Println(w,s)
 }
}
