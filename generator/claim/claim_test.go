package claim_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/claim"
	"tonggao/generator/issued"
	"tonggao/generator/site"
)

func read(name, text string) *claim.Reading {
	today := site.Day{Year: 2024, Month: 5, Day: 6}
	facts, _ := issued.Read(name, text, site.Vocabulary{}, []string{"安平县"}, today)
	if facts == nil {
		return nil // the text is damaged
	}
	return claim.Read(facts, claim.Setting{Issuer: "安平县医疗保障局", Places: []string{"安平县"}, Issued: today})
}

// Of any notice that an office wrote: each sketch has an id of its own and a kind that
// milestones have, places
// are those of the text, and the same text states the same.
func TestAnyNoticeIsSketched(t *testing.T) {
	files, err := filepath.Glob("../draft/testdata/notices/*.txt")
	if err != nil || len(files) < 20 {
		t.Fatal(files, err)
	}
	sketches := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r := read(file, string(text))
		if r == nil {
			continue
		}
		ids := map[string]bool{}
		for _, s := range r.Sketches {
			sketches++
			if s.ID == "" || ids[s.ID] || !slices.Contains(site.Kinds, s.Kind) {
				t.Errorf("%s: a sketch %q of kind %q", file, s.ID, s.Kind)
			}
			ids[s.ID] = true
		}
		for at := range r.At {
			if at < 0 || at > len(text) {
				t.Errorf("%s: a time at octet %d of %d", file, at, len(text))
			}
		}
		again := read(file, string(text))
		if len(again.Sketches) != len(r.Sketches) {
			t.Fatalf("%s states %d facts, then %d", file, len(r.Sketches), len(again.Sketches))
		}
		for i, s := range again.Sketches {
			if o := r.Sketches[i]; s.ID != o.ID || s.Text != o.Text || !s.Moment.Same(o.Moment) {
				t.Errorf("%s: %s is told in two ways", file, s.ID)
			}
		}
	}
	if sketches < 100 {
		t.Errorf("only %d sketches", sketches)
	}
}

func TestAStopAndItsRecovery(t *testing.T) {
	r := read("notice.txt", "关于系统停机的通告\n因系统升级，医保窗口业务于2024年5月10日17时暂停办理，5月13日9时恢复办理。\n安平县医疗保障局\n2024年5月6日\n")
	if len(r.Sketches) != 2 || r.Sketches[0].Kind != site.Suspend || r.Sketches[1].Kind != site.Resume {
		t.Fatalf("%d sketches: %+v", len(r.Sketches), r.Sketches)
	}
	if s := r.Sketches[0]; s.Moment.Instant.Format("2006-01-02 15:04") != "2024-05-10 17:00" || s.Service == "" || s.Service != r.Sketches[1].Service {
		t.Errorf("the stop is %+v", s)
	}
}

// A row whose cell names hours of opening states no stop of its days.
func TestARowOfOpening(t *testing.T) {
	r := read("notice.txt", "关于节日期间泳池安排的公告\n\n| 日期 | 安排 |\n| --- | --- |\n| 2024年5月10日至5月12日 | 停止开放 |\n| 2024年5月13日至5月14日 | 13:00—20:00开放 |\n\n安平县体育中心\n2024年5月6日\n")
	var kinds []site.Kind
	for _, s := range r.Sketches {
		kinds = append(kinds, s.Kind)
	}
	if !slices.Equal(kinds, []site.Kind{site.Suspend, site.Rule, site.Rule}) {
		t.Errorf("the rows state %v", kinds)
	}
}

// 预计 is kept where the subject stands before its comma.
func TestExpectedBehindASubject(t *testing.T) {
	r := read("notice.txt", "关于体育馆的公告\n跑步机于2024年5月8日停用。跑步机安装调试，预计5月10日起恢复使用。\n安平县体育中心\n2024年5月6日\n")
	if len(r.Sketches) != 2 || r.Sketches[0].Expected || !r.Sketches[1].Expected || r.Sketches[1].Service != r.Sketches[0].Service {
		t.Errorf("%d sketches: %+v", len(r.Sketches), r.Sketches)
	}
}

// A row of a table that another cell calls off states what was to be.
func TestARowCalledOff(t *testing.T) {
	r := read("notice.txt", "滨江泳池换水安排\n\n闭馆时间\t场馆\t状态\n2024-05-14 08:00—12:00\t东池\t计划\n2024-05-15 08:00—12:00\t西池\t已取消\n\n2024年5月6日\n")
	if len(r.Sketches) != 2 {
		t.Fatalf("%d sketches: %+v", len(r.Sketches), r.Sketches)
	}
	if east, west := r.Sketches[0], r.Sketches[1]; east.Withdrawn || !west.Withdrawn || west.From == nil {
		t.Errorf("the rows are %+v and %+v", east, west)
	}
}

// A day told again without its hour is the same fact; a day after which something else is done is
// a fact of its own.
func TestADayAfter(t *testing.T) {
	const stop = "关于闭馆的公告\n档案馆5月10日17时闭馆，5月13日9时恢复开放。\n"
	for words, facts := range map[string]int{"读者5月13日后再到馆查阅档案。\n": 2, "读者5月20日后凭新证到馆查阅。\n": 3} {
		if r := read("notice.txt", stop+words+"安平县档案馆\n2024年5月6日\n"); len(r.Sketches) != facts {
			t.Errorf("%s makes %d facts, not %d", words, len(r.Sketches), facts)
		}
	}
}

// Places that a head or a clause of their own names belong to what was just stated.
func TestPlacesBehindTheirHeads(t *testing.T) {
	r := read("notice.txt", "关于供热检修的公告\n\n一、停热时间：2024年5月10日8:00至20:00\n\n二、停热范围：北苑、南苑\n\n三、降温供热时间：5月10日6:00至22:00；降温范围：西苑\n\n安平县供热公司\n2024年5月6日\n")
	var scopes []string
	for _, s := range r.Sketches {
		scopes = append(scopes, string(s.Kind)+" "+s.Scope)
	}
	if !slices.Equal(scopes, []string{"suspend 北苑、南苑", "partial 西苑"}) {
		t.Errorf("the facts are %q", scopes)
	}
}

// A list that a line opens with one day states its items for that day, and what an item leaves
// open is its own.
func TestAListOfOneDay(t *testing.T) {
	r := read("notice.txt", "关于食堂的公告\n\n自2024年5月10日起，供餐作如下调整：\n\n1、东食堂停业，恢复时间另行通知。\n\n2、西食堂停业。\n\n安平县机关事务中心\n2024年5月6日\n")
	var facts []string
	for _, s := range r.Sketches {
		if s.Service != "" {
			facts = append(facts, r.NameOf(s.Service)+" "+string(s.Kind))
		}
	}
	if !slices.Equal(facts, []string{"东食堂 suspend", "西食堂 suspend", "东食堂 resume"}) {
		t.Errorf("the facts are %q", facts)
	}
}

// asides state nothing in any notice; {A} and {B} are days to come, {P} one that has been.
var asides = []string{
	"请勿在{A}22时至次日6时使用大功率电器。",
	"未在{B}前完成实名认证的账户，将限制使用。",
	"{B}前尚未缴清费用的，不予受理。",
	"本公告是对{P}公告的补充。",
	"经{P}局务会研究同意，现将有关安排公告如下。",
	"该系统自2015年6月上线以来，运行平稳。",
	"截至{P}，全市已有92家单位接入新系统。",
	"{A}的号源已停止预约。",
	"{A}至{B}期间的费用，按原政策执行。",
	"本通知有效期至{B}。",
}

// An aside within any notice takes nothing from its facts and adds none.
func TestAsides(t *testing.T) {
	files, _ := filepath.Glob("../draft/testdata/notices/*.txt")
	for k, file := range files {
		if k%8 > 0 {
			continue
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := string(raw)
		facts, _ := issued.Read(file, text, site.Vocabulary{}, nil, site.Day{})
		at := strings.LastIndex(text[:2*len(text)/3], "。\n")
		if facts == nil || facts.Issued.IsZero() || at < 0 {
			continue
		}
		day := func(n int) string { return facts.Issued.Start().AddDate(0, 0, n).Format("1月2日") }
		days := strings.NewReplacer("{A}", day(11), "{B}", day(33), "{P}", day(-6))
		before := dated(text)
		for _, words := range asides {
			words = days.Replace(words)
			after := dated(text[:at+len("。")] + words + text[at+len("。"):])
			for fact := range after {
				if !before[fact] {
					t.Errorf("%s with %s states %s", file, words, fact)
				}
			}
		}
	}
}

// dated are the facts of a text with their times.
func dated(text string) map[string]bool {
	facts, _ := issued.Read("notice.txt", text, site.Vocabulary{}, nil, site.Day{})
	all := map[string]bool{}
	if facts == nil {
		return all
	}
	for _, s := range claim.Read(facts, claim.Setting{}).Sketches {
		if !s.Withdrawn && s.Moment.Known() {
			all[string(s.Kind)+" "+s.Moment.Datetime()] = true
		}
	}
	return all
}
