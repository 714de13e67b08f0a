package prose

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

func addresses(t *testing.T, own string, markdown string, former ...string) map[string][]string {
	t.Helper()
	f, _ := Parse("x.md", markdown, 1)
	f.Address(own, former...)
	all := map[string][]string{}
	for _, b := range f.Blocks {
		if h, ok := b.(*Heading); ok {
			all[h.Words.Source()] = append(all[h.Words.Source()], h.Addresses()...)
		}
	}
	return all
}

// Questions in any order, with others among them, have the addresses that they have
// alone; no two have one; and all of them pass as plain text in a message.
func TestAddressesStay(t *testing.T) {
	plain := regexp.MustCompile(`^faq(-[0-9a-z]{6})+(-[0-9]+)?$`)
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var questions []string
		for i := range 2 + r.IntN(12) {
			questions = append(questions, fmt.Sprintf("%s第%d个怎么办？", strings.Repeat("很长的问题", r.IntN(40)), i))
		}
		alone := addresses(t, "faq", "# "+questions[0]+"\n\n答。\n")[questions[0]][0]
		r.Shuffle(len(questions), func(i, j int) { questions[i], questions[j] = questions[j], questions[i] })
		all := addresses(t, "faq", "# "+strings.Join(questions, "\n\n答。\n\n# ")+"\n\n答。\n")
		seen := map[string]bool{}
		for q, list := range all {
			if len(list) != 1 || seen[list[0]] || !plain.MatchString(list[0]) {
				t.Fatalf("%s: %v", q, list)
			}
			seen[list[0]] = true
		}
		if !seen[alone] {
			t.Fatalf("the question lost its address %s among others", alone)
		}
	}
}

func TestAddressesOfLikeHeadings(t *testing.T) {
	twice := "# 窗口\n\n## 办理方式\n\n甲\n\n# 网上\n\n## 办理方式\n\n乙\n"
	was := addresses(t, "guide", twice)["办理方式"]
	if was[0] == was[1] {
		t.Fatal("one address for two headings", was)
	}
	is := addresses(t, "guide", "# 网上\n\n## 办理方式\n\n乙\n\n# 窗口\n\n## 办理方式\n\n甲\n")["办理方式"]
	if was[0] != is[1] || was[1] != is[0] {
		t.Errorf("they changed places: %v, then %v", was, is)
	}
	same := addresses(t, "guide", "# 办理方式\n\n甲\n\n# 办理方式\n\n乙\n")["办理方式"]
	if same[1] != same[0]+"-2" {
		t.Error(same)
	}
	kept := "# 别的 {#" + same[0] + "-3}\n\n" // a number that an author wrote is passed over
	many := addresses(t, "guide", kept+strings.Repeat("# 办理方式\n\n甲\n\n", 4))["办理方式"]
	for i, end := range []string{"", "-2", "-4", "-5"} {
		if many[i] != same[0]+end {
			t.Errorf("%d: %v", i, many)
		}
	}
}

func TestAddressesThatAnAuthorKeeps(t *testing.T) {
	was := addresses(t, "guide", "# 窗口\n\n## 办理方式\n\n甲\n")
	kept := addresses(t, "guide", "# 大厅窗口 {#"+was["窗口"][0]+"}\n\n## 办理方式\n\n甲\n")
	if kept["大厅窗口"][0] != was["窗口"][0] || kept["办理方式"][0] != was["办理方式"][0] {
		t.Error(was, kept)
	}
	renamed := addresses(t, "help", "# 窗口\n\n## 办理方式\n\n甲\n", "guide")
	for words, old := range was {
		if renamed[words][1] != old[0] || !strings.HasPrefix(renamed[words][0], "help-") {
			t.Error(words, old, renamed[words])
		}
	}
}

func TestAddressesOfOddHeadings(t *testing.T) {
	for words, same := range map[string]string{"怎么办？": "怎么办", "《？！》": "", `"><script>alert(1)</script>`: "", "Ａ b": "", "{{stop}}前怎么办": ""} {
		f := &Fragment{Blocks: []Block{&Heading{Level: 1, Words: Words{Text{Value: words}}}}}
		f.Address("q")
		address := f.Blocks[0].(*Heading).Addresses()[0]
		if !regexp.MustCompile(`^q-[0-9a-z]{6}$`).MatchString(address) {
			t.Errorf("%s: %s", words, address)
		}
		if same != "" && addresses(t, "q", "# "+same+"\n")[same][0] != address {
			t.Errorf("%s and %s have two addresses", words, same)
		}
	}
}
