package testkit

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing/fstest"
	"time"

	"tonggao/generator/site"
)

// AnySite writes the files of a site of any form that the reader takes: every kind,
// precision, bound, flag and limit, moves (CallOff withdraws some), names of any length,
// services that stop many times or are part of others, one issuer or three,
// hotlines or none. What it draws depends on the source alone. Now and then a site
// has a mistake that the reader refuses; a test asks again then.
func AnySite(r *rand.Rand) fs.FS {
	a := &anySite{Rand: r, files: fstest.MapFS{}}
	a.site()
	for i := range 1 + r.IntN(2) {
		a.region(fmt.Sprintf("r%d", i))
	}
	return a.files
}

type anySite struct {
	*rand.Rand
	files    fstest.MapFS
	services []string
	out      strings.Builder
	at       time.Time
	facts    []string // ids of milestones with a time
	number   int
	moved    string // the move of the fact that is being written, which stands last
	issued   time.Time
}

func (a *anySite) chance(percent int) bool { return a.IntN(100) < percent }

func (a *anySite) one(of ...string) string { return of[a.IntN(len(of))] }

func (a *anySite) line(format string, values ...any) { fmt.Fprintf(&a.out, format+"\n", values...) }

func (a *anySite) save(name string) {
	a.files[name] = &fstest.MapFile{Data: []byte(a.out.String())}
	a.out.Reset()
}

// name makes a name of any length up to a long one.
func (a *anySite) name(base string) string {
	if a.chance(15) {
		return base + strings.Repeat("及有关事项办理", 1+a.IntN(3))
	}
	return base
}

func (a *anySite) site() {
	a.line("name = %q\nbase_url = \"https://site.example\"\nsample = true\nlanguages = [\"zh-CN\"%s]", a.name("示例公告"), a.one("", "", ", \"en\"", ", \"zh-Hant\""))
	if a.chance(60) {
		a.line("hotlines = [\"12345\"%s]", a.one("", ", \"12393\""))
	}
	if a.chance(30) {
		a.line("history_after = %d", a.IntN(60))
	}
	if a.chance(30) {
		a.line("[words]\nplace = \"用水地\"")
	}
	a.services = nil
	for i := range 1 + a.IntN(4) {
		id := fmt.Sprintf("s%d", i)
		a.line("[service.%s]\nname = %q", id, a.name(a.one("供水", "联网结算", "窗口经办", "网上银行", "轮渡")+strings.Repeat("一", i)))
		if a.chance(30) {
			a.line("on = \"正常供水\"\noff = \"停水\"\nback = \"恢复供水\"")
		}
		if a.chance(20) {
			a.line("items = [\"登记\", \"查询\"]\nexcept = [\"备案\"]")
		}
		if i > 0 && a.chance(30) {
			a.line("part_of = \"s%d\"", a.IntN(i))
		}
		a.services = append(a.services, id)
	}
	for _, id := range []string{"p0", "p1"} {
		a.line("[audience.%s]\nname = %q", id, a.name("对象"+id[1:]))
	}
	for _, id := range []string{"c0", "c1", "c2"} {
		a.line("[channel.%s]\nname = %q", id, a.name("渠道"+id[1:]))
	}
	a.save("site.toml")
}

func (a *anySite) region(id string) {
	a.line("name = %q\nissuer = %q", a.name("甲市"+id[1:]), a.name("甲市水务局"+id[1:]))
	if a.chance(40) {
		a.line("[contact.desk]\nname = \"服务科\"\nphones = [\"0512-52800000\"]")
	}
	a.save(id + "/region.toml")
	begins := time.Date(2024, time.Month(1+a.IntN(12)), 1+a.IntN(28), a.IntN(24), 0, 0, 0, site.China)
	for i := range 1 + a.IntN(2) {
		a.at = begins.Add(time.Duration(i*a.IntN(240)) * time.Hour) // while the notice before it runs, often
		a.notice(id + fmt.Sprintf("/n%d", i))
	}
}

func (a *anySite) notice(dir string) {
	a.facts, a.number, a.issued = nil, 0, a.at.AddDate(0, 0, -5)
	a.line("title = %q\nissued = %s", a.name("关于暂停服务的通告"), a.issued.Format(time.DateOnly))
	if a.chance(20) {
		a.line("issuers = [\"甲市人力资源和社会保障局\", \"国家税务总局甲市税务局\", \"甲市医疗保障局\"]")
	}
	if a.chance(20) {
		a.line("addressee = \"各参保单位、各定点医药机构\"")
	}
	moved := false
	begin := a.at
	for _, s := range a.services {
		if a.chance(75) {
			a.at = begin
			moved = a.service(s) || moved
		}
	}
	for range a.IntN(3) {
		a.loose()
	}
	a.close()
	if a.chance(30) {
		a.line("[service.s0]\naliases = [\"本项业务\"]") // words of its own
	}
	if moved {
		a.line("[[revision]]\non = %s\nwhat = \"时间调整\"", a.issued.AddDate(0, 0, 1).Format(time.DateOnly))
	}
	a.save(dir + "/notice.toml")
	a.line("+++\nkind = \"section\"\n+++\n\n时间安排如下：\n\n{{schedule}}")
	for _, id := range a.facts {
		a.line("\n事项见{{%s%s}}。", id, a.one("", " short", " weekday", " date"))
	}
	a.save(dir + "/00-text.md")
}

// later goes on in time and returns a time of any precision.
func (a *anySite) later() string {
	a.at = a.at.Add(time.Duration(1+a.IntN(60)) * time.Hour)
	switch a.IntN(8) {
	case 0:
		a.at = a.at.Add(time.Duration(a.IntN(60)) * time.Minute)
	case 1:
		y, m, d := a.at.Date()
		a.at = time.Date(y, m, d+1, 0, 0, 0, 0, site.China)
		written := a.at.Format(time.DateOnly)
		a.at = a.at.AddDate(0, 0, 1)
		return written
	case 2:
		day := a.at.Format(time.DateOnly)
		y, m, d := a.at.Date()
		a.at = time.Date(y, m, d+1, 0, 0, 0, 0, site.China)
		return day + " 24:00"
	case 3:
		if a.chance(30) {
			y, m, _ := a.at.Date()
			a.at = time.Date(y, m+2, 1, 0, 0, 0, 0, site.China)
			return a.at.AddDate(0, -1, 0).Format("2006-01")
		}
	}
	return a.at.Format("2006-01-02 15:04")
}

// close ends the fact that is being written.
func (a *anySite) close() {
	a.out.WriteString(a.moved)
	a.moved = ""
}

// milestone begins a fact with its limits.
func (a *anySite) milestone(kind, services, limits string) string {
	a.close()
	id := fmt.Sprintf("m%d", a.number)
	a.number++
	a.line("[milestone.%s]\nkind = %q\n%s\n%s\ntext = %q", id, kind, services, limits, a.name("事项"+strings.Repeat("办理", 1+a.IntN(4))))
	if a.chance(10) {
		a.line("label = %q", a.name("标签"))
	}
	if a.chance(20) {
		a.line("instead = \"请提前办理\"")
	}
	return id
}

// time writes a time of any form. certain asks for one that is known.
func (a *anySite) time(id string, certain bool) (moved bool) {
	from := a.at.Add(-time.Hour).Format("2006-01-02 15:04")
	switch n := a.IntN(12); {
	case certain || n < 8:
		a.line("at = %q", a.later())
		a.facts = append(a.facts, id)
		moved = a.chance(15)
	case n == 8:
		a.line("tbd = true")
		if a.chance(50) {
			a.line("after = %q", a.later())
		}
		moved = a.chance(30)
	case n == 9:
		a.line("before = %q", a.later())
	case n == 10:
		a.line("after = %q", a.later())
	default:
		a.line("after = %q\nbefore = %q", a.later(), a.later())
	}
	if a.chance(10) {
		a.line("expected = true")
	}
	if moved {
		a.moved = fmt.Sprintf("[[milestone.%s.move]]\nfrom = %q\non = %s\nwhy = \"联调测试\"\n", id, from, a.issued.AddDate(0, 0, 1).Format(time.DateOnly))
	}
	return moved
}
