package advice

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// spokenOf is a random text: numbers in two spellings, marks, blanks, a gap.
func spokenOf(random *rand.Rand) string {
	parts := []string{"请拨打0512-65228888咨询", "电话（0512）65228888", "请致电65228888", "网址见[此处](https://a.example.cn/x)", "又见[此处](https://A.example.cn/x/)",
		"办理 业务", "暂停办理,请谅解", "【请填写地址】", "办理，，请谅解", "（左括号", "切换为读者写的字"}
	var text strings.Builder
	for range 1 + random.IntN(6) {
		text.WriteString(parts[random.IntN(len(parts))] + "。\n\n")
	}
	return text.String()
}

func read(c *Colleague, file, text string) problem.List {
	parsed, _ := prose.Parse(file, text, 1)
	return c.Prose(parsed.Blocks, false)
}

// TestColleaguesTellEachOther holds that files which two have read side by side are held
// against each other as if one had read them all: the reader has one for each province.
func TestColleaguesTellEachOther(t *testing.T) {
	random, told := rand.New(rand.NewPCG(5, 6)), 0
	for range 200 {
		a, b := spokenOf(random), spokenOf(random)
		var one, first, second Colleague
		alone := slices.Concat(read(&one, "regions/a/10-a.md", a), read(&one, "regions/a/b/10-b.md", b))
		apart := slices.Concat(read(&first, "regions/a/10-a.md", a), read(&second, "regions/a/b/10-b.md", b))
		first.Join(&second)
		s := &site.Site{}
		alone, apart = append(alone, one.Site(s)...), append(apart, first.Site(s)...)
		if have, want := fmt.Sprint(apart.Sorted()), fmt.Sprint(alone.Sorted()); have != want {
			t.Fatalf("together they say\n%s\none alone\n%s", have, want)
		}
		told += len(alone)
	}
	if told < 400 {
		t.Errorf("only %d problems were told", told)
	}
}
