package testkit

import (
	"fmt"
	"testing"

	"tonggao/generator/course"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// Text is an author's plain words.
func Text(words string) prose.Words { return prose.Words{prose.Text{Value: words}} }

// At reads a moment in the form of notice.toml; "" is to be announced.
func At(t testing.TB, written string) site.Moment {
	t.Helper()
	if written == "" {
		return site.Moment{Pending: true}
	}
	m, err := site.ParseMoment(written)
	if err != nil {
		t.Fatalf("moment %q: %v", written, err)
	}
	return m
}

// Day reads a day in the form of notice.toml.
func Day(t testing.TB, written string) site.Day {
	t.Helper()
	d, err := site.ParseDay(written)
	if err != nil {
		t.Fatalf("day %q: %v", written, err)
	}
	return d
}

// Vocabulary of the sample sites. It is shared, as a Site's own is.
var (
	Settlement = &site.Service{ID: "settlement", Name: "医保费用联网结算"}
	Counter    = &site.Service{ID: "counter", Name: "窗口经办"}
	Insured    = &site.Audience{ID: "insured", Name: "参保人员"}
)

// Changshu is one region with one notice that has every form of moment.
func Changshu(t testing.TB) *site.Site {
	r := &site.Region{ID: "jiangsu/suzhou/changshu", Name: "常熟市", Issuer: "常熟市医疗保障局", Hotlines: []string{"12345", "12393"},
		Contacts: []*site.Contact{{ID: "desk", Name: "经办服务指导科", Phones: []string{"0512-52800000"}}}}
	n := &site.Notice{ID: r.ID + "/2021-platform", Folder: "2021-platform", Region: r, Title: "关于暂停全市医保业务办理的通告",
		Issuers: []string{r.Issuer}, Issued: Day(t, "2021-12-20"), Services: []*site.Service{Settlement, Counter},
		Editions: []*site.Audience{Insured}, Revisions: []site.Revision{{Number: 1, On: Day(t, "2021-12-20")}}}
	first := At(t, "2021-12-31 24:00")
	first.Gradual = true
	refund := At(t, "2022-03-31")
	refund.Includes = true
	partly := At(t, "2022-01-04")
	partly.Pending = true
	n.Milestones = []*site.Milestone{
		{ID: "counter-stop", Kind: site.Suspend, Services: []*site.Service{Counter}, Moment: At(t, "2021-12-24 17:00"), Text: Text("各医保窗口暂停办理医保业务")},
		{ID: "settlement-stop", Kind: site.Suspend, Services: []*site.Service{Settlement}, Moment: At(t, "2021-12-30 20:00"),
			Text: Text("全市定点医疗机构、定点零售药店暂停医保费用联网结算"), Instead: Text("先自费结算，保存票据")},
		{ID: "settlement-first", Kind: site.Partial, Services: []*site.Service{Settlement}, Moment: first, Text: Text("逐步恢复部分定点单位的联网结算")},
		{ID: "settlement-full", Kind: site.Resume, Services: []*site.Service{Settlement}, Moment: At(t, "2022-01-02 08:00"), Text: Text("全面恢复所有定点单位的联网结算")},
		{ID: "counter-first", Kind: site.Partial, Services: []*site.Service{Counter}, Moment: partly, Text: Text("窗口业务逐步恢复")},
		{ID: "refund", Kind: site.Deadline, Label: "垫付费用退费", Moment: refund, Audience: []*site.Audience{Insured}, Text: Text("持垫付票据到原定点单位办理退费")},
		{ID: "plan", Kind: site.Rule, Label: "应征计划", Moment: At(t, "2022-04"), Text: Text("生成应征计划")},
		{ID: "counter-scope", Kind: site.Resume, Services: []*site.Service{Counter}, Moment: At(t, ""), Text: Text("窗口业务恢复的具体范围和时间")},
	}
	r.Notices = []*site.Notice{n}
	Settle(n)
	return &site.Site{Name: "医保通告", BaseURL: "https://tonggao.example", Languages: []site.Language{site.Chinese},
		Hotlines: []string{"12345"}, Regions: []*site.Region{r}}
}

// Settle does what the reader does last: links, order, outages.
func Settle(n *site.Notice) {
	for _, m := range n.Milestones {
		m.Notice = n
	}
	site.SortMilestones(n.Milestones)
	n.Courses, n.Outages = course.Of(n, func(*site.Milestone) {})
}

// Crowd is a site of many regions, each with the notice of Changshu, moved to one
// of nine years.
func Crowd(t testing.TB, regions int) *site.Site {
	s := Changshu(t)
	s.Regions = nil
	for i := range regions {
		one := Changshu(t).Regions[0]
		one.ID = fmt.Sprintf("province/county-%04d", i)
		one.Notices[0].ID = one.ID + "/2021-platform"
		shift := i % 9
		for _, m := range one.Notices[0].Milestones {
			if m.Moment.Known() {
				m.Moment.Instant = m.Moment.Instant.AddDate(-shift, 0, 0)
			}
		}
		s.Regions = append(s.Regions, one)
	}
	return s
}
