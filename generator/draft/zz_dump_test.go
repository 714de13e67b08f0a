package draft_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"tonggao/generator/draft"
	"tonggao/generator/claim"
	"tonggao/generator/issued"
	"tonggao/generator/site"
)

// unmatched facts: those that no expected fact is stated by, though their time is.
func TestZY(t *testing.T) {
	if os.Getenv("ZY") == "" { t.Skip() }
	names, _ := filepath.Glob(os.Getenv("ZY"))
	total, lucky := 0, 0
	for _, name := range names {
		text, _ := os.ReadFile(name)
		var want struct { Dated string; Given bool; Milestone []expected }
		if _, err := toml.DecodeFile(strings.TrimSuffix(name, ".txt")+".expect.toml", &want); err != nil { continue }
		files, _ := draft.From(filepath.Base(name), string(text), draft.Setting{})
		if files == nil { continue }
		s, _ := siteOf(t, files, answered)
		if s == nil { continue }
		for _, m := range s.Region("qinglan").Notices[0].Milestones {
			total++
			ok := false
			for _, w := range want.Milestone { ok = ok || states(m, w) }
			if ok || m.Withdrawn { continue }
			lucky++
			sv := ""
			for _, x := range m.Services { sv += x.Name + " " }
			fmt.Printf("%s %s %v [%s|%s] %s\n", filepath.Base(name), m.Kind, m.Moment.Datetime(), sv, m.Scope, m.Text)
		}
	}
	fmt.Println(total, lucky)
	_ = site.Day{}
}

// TestZN inserts asides into notices and counts what they add or take away.
func TestZN(t *testing.T) {
	if os.Getenv("ZN") == "" { t.Skip() }
	raw, _ := os.ReadFile(os.Getenv("ZNF"))
	lines := strings.Split(strings.TrimSpace(string(raw)), "\n")
	names, _ := filepath.Glob("testdata/notices/*.txt")
	added, lost := map[string]int{}, map[string]int{}
	ex := map[string]string{}
	for k, name := range names {
		text, _ := os.ReadFile(name)
		facts, _ := issued.Read(name, string(text), site.Vocabulary{}, nil, site.Day{})
		if facts == nil || facts.Issued.IsZero() { continue }
		base := keysOf(string(text))
		md := func(n int) string { d := site.DayOf(facts.Issued.Start().AddDate(0, 0, n)); return fmt.Sprintf("%d月%d日", d.Month, d.Day) }
		m := site.DayOf(facts.Issued.Start().AddDate(0, 1, 0))
		paras := strings.Split(string(text), "\n")
		for i, l := range lines {
			n := strings.NewReplacer("{A}", md(11+k%5), "{B}", md(33+k%7), "{P}", md(-6), "{M}", fmt.Sprintf("%d年%d月", m.Year, m.Month)).Replace(l)
			at := 2 + (i*7+k)%max(1, len(paras)-6)
			for at < len(paras)-4 && (strings.Contains(paras[at], "\t") || strings.HasPrefix(paras[at], "|") || at > 0 && (strings.Contains(paras[at-1], "\t") || strings.HasPrefix(paras[at-1], "|"))) { at++ }
			if at >= len(paras)-3 { continue }
			with := strings.Join(paras[:at], "\n") + "\n" + n + "\n" + strings.Join(paras[at:], "\n")
			if os.Getenv("ZN") == "append" {
				j := at
				for j > 0 && !strings.HasSuffix(strings.TrimSpace(paras[j]), "。") { j-- }
				if j == 0 { continue }
				q := append([]string{}, paras...)
				q[j] = strings.TrimSpace(q[j]) + n
				with = strings.Join(q, "\n")
			}
			got := keysOf(with)
			for key := range got { if base[key] == 0 { added[l]++; ex[l+"+"] += filepath.Base(name) + ": " + key + "\n        " } }
			for key := range base { if got[key] == 0 { lost[l]++; ex[l+"-"] += filepath.Base(name) + ": " + key + "\n        " } }
		}
	}
	ta, tl := 0, 0
	for _, l := range lines {
		ta += added[l]; tl += lost[l]
		if added[l]+lost[l] > 0 {
			fmt.Println(added[l], lost[l], l)
			fmt.Println("      +", short(ex[l+"+"])); fmt.Println("      -", short(ex[l+"-"]))
		}
	}
	fmt.Println("TOTAL", ta, tl)
}

func short(s string) string { if len(s) > 500 { return s[:500] }; return s }

func keysOf(text string) map[string]int {
	facts, _ := issued.Read("x", text, site.Vocabulary{}, nil, site.Day{})
	if facts == nil { return nil }
	all := map[string]int{}
	for _, s := range claim.Read(facts, claim.Setting{}).Sketches {
		if s.Withdrawn { continue }
		k := string(s.Kind) + " " + s.Moment.Datetime()
		if s.Until != nil { k += ".." + s.Until.Datetime() }
		if s.Before != nil { k += " <" + s.Before.Datetime() }
		if s.Tbd { k += "TBD" }
		all[k]++
	}
	return all
}

// TestZC puts lines of notices that state nothing there into other notices.
func TestZC(t *testing.T) {
	if os.Getenv("ZC") == "" { t.Skip() }
	names, _ := filepath.Glob("testdata/notices/*.txt")
	skeletons := []string{
		"关于暂停供水的公告\n\n因管网改造，定于%s8时起停止供水，%s18时恢复供水。\n\n%s\n\n青岚市自来水公司\n%s\n",
		"关于系统停机切换的通告\n\n一、停机时间\n\n（一）%s18:00至%s8:30，暂停办理各项业务。\n\n（二）%s\n\n青岚市医疗保障局\n%s\n",
		"闭馆公告\n\n一、时间安排\n\n图书馆%s闭馆，%s恢复开放。%s\n\n青岚市图书馆\n%s\n",
	}
	total := 0
	for _, name := range names {
		text, _ := os.ReadFile(name)
		facts, _ := issued.Read(name, string(text), site.Vocabulary{}, nil, site.Day{})
		if facts == nil || facts.Issued.IsZero() { continue }
		r := claim.Read(facts, claim.Setting{})
		day := func(n int) string { d := site.DayOf(facts.Issued.Start().AddDate(0, 0, n)); return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day) }
		for _, b := range facts.Doc.Blocks {
			if b.Role == issued.Title || b.Role == issued.Signed || b.Role == issued.Signer || b.Role == issued.Meta { continue }
			n, fact := 0, false
			for _, x := range facts.Times {
				if x.Start >= b.Body && x.End <= b.End { n++; fact = fact || r.At[x.Start] != nil || r.Ends[x.Start] != nil }
			}
			line := facts.Doc.Text[b.Body:b.End]
			if n == 0 || fact || strings.Contains(line, "\n") || strings.HasPrefix(line, "|") || strings.Contains(line, "\t") || strings.Contains(line, "  ") { continue }
			for _, sk := range skeletons {
				base := keysOf(fmt.Sprintf(sk, day(20), day(24), "", day(0)))
				got := keysOf(fmt.Sprintf(sk, day(20), day(24), line, day(0)))
				for key := range got { if base[key] == 0 && !strings.Contains(key, "TBD") { total++; fmt.Println(filepath.Base(name), key, "|", sk[:18], "|", line) } }
			}
		}
	}
	fmt.Println("TOTAL", total)
}

// TestZT scores changed texts.
func TestZT(t *testing.T) {
	if os.Getenv("ZT") == "" { t.Skip() }
	names, _ := filepath.Glob("testdata/notices/*.txt")
	changes := map[string]func([]string) []string{
		"title": func(l []string) []string { for i := range l { if strings.TrimSpace(l[i]) != "" { l[i] = "公告"; break } }; return l },
		"titlestop": func(l []string) []string { for i := range l { if strings.TrimSpace(l[i]) != "" { l[i] = "关于暂停办理业务的公告"; break } }; return l },
		"titleback": func(l []string) []string { for i := range l { if strings.TrimSpace(l[i]) != "" { l[i] = "关于系统切换上线的公告"; break } }; return l },
		"half": func(l []string) []string { for i := range l { l[i] = strings.NewReplacer("，", ",", "：", ":", "；", ";", "（", "(", "）", ")").Replace(l[i]) }; return l },
		"stops": func(l []string) []string { for i := range l { l[i] = strings.ReplaceAll(l[i], "；", "。") }; return l },
		"nonum": func(l []string) []string { for i := range l { for _, p := range []string{"一、","二、","三、","四、","五、","六、","（一）","（二）","（三）","（四）","1.","2.","3.","4.","5.","1、","2、","3、","4、","5、"} { l[i] = strings.TrimPrefix(l[i], p) } }; return l },
		"blank": func(l []string) []string { var o []string; for _, x := range l { if strings.TrimSpace(x) != "" { o = append(o, x) } }; return o },
		"commas": func(l []string) []string { for i := range l { l[i] = strings.ReplaceAll(l[i], "。", "；") }; return l },
		"nofirst": func(l []string) []string { n := 0; for i := range l { if strings.HasSuffix(l[i], "：") || strings.HasSuffix(l[i], "。") { n++; if n == 2 { l[i] = ""; break } } }; return l },
	}
	for k, change := range changes {
		fs, right := 0, 0
		for _, name := range names {
			raw, _ := os.ReadFile(name)
			text := strings.Join(change(strings.Split(string(raw), "\n")), "\n")
			var want struct { Dated string; Given bool; Milestone []expected }
			toml.DecodeFile(strings.TrimSuffix(name, ".txt")+".expect.toml", &want)
			files, _ := draft.From(filepath.Base(name), text, draft.Setting{})
			if files == nil { continue }
			s, _ := siteOf(t, files, answered)
			if s == nil { continue }
			sc := count(score{}, s.Region("qinglan").Notices[0].Milestones, want.Milestone)
			fs += len(sc.false); right += sc.right
			for _, f := range sc.false { fmt.Println(k, filepath.Base(name), f) }
		}
		fmt.Println("TOTAL", k, right, fs)
	}
}
