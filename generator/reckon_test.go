package generator

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"testing"
	"time"

	"tonggao/generator/course"
	"tonggao/generator/data"
	"tonggao/generator/html"
	"tonggao/generator/look"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// How any service of any site stands at any instant is one thing: to the program, to
// whoever reads notices.json alone, to the script of the built pages and to a naive
// reckoning from the authors' files.
func TestFourReckoningsAgree(t *testing.T) {
	c := &comparison{T: t, templates: look.New(os.DirFS("../templates")), wrong: map[string]int{}, seen: map[site.State]int{}}
	sites := 0
	for seed := uint64(0); sites < 200; seed++ {
		c.Rand = rand.New(rand.NewPCG(seed, 13))
		files := testkit.AnySite(c.Rand)
		p, _, err := Load(Options{Regions: files, Look: look.New(os.DirFS("../templates")), Plan: plan.Options{Formats: []plan.Format{plan.HTML, plan.Data}}})
		if err != nil {
			t.Fatal(err)
		}
		if p == nil {
			continue // the reader refuses one in fifty
		}
		sites++
		c.name = fmt.Sprint("site ", seed)
		c.site(p, files)
	}
	if c.asked < 200*200 || len(c.seen) < 6 {
		t.Errorf("only %d instants were compared, with the states %v", c.asked, c.seen)
	}
	c.browser()
	t.Logf("%d states of services compared; seen: %v", c.asked, c.seen)
}

// A comparison gathers what is to be asked of the browser's script.
type comparison struct {
	*testing.T
	*rand.Rand
	templates *look.Look
	name      string
	asked     int
	wrong     map[string]int
	seen      map[site.State]int
	questions []question
}

// A question is a fact of a page with instants, and what must be said at each.
type question struct {
	Name    string          `json:"name"`
	Fact    json.RawMessage `json:"fact"`
	Times   []int64         `json:"times"`
	Answers [][]string      `json:"answers"`
}

// differ reports a disagreement; the first about each service of a notice tells enough.
func (c *comparison) differ(about, format string, values ...any) {
	c.Helper()
	about = c.name + ": " + about
	if c.wrong[about]++; c.wrong[about] == 1 && len(c.wrong) <= 20 {
		c.Errorf(about+" "+format, values...)
	}
}

func (c *comparison) site(p *plan.Plan, files fs.FS) {
	pages, err := html.New(c.templates, p)
	if err != nil {
		c.Fatal(err)
	}
	programs := data.New(p)
	made := map[string][]byte{}
	for _, o := range p.Outputs() {
		var out bytes.Buffer
		var err error
		switch {
		case o.Kind == plan.RegionJSON:
			err = programs.Write(&out, o)
		case o.Language == site.Chinese && (o.Kind == plan.NoticePage || o.Kind == plan.RegionPage):
			err = pages.Write(&out, o)
		default:
			continue
		}
		if err != nil {
			c.Fatal(err)
		}
		made[o.Path] = out.Bytes()
	}
	for _, r := range p.Site.Regions {
		c.region(r, files, made)
	}
}

func (c *comparison) region(r *site.Region, files fs.FS, made map[string][]byte) {
	dir := plan.RegionDir(r)
	facts := jsonRegion(c.T, made[dir+"notices.json"])
	var all []*reckoner
	var courses []*site.Course
	for i, n := range r.Notices {
		naive := reckonFrom(c.T, files, n.ID)
		if !naive.history.Equal(n.History) {
			c.differ(n.ID, "is history from %s, not %s", n.History, naive.history)
		}
		c.notice(n, facts.Notices[i], naive, pageFacts(c.T, made[plan.NoticeDir(n)+"index.html"]))
		all = append(all, naive)
		courses = append(courses, n.Courses...)
	}
	c.joined(r, site.Asked(course.Together(courses), r.Vocabulary), all, pageFacts(c.T, made[dir+"index.html"]).Facts)
}

// notice compares the courses of a notice.
func (c *comparison) notice(n *site.Notice, facts jsonNotice, naive *reckoner, page pageNow) {
	asked := site.Asked(n.Courses, n.Vocabulary) // the order of its page
	if len(page.Facts) > 0 && page.Past.From != naive.history.Unix() {
		c.differ(n.ID, "is history from %d in its page, not %d", page.Past.From, naive.history.Unix())
	}
	if len(n.Courses) > len(page.Facts) || len(n.Courses) != len(facts.States) {
		c.differ(n.ID, "has %d courses, %d in notices.json, %d facts in its page", len(n.Courses), len(facts.States), len(page.Facts))
		return
	}
	met := map[int]bool{}
	for _, service := range n.Services {
		if len(naive.turns(service.ID)) == 0 {
			continue
		}
		for _, part := range parts(service.ID, naive) {
			i := courseOf(n.Courses, service.ID, part)
			if i < 0 {
				c.differ(n.ID, "has no course of %s%v", service.ID, part)
				continue
			}
			met[i] = true
			c.course(n.Courses[i], facts, i, naive, part, page.Facts[slices.Index(asked, n.Courses[i])])
		}
	}
	for i, course := range n.Courses {
		if !met[i] {
			c.differ(n.ID, "has a course of %s %+v, which the naive has not", course.Service.ID, facts.States[i].jsonLane)
		}
	}
}

// courseOf finds the course of a part: the only one that names it, or that of the
// rest; -1 for none or several.
func courseOf(courses []*site.Course, service string, p limits) int {
	found := -1
	for i, c := range courses {
		lane := c.Lane
		holds := c.Service.ID == service && (lane.Scope == "" || lane.Scope == p.scope) &&
			(len(lane.Audience) == 0 || slices.ContainsFunc(lane.Audience, func(a *site.Audience) bool { return a.ID == p.audience })) &&
			(len(lane.Channels) == 0 || slices.ContainsFunc(lane.Channels, func(x *site.Channel) bool { return x.ID == p.channel }))
		switch {
		case !holds:
		case found < 0 || courses[found].Lane.Rest && within(lane, courses[found].Lane):
			found = i
		case !lane.Rest || !within(courses[found].Lane, lane):
			return -1
		}
	}
	return found
}

// within reports whether a lane has each limit that another has.
func within(l, o site.Lane) bool {
	return (o.Scope == "" || l.Scope != "") && (len(o.Audience) == 0 || len(l.Audience) > 0) && (len(o.Channels) == 0 || len(l.Channels) > 0)
}

// course compares one part of a service in one notice.
func (c *comparison) course(course *site.Course, facts jsonNotice, i int, naive *reckoner, part limits, page json.RawMessage) {
	q := question{Name: fmt.Sprint(course.Notice.ID, " ", course.Service.ID, part), Fact: page}
	for _, at := range c.instants(naive, 200) {
		state := naive.stands(course.Service.ID, part, at)
		c.see(state)
		if got, _ := course.At(at); got != state {
			c.differ(q.Name, "at %s: the program says %s, the naive %s", at.Format(time.DateTime), got, state)
		}
		if got := facts.States[i].at(at); got != state {
			c.differ(q.Name, "at %s: notices.json says %s, the naive %s", at.Format(time.DateTime), got, state)
		}
		if said := facts.outage(facts.States[i], at, state); said != "" {
			c.differ(q.Name, "is %s at %s, %s", state, at.Format(time.DateTime), said)
		}
		q.ask(course, at, state)
	}
	c.questions = append(c.questions, q)
}

func (c *comparison) see(s site.State) {
	c.asked++
	c.seen[s]++
}

// ask adds an instant, with the naive state and the words of phrase.
func (q *question) ask(c *site.Course, at time.Time, state site.State) {
	_, word, says := phrase.In(site.Chinese).Now(c, at)
	q.Times, q.Answers = append(q.Times, at.Unix()), append(q.Answers, []string{string(state), word, says})
}

// instants are those one second before, at and after every time of a notice, and
// others at random.
func (c *comparison) instants(n *reckoner, least int) []time.Time {
	var all []time.Time
	first, last := never, time.Time{}
	for _, x := range n.times() {
		all = append(all, x.Add(-time.Second), x, x.Add(time.Second))
		if x.Before(first) {
			first = x
		}
		last = later(last, x)
	}
	all = append(all, n.history.Add(-time.Second), n.history)
	if last.IsZero() {
		first, last = n.history, n.history
	}
	span := last.Sub(first) + 60*24*time.Hour
	for range max(10, least-len(all)) {
		all = append(all, first.Add(-10*24*time.Hour).Add(time.Duration(c.Int64N(int64(span)))).Truncate(time.Second))
	}
	return all
}

// browser asks the script of the pages everything at once.
func (c *comparison) browser() {
	input, err := json.Marshal(c.questions)
	if err != nil {
		c.Fatal(err)
	}
	run := exec.Command(testkit.Need(c.T, "node"), "-e", `
		const now = require(process.argv[1]), questions = JSON.parse(require('fs').readFileSync(0, 'utf8'));
		let wrong = 0, asked = 0;
		for (const q of questions) q.times.forEach((t, i) => {
			const got = now.at(q.fact, t), want = q.answers[i];
			asked++;
			if ((got.state !== want[0] || got.word !== want[1] || got.says !== want[2]) && wrong++ < 20) console.log(q.name, new Date(t * 1000).toISOString(), got, want);
		});
		console.log(asked, 'asked', wrong, 'wrong');
		process.exit(wrong ? 1 : 0);
	`, "../templates/assets/now.js")
	run.Stdin = bytes.NewReader(input)
	said, err := run.CombinedOutput()
	if err != nil {
		c.Errorf("%v\n%s", err, said)
	}
	c.Logf("the browser: %s", said)
}
