package draft_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/article"
	"tonggao/generator/document"
	"tonggao/generator/draft"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// spelling is what the program may write otherwise than an office: times, numbers of
// sections, marks, blanks.
var spelling = strings.NewReplacer("（含当日）", "", "（本页未收录）", "", "问：", "", "答：", "", "Q：", "", "A：", "", "计划于", "预计", "拟于", "预计")

// around is what stands around a notice on its page, and its number, which has its place.
var around = regexp.MustCompile(`(?m)^[ 　]*(?:来源|发布时间|发布日期|字体?大小|作者|编辑|责任编辑|浏览|（此件|【?打印).*$|\p{Han}{2,8}〔[0-9]{4}〕[0-9]+号`)

// bare are the letters of a text without its spelling, in order.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("0123456789０１２３４５６７８９年月日号时点分周星期上下中午早晚凌晨零〇一二两三四五六七八九十半正整①②③④⑤⑥⑦⑧⑨⑩", r),
			strings.ContainsRune("（）()[]［］【】〔〕《》<>“”\"‘’'，,。.．；;：:！!？?、|｜-—–－~～至到*#_•·●■◆▪○◎□◇▲★☆➢►▶ 　\t\r\n\u00a0\ufeff", r):
			return -1
		}
		return r
	}, spelling.Replace(around.ReplaceAllString(text, "")))
}

// published is the text of a draft's notice as it is published once its questions are answered.
func published(t *testing.T, name, text string) string {
	t.Helper()
	files, problems := draft.From(name, text, draft.Setting{Issuer: "青岚市人民政府"})
	if files == nil {
		t.Fatal(name, problems)
	}
	s, problems := siteOf(t, files, answered)
	if s == nil {
		t.Fatal(name, problems)
	}
	return article.Text(article.Of(phrase.In(site.Chinese), s.Region("qinglan").Notices[0], nil))
}

// corpus is the words of all notices of testdata, by the files' names.
func corpus(t *testing.T) map[string]string {
	t.Helper()
	names, err := filepath.Glob("testdata/notices/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	all := map[string]string{}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text, problems := document.Read(name, raw)
		if text == nil {
			t.Fatal(problems)
		}
		all[name] = text.Words
	}
	return all
}

// A draft's notice says what the text said, in its order: none of its words is lost, moved
// or put in.
func TestWordsAreKept(t *testing.T) {
	for name, words := range corpus(t) {
		notice := published(t, name, words)
		if strings.Contains(notice, "|") {
			t.Errorf("%s: a table is no table any more", filepath.Base(name))
		}
		for _, h := range hunks([]rune(bare(words)), []rune(bare(notice))) {
			if !reworded.MatchString(h.gone) || !added.MatchString(h.come) {
				t.Errorf("%s: %q became %q behind %q", filepath.Base(name), h.gone, h.come, h.behind)
			}
		}
	}
}

// reworded is what an office writes of a time that the program words by itself; added is
// what the program puts in.
var (
	reworded = regexp.MustCompile(`^(?:[今昨明次即同当本初底天夜旬班于]|发布|除夕|调休)*$`)
	added    = regexp.MustCompile(`^(?:预计)?(?:青岚市人民政府)?$`)
)

// A hunk is where two texts differ.
type hunk struct{ behind, gone, come string }

// hunks finds where a text became another, by their longest common letters.
func hunks(old, now []rune) (all []hunk) {
	common := make([][]int16, len(old)+1)
	for i := range common {
		common[i] = make([]int16, len(now)+1)
	}
	for i := len(old) - 1; i >= 0; i-- {
		for j := len(now) - 1; j >= 0; j-- {
			if old[i] == now[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(old) || j < len(now); {
		if i < len(old) && j < len(now) && old[i] == now[j] {
			i, j = i+1, j+1
			continue
		}
		fromOld, fromNow := i, j
		for (i < len(old) || j < len(now)) && (i == len(old) || j == len(now) || old[i] != now[j]) {
			if j == len(now) || i < len(old) && common[i+1][j] >= common[i][j+1] {
				i++
			} else {
				j++
			}
		}
		all = append(all, hunk{string(old[max(0, fromOld-8):fromOld]), string(old[fromOld:i]), string(now[fromNow:j])})
	}
	return all
}

// numberAt is the number that a line begins with.
var numberAt = regexp.MustCompile(`(?m)^[ 　]*(?:([一二三四五六七八九十]+)、|（([一二三四五六七八九十]+)）|([0-9]{1,2})[.．、] *[^0-9 ]|（([0-9]{1,2})）)`)

// numbers are those with which the lines of a text begin.
func numbersOf(text string) (all []string) {
	for _, m := range numberAt.FindAllStringSubmatch(text, -1) {
		for level, number := range m[1:] {
			if number != "" {
				all = append(all, fmt.Sprint(level, number))
			}
		}
	}
	return all
}

// Sections and items have the numbers that the office gave them. Otherwise are questions,
// which the program numbers; lists that begin in the middle; and 1. right below 一、 where no
// section has a heading: few of a hundred.
func TestNumbersAreKept(t *testing.T) {
	others, all := 0, corpus(t)
	for name, words := range all {
		if got, want := numbersOf(published(t, name, words)), numbersOf(words); !slices.Equal(got, want) {
			t.Logf("%s: %v, want %v", filepath.Base(name), got, want)
			others++
		}
	}
	if others*20 > len(all) {
		t.Errorf("%d of %d have other numbers", others, len(all))
	}
}
