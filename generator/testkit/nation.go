package testkit

import (
	"fmt"
	"strings"
	"testing/fstest"
)

// The tiers of the country, as of 2024: the shape that every size of nation has.
const (
	provinces   = 31
	prefectures = 333
	counties    = 2846
)

// Nation is the authors' files of a made-up country with so many regions: its
// provinces issue a notice that those below them issue too, most of these with
// changes of their own. Every region has one notice with six milestones, three
// editions and about 2,500 characters, and no two prefectures word it alike. The
// same number makes the same files.
func Nation(regions int) fstest.MapFS {
	n := &nation{files: fstest.MapFS{}}
	n.write("site.toml", nationSite)
	top := max(1, (regions*provinces+1605)/(provinces+prefectures+counties))
	middle := min(max(1, regions*prefectures/(provinces+prefectures+counties)), regions-top)
	for p := range top {
		n.province(p, share(middle, top, p), share(regions-top-middle, top, p))
	}
	return n.files
}

// share is what the i-th of n gets when whole things are dealt out.
func share(things, n, i int) int { return (things*(i+1))/n - (things*i)/n }

type nation struct {
	files fstest.MapFS
	count int    // of the regions so far, which varies what they write
	drawn uint64 // sentences so far
}

func (n *nation) write(name, text string) { n.files[name] = &fstest.MapFile{Data: []byte(text)} }

func (n *nation) province(p, prefectures, counties int) {
	dir := fmt.Sprintf("province-%02d", p+1)
	n.region(dir, fmt.Sprintf("%02d0000", p+11), place(p)+"省")
	n.write(dir+"/2026-platform/notice.toml", nationNotice)
	n.fragments(dir)
	for c := range prefectures {
		n.prefecture(dir, p, c, share(counties, prefectures, c))
	}
}

// prefecture issues the province's notice with its own times and guide.
func (n *nation) prefecture(above string, p, c, counties int) {
	dir := fmt.Sprintf("%s/city-%02d", above, c+1)
	n.region(dir, fmt.Sprintf("%02d%02d00", p+11, c+1), place(37*p+c)+"市")
	n.write(dir+"/2026-platform/notice.toml", fmt.Sprintf(nationCity, 8+n.count%3))
	n.fragments(dir)
	for x := range counties {
		n.county(dir, fmt.Sprintf("%02d%02d%02d", p+11, c+1, x+1), x)
	}
}

// county does one of three things: nothing of its own; a title and a milestone
// of its own; questions of its own besides.
func (n *nation) county(above, code string, x int) {
	dir := fmt.Sprintf("%s/county-%02d", above, x+1)
	n.region(dir, code, place(7*n.count+x)+[]string{"县", "区", "市"}[x%3])
	if x%3 == 0 {
		return
	}
	n.write(dir+"/2026-platform/notice.toml", nationCounty)
	if x%3 == 2 {
		n.write(dir+"/2026-platform/40-questions.md", n.questions())
	}
}

func (n *nation) region(dir, code, name string) {
	n.count++
	n.write(dir+"/region.toml", fmt.Sprintf("name   = %q\ncode   = %q\nissuer = %q\n\n[contact.desk]\nname   = \"经办服务科\"\nphones = [\"0%d-8%07d\"]\nhours  = \"工作日\"\n",
		name, code, name+"医疗保障局", 310+n.count%600, n.count*7919%10_000_000))
}

// fragments writes the prose of a notice: about 2,500 characters.
func (n *nation) fragments(dir string) {
	dir += "/2026-platform/"
	n.write(dir+"00-preamble.md", "按照国家医疗保障局的统一部署，{{region}}将切换上线{{term.platform define}}。"+n.sentences(1)+"现将有关事项通告如下：\n")
	n.write(dir+"10-schedule.md", "+++\ntitle = \"暂停和恢复时间\"\n+++\n\n"+n.sentences(2)+"\n\n{{schedule}}\n")
	n.write(dir+"20-insured.md", "+++\ntitle = \"参保人员办事指南\"\naudience = [\"insured\"]\n+++\n\n"+n.section("{{settlement-stop to settlement-full}}，联网结算暂停。"))
	n.write(dir+"25-provider.md", "+++\ntitle = \"定点医药机构注意事项\"\naudience = [\"provider\"]\n+++\n\n"+n.section("{{settlement-first}}起，联网结算逐步恢复。"))
	n.write(dir+"30-employer.md", "+++\ntitle = \"参保单位注意事项\"\naudience = [\"employer\"]\n+++\n\n"+n.section("{{counter-stop to counter-full}}，窗口停止办理。"))
	n.write(dir+"40-questions.md", n.questions())
	n.write(dir+"90-closing.md", n.sentences(1)+"如有疑问，请拨打{{hotlines}}热线咨询。\n\n{{contacts}}\n\n特此通告。\n")
}

// section is two headings, each with two paragraphs.
func (n *nation) section(first string) string {
	return "# " + n.heading(0) + "\n\n" + first + n.sentences(3) + "\n\n" + n.sentences(4) + "\n\n# " + n.heading(1) + "\n\n" + n.sentences(3) + "\n\n" + n.sentences(1) + "\n"
}

func (n *nation) questions() string {
	var b strings.Builder
	b.WriteString("+++\ntitle = \"常见问题\"\nkind = \"faq\"\n+++\n")
	for i, audience := range []string{"insured", "insured provider", "employer", "provider"} {
		fmt.Fprintf(&b, "\n# %s怎么办？ {#q%d audience=%q}\n\n%s请在{{refund deadline}}办理。\n", n.heading(i), i+1, audience, n.sentences(3))
	}
	return b.String()
}
