package draft_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"tonggao/generator/audit"
	"tonggao/generator/draft"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

var update = flag.Bool("update", false, "rewrite what the tests want")

const settings = `name = "公告"
base_url = "https://gonggao.example"
sample = true
hotlines = ["12345"]
[service.settlement]
name = "联网结算"
aliases = ["刷卡"]
[service.counter]
name = "窗口经办"
aliases = ["柜面经办"]
[service.online]
name = "线上经办"
[audience.insured]
name = "参保人员"
`

var vocabulary = site.Vocabulary{
	Services:  []*site.Service{{ID: "settlement", Name: "联网结算", Aliases: []string{"刷卡"}}, {ID: "counter", Name: "窗口经办", Aliases: []string{"柜面经办"}}, {ID: "online", Name: "线上经办"}},
	Audiences: []*site.Audience{{ID: "insured", Name: "参保人员"}},
}

// drafted writes a draft into a tiny site and reads it.
func drafted(t testing.TB, text string) ([]draft.File, *site.Site, problem.List) {
	t.Helper()
	files, problems := draft.From("notice.txt", text, draft.Setting{Vocabulary: vocabulary, Issuer: "青岚市医疗保障局", Places: []string{"青岚市"}})
	if len(problems) > 0 {
		return nil, nil, problems
	}
	tree := fstest.MapFS{"site.toml": {Data: []byte(settings)}, "qinglan/region.toml": {Data: []byte("name = \"青岚市\"\nissuer = \"青岚市医疗保障局\"\n")}}
	for _, f := range files {
		tree["qinglan/2023-switch/"+f.Name] = &fstest.MapFile{Data: []byte(f.Content)}
	}
	s, problems, err := source.Read(tree)
	if err != nil {
		t.Fatal(err)
	}
	return files, s, problems
}

// TestDraft reads testdata/*.txtar: a notice as text, and the files that
// its draft must have. Each must build at once, and the text must agree with it.
func TestDraft(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no testdata")
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text := string(archive.Files[0].Data)
			files, s, problems := drafted(t, text)
			if problems.Failed() {
				t.Errorf("the draft does not build:\n%v", problems)
			}
			got := &txtar.Archive{Comment: archive.Comment, Files: archive.Files[:1]}
			for _, f := range files {
				got.Files = append(got.Files, txtar.File{Name: f.Name, Data: []byte(f.Content)})
			}
			agree(t, text, s)
			written := string(txtar.Format(got))
			if want, _ := os.ReadFile(name); string(want) == written {
				return
			}
			if *update {
				if err := os.WriteFile(name, []byte(written), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			t.Errorf("got\n%s", written)
		})
	}
}

// agree audits a text against its own draft.
func agree(t *testing.T, text string, s *site.Site) {
	t.Helper()
	if s == nil {
		return
	}
	n := s.Region("qinglan").Notices[0]
	report, _ := audit.Read("notice.txt", text, n, n.Vocabulary)
	for _, f := range report.Findings {
		if f.Verdict == audit.Lacks || f.Verdict == audit.Contradicts {
			if f.Sort == audit.Time || f.Sort == "pending" {
				t.Errorf("the text differs from its own draft: %s", f)
			}
		}
	}
}

// A draft of whatever text builds at once; only a day that does not exist may
// stop it, and a text too short to be a notice is one too.
func FuzzDraft(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range names {
		if archive, err := txtar.ParseFile(name); err == nil {
			f.Add(string(archive.Files[0].Data))
		}
	}
	notices, _ := filepath.Glob("testdata/notices/*.txt")
	for _, name := range notices {
		if text, err := os.ReadFile(name); err == nil {
			f.Add(string(text))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 {
			return
		}
		files, _, problems := drafted(t, text)
		for _, p := range problems {
			if files != nil && p.Level == problem.Error && !strings.Contains(p.Message, "is no day or hour") {
				t.Errorf("%q: %s\n%v", text, p, files)
			}
		}
	})
}

// pieces are what notices and their damage are made of.
var pieces = strings.Split("一、|（一）|1.|（1）|2、|\n|\n\n|。|；|，|：|？|暂停|恢复|逐步|停止使用|启用|前|之前|后|起|期间|至|—|最迟在|截止|联网结算|窗口|线上|业务|办理|刷卡|供水|"+
	"2023年5月17日17时|5月19日24时|5月20日|5月20日0时|8:30|下午5点|工作日|每天|2023年度|2023年6月|3月底|次日8时|30日|二〇二三年六月一日|2023-05-20 09:00|5月32日|"+
	"另行通知|停机前|暂停结算期间|系统恢复后|不受影响|以公告为准|附件：|附件|青岚市医疗保障局|特此通告|关于停机的通告|来源：甲报|发布时间：2023-05-10|问：|答：|参保人员版|"+
	"#|##|- |* |> |**|_|[|]|(|)|<|>|`|{{|}}|{{a}}|~~|\\|&amp;|---|+++|=|\\||\t|    |\"|'|“|”|https://a.example/b_(c)|www.a.example|0599-8123456|12345|a@b.example|1)|+|\u3000|\u00a0|\u200b|号|元|的|在", "|")

// TestDraftMosaic drafts texts laid from pieces at random: each draft builds,
// but for days that do not exist.
func TestDraftMosaic(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	for range 400 {
		var text strings.Builder
		for range 3 + random.IntN(40) {
			text.WriteString(pieces[random.IntN(len(pieces))])
		}
		files, _, problems := drafted(t, text.String())
		for _, p := range problems {
			if files != nil && p.Level == problem.Error && !strings.Contains(p.Message, "is no day or hour") {
				t.Errorf("%q: %s", text.String(), p)
				for _, f := range files {
					t.Logf("-- %s --\n%s", f.Name, f.Content)
				}
				return
			}
		}
	}
}

// misdated is a text whose own dates are wrong, which its author must see: 2月29日 of no leap
// year, a weekday of another year.
var misdated = regexp.MustCompile(`is no day or hour|-[0-9]{2} is a 星期`)

// TestDraftShuffled drafts notices whose lines are drawn at random, some together, from those
// of the scored ones, so that statements meet which no office put together: each draft builds with its
// questions answered.
func TestDraftShuffled(t *testing.T) {
	names, err := filepath.Glob("testdata/notices/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no testdata")
	}
	var lines []string
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Split(strings.TrimSpace(string(text)), "\n")...)
	}
	random := rand.New(rand.NewPCG(17, 5))
	for range 400 {
		text := "关于有关事项的公告\n\n各单位：\n\n"
		for range 1 + random.IntN(5) {
			at := random.IntN(len(lines))
			text += strings.Join(lines[at:min(at+1+random.IntN(4), len(lines))], "\n") + "\n"
		}
		files, _ := draft.From("notice.txt", text+"\n青岚市某单位\n2023年4月20日\n", draft.Setting{})
		if files == nil {
			continue // a day that does not exist
		}
		if s, problems := siteOf(t, files, answered); (s == nil || problems.Barred().Failed()) && !misdated.MatchString(fmt.Sprint(problems)) {
			t.Errorf("%s\n%s", text, problems)
		}
	}
}

// TestDraftMet drafts texts that once made a draft which did not build.
func TestDraftMet(t *testing.T) {
	for _, text := range [...]string{
		"因馆舍改造，市图书馆自即日起闭馆，至2022年2月28日止。",                                            // an end before its begin
		"2月9日（除夕）闭馆；2月18日、19日闭馆休整。2月20日起恢复正常开放，每周一闭馆。\n三、2月18日起恢复正常开放时间。",           // what mends one spoils another
		"各街道于3月27日18时前审核完毕。\n二\t阳泉新村一、二区\t2024.3.2 22:00~次日4:00\t890",               // a window over midnight
		"我公司定于6月25日至27日进行系统升级。升级期间通话不受影响，以下业务暂停：\n（1）开户：6月25日23:00至27日7:00。其间不会停机。", // a service taken back
	} {
		files, _ := draft.From("notice.txt", "关于有关事项的公告\n\n各单位：\n\n"+text+"\n\n青岚市某单位\n2023年4月20日\n", draft.Setting{})
		if s, problems := siteOf(t, files, answered); s == nil || problems.Barred().Failed() {
			t.Errorf("%s\n%s", text, problems)
		}
	}
}
