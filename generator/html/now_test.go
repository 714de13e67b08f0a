package html

import (
	"encoding/json"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"
	"time"

	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// A question is a fact with instants, and the states that the rules of package
// site give.
type question struct {
	Fact   fact     `json:"fact"`
	Times  []int64  `json:"times"`
	States []string `json:"states"`
	Words  []string `json:"words"`
}

// The script and (*site.Outage).At agree on any outage at any instant, in
// particular one second before, at and after each of its moments.
func TestTheScriptAgreesWithTheRules(t *testing.T) {
	node := testkit.Need(t, "node")
	p := (&Writer{plan: &plan.Plan{Site: &site.Site{}}}).page(plan.Output{Language: site.Chinese})
	r := rand.New(rand.NewPCG(1, 2))
	var questions []question
	for range 400 {
		questions = append(questions, ask(p, anyOutage(r), r))
	}
	input, err := json.Marshal(questions)
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(node, "-e", `
		const now = require(process.argv[1]), questions = JSON.parse(require('fs').readFileSync(0, 'utf8'));
		let wrong = 0, asked = 0;
		for (const q of questions) {
			q.times.forEach((t, i) => {
				const got = now.at(q.fact, t);
				asked++;
				if ((got.state !== q.states[i] || got.word !== q.words[i] || !q.fact.says[got.step]) && wrong++ < 5) console.log(t, got, q.states[i], q.words[i], JSON.stringify(q.fact));
			});
			// Between two changes that next() names, nothing changes.
			let t = Math.min(...q.times) - 1;
			for (let i = 0; i < 40; i++) {
				const then = now.next([q.fact], t);
				if (then === Infinity) break;
				if (now.at(q.fact, t).state !== now.at(q.fact, then - 1).state && wrong++ < 5) console.log('next', t, then, JSON.stringify(q.fact));
				t = then;
			}
		}
		console.log(asked, 'asked', wrong, 'wrong');
		process.exit(wrong ? 1 : 0);
	`, "../../templates/assets/now.js")
	run.Stdin = strings.NewReader(string(input))
	said, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	t.Logf("%s", said)
}

func ask(p *page, o *site.Outage, r *rand.Rand) question {
	q := question{Fact: p.outage(o)}
	add := func(at time.Time) {
		state, cause := o.At(at)
		word := ""
		if cause != nil && state != site.Uncertain && state != site.Off {
			word = cause.State
		}
		q.Times, q.States, q.Words = append(q.Times, at.Unix()), append(q.States, string(state)), append(q.Words, word)
	}
	for _, m := range append([]*site.Milestone{o.Stop}, o.Recoveries()...) {
		for _, edge := range []time.Time{m.Moment.Start(), m.Moment.End()} {
			for _, off := range []time.Duration{-time.Second, 0, time.Second, 9 * time.Hour, 17*time.Hour + 30*time.Minute} {
				if m.Moment.Known() {
					add(edge.Add(off))
				}
			}
		}
	}
	for range 20 {
		add(time.Unix(1640000000+r.Int64N(90*24*3600), 0))
	}
	return q
}

// anyOutage makes an outage of any form that the reader can produce.
func anyOutage(r *rand.Rand) *site.Outage {
	n := &site.Notice{Region: &site.Region{Issuer: "局"}}
	at := time.Date(2021, 12, 20, r.IntN(24), 0, 0, 0, site.China)
	moment := func() site.Moment {
		at = at.Add(time.Duration(r.IntN(10*24)) * time.Hour)
		m := site.Moment{Instant: at, Precision: site.Hour, As24: at.Hour() == 0 && r.IntN(2) == 0, Gradual: r.IntN(4) == 0}
		switch r.IntN(8) {
		case 0:
			return site.Moment{Pending: true}
		case 1:
			y, mo, d := at.Date()
			m.Instant, m.Precision, m.As24 = time.Date(y, mo, d, 0, 0, 0, 0, site.China), site.ToDay, false
		case 2:
			m.Instant, m.Precision = at.Add(30*time.Minute), site.Minute
			m.As24 = false
		case 3:
			bound := m
			return site.Moment{Before: &bound, Pending: r.IntN(2) == 0}
		}
		return m
	}
	make := func(kind site.Kind) *site.Milestone {
		m := &site.Milestone{Notice: n, Kind: kind, Service: testkit.Settlement, Moment: moment(), Text: testkit.Text("事项")}
		if kind == site.Partial && r.IntN(3) == 0 {
			m.Daily = &site.Daily{From: 7*60 + r.IntN(120), To: 17 * 60}
		}
		if kind == site.Partial && r.IntN(3) == 0 {
			m.State = "预受理"
		}
		return m
	}
	o := &site.Outage{Service: testkit.Settlement, Stop: make(site.Suspend)}
	o.Stop.Permanent = r.IntN(10) == 0
	for range r.IntN(3) {
		if !o.Stop.Permanent {
			o.Stages = append(o.Stages, make(site.Partial))
		}
	}
	if !o.Stop.Permanent && r.IntN(3) > 0 {
		o.End = make(site.Resume)
	}
	n.Outages = []*site.Outage{o}
	return o
}

// A deadline's last day is the day on which it can still be met.
func TestDeadlineSteps(t *testing.T) {
	p := (&Writer{plan: &plan.Plan{Site: &site.Site{}}}).page(plan.Output{Language: site.Chinese})
	for _, c := range []struct {
		at          string
		includes    bool
		last, limit string
	}{
		{"2022-03-31", true, "2022-03-31", "2022-04-01"},
		{"2022-03-31", false, "2022-03-30", "2022-03-31"},
		{"2021-12-30 20:00", false, "2021-12-30", "2021-12-30 20:00"},
		{"2022-02-27 24:00", false, "2022-02-27", "2022-02-28 00:00"},
	} {
		m := &site.Milestone{Notice: &site.Notice{}, Kind: site.Deadline, Label: "办理", Moment: testkit.At(t, c.at), Text: testkit.Text("办理")}
		m.Moment.Includes = c.includes
		steps := p.point(m).Steps
		if want := testkit.At(t, c.last).Instant.Unix(); steps[0].State != lastDay || steps[0].From != want {
			t.Errorf("%s: the last day begins at %d, not %d", c.at, steps[0].From, want)
		}
		if want := testkit.At(t, c.limit).Instant.Unix(); steps[1].State != passed || steps[1].From != want {
			t.Errorf("%s: it passes at %d, not %d", c.at, steps[1].From, want)
		}
	}
}
