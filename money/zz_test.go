package money
import ("testing";"os";"strings";"fmt";"github.com/svodka/svodka/parse")
func show(a Amount) string {
 v:=""
 switch { case !a.Min.set&&!a.Max.set: v="?"; if a.Mod!=0 { v+=a.Mod.String()}
 case a.Mod==Range: v=a.Min.String()+".."+a.Max.String()
 case a.Mod==AtLeast: v="≥"+a.Min.String()
 case a.Mod==AtMost: v="≤"+a.Max.String()
 case a.Mod==Approx: v="≈"+a.Min.String()
 default: v=a.Min.String() }
 c:=string(a.Currency); if c=="" {c="¤"}
 v+=" "+c
 if a.Per!="" { v+=" ["+a.Per+"]" }
 return v
}
func TestZZ(t *testing.T){
 b,_:=os.ReadFile(os.Getenv("EX"))
 for _,w:=range strings.Split(strings.TrimSpace(string(b)),"\n"){
  if strings.HasPrefix(w,"#") { fmt.Println(w); continue }
  s:=[]string{}
  for _,m:=range Find(parse.Text(w)) { s=append(s,m.Text+" = "+show(m.Amount)) }
  if len(s)==0 {s=[]string{"-"}}
  fmt.Println(w+" => "+strings.Join(s,"; "))
 }
}
