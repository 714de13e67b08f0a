package now

import (
	"encoding/json"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"
	"time"

	"tonggao/generator/course"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
	"tonggao/generator/words"
)

// A question is a fact with instants, and what the program says at each: the state,
// its word, what follows.
type question struct {
	Fact    Fact       `json:"fact"`
	Times   []int64    `json:"times"`
	Answers [][]string `json:"answers"`
}

// The script and site.Course agree on any service of any notice at any instant, in
// particular one second before, at and after each of its steps.
func TestTheScriptAgreesWithTheRules(t *testing.T) {
	node := testkit.Need(t, "node")
	p := Teller{Voice: phrase.In(site.Chinese), Words: words.In(site.Chinese)}
	questions := append(standings(t, p), openings(p)...)
	for seed := uint64(0); len(questions) < 400; seed++ {
		r := rand.New(rand.NewPCG(seed, 2))
		s, _, err := source.Read(testkit.AnySite(r))
		if err != nil {
			t.Fatal(err)
		}
		if s == nil {
			continue // the reader refuses one in fifty
		}
		for _, n := range s.Notices() {
			for _, c := range n.Courses {
				questions = append(questions, ask(p, c, r))
			}
		}
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
				const got = now.at(q.fact, t), want = q.answers[i];
				asked++;
				if ((got.state !== want[0] || got.word !== want[1] || got.says !== want[2]) && wrong++ < 5) console.log(t, got, want, JSON.stringify(q.fact));
			});
			// Between two changes that next() names, nothing changes.
			let t = Math.min(...q.times) - 1;
			for (let i = 0; i < 40; i++) {
				const then = now.next([q.fact], t);
				if (then === Infinity) break;
				const a = now.at(q.fact, t), b = now.at(q.fact, then - 1);
				if ((a.state !== b.state || a.says !== b.says) && wrong++ < 5) console.log('next', t, then, JSON.stringify(q.fact));
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

// standings asks the script for the table that holds the rules, too.
func standings(t *testing.T, p Teller) []question {
	t.Helper()
	var questions []question
	for _, x := range testkit.Standings {
		s, problems, err := source.Read(x.Files(""))
		if err != nil || s == nil {
			t.Fatal(x.Name, problems, err)
		}
		var courses []*site.Course
		for _, n := range s.Regions[0].Notices {
			courses = append(courses, n.Courses...)
		}
		for _, claim := range x.Claims(t, course.Together(courses)) {
			q := question{Fact: p.Course(claim.Course)}
			q.add(p, claim.Course, claim.At)
			if past := p.Past(claim.Course.Notice); claim.State != "history" {
				q.Answers[0][0] = claim.State
			} else if claim.At.Unix() < past.From {
				t.Errorf("%s: the page does not call it history at %s", x.Name, claim.At)
			}
			questions = append(questions, q)
		}
	}
	return questions
}

// add asks about an instant; the answer is the program's.
func (q *question) add(p Teller, c *site.Course, at time.Time) {
	state, word, says := p.Voice.Now(c, at)
	q.Times, q.Answers = append(q.Times, at.Unix()), append(q.Answers, []string{string(state), word, says})
}

func ask(p Teller, c *site.Course, r *rand.Rand) question {
	q := question{Fact: p.Course(c)}
	for _, s := range c.Steps[1:] {
		for _, off := range []time.Duration{-time.Second, 0, time.Second, 9 * time.Hour, 17*time.Hour + 30*time.Minute} {
			q.add(p, c, s.From.Add(off))
		}
	}
	begin := time.Date(2024, 1, 1, 0, 0, 0, 0, site.China).Unix()
	for range 20 {
		q.add(p, c, time.Unix(begin+r.Int64N(500*24*3600), 0))
	}
	return q
}

// openings asks about openings that keep random hours, some for years: open in them, and
// finished with the last.
func openings(p Teller) []question {
	r := rand.New(rand.NewPCG(4, 15))
	var questions []question
	for range 60 {
		first := site.Day{Year: 2024, Month: 4, Day: 1 + r.IntN(20)}
		last := first.Add(3 + r.IntN(30))
		if r.IntN(4) == 0 {
			last = last.Add(1000)
		}
		m := &site.Milestone{Notice: &site.Notice{}, Kind: site.Opening, Label: "加开", Text: testkit.Text("加开"), Hours: testkit.AnyHours(r, first),
			Moment: site.Moment{Instant: first.Start(), Precision: site.ToDay}, Until: &site.Moment{Instant: last.Start(), Precision: site.ToDay}}
		end, any := m.LastWindow()
		if !any {
			continue
		}
		q, says := question{Fact: p.Point(m)}, p.Voice.When(m)
		for range 100 {
			at := first.Start().Add(time.Duration(r.Int64N(int64(end.To.Sub(first.Start())+48*time.Hour)) - int64(24*time.Hour))).Truncate(time.Minute)
			state := Ahead
			switch {
			case !at.Before(end.To):
				state = Finished
			case m.Hours.Open(first, at):
				state = Opened
			}
			q.Times, q.Answers = append(q.Times, at.Unix()), append(q.Answers, []string{state, points(p.Words)[state], says})
		}
		questions = append(questions, q)
	}
	return questions
}

// A deadline's last day is the day on which it can still be met.
func TestDeadlineSteps(t *testing.T) {
	p := Teller{Voice: phrase.In(site.Chinese), Words: words.In(site.Chinese)}
	for _, c := range []struct {
		at                     string
		includes               bool
		last, limit, precision string
	}{
		{"2022-03-31", true, "2022-03-31", "2022-04-01", "day"},
		{"2022-03-31", false, "2022-03-30", "2022-03-31", "day"},
		{"2021-12-30 20:00", false, "2021-12-30", "2021-12-30 20:00", ""},
		{"2022-02-27 24:00", false, "2022-02-27", "2022-02-28 00:00", ""},
	} {
		m := &site.Milestone{Notice: &site.Notice{}, Kind: site.Deadline, Label: "办理", Moment: testkit.At(t, c.at), Text: testkit.Text("办理")}
		m.Moment.Includes = c.includes
		steps := p.Point(m).Steps
		if want := testkit.At(t, c.last).Instant.Unix(); steps[1].State != LastDay || steps[1].From != want {
			t.Errorf("%s: the last day begins at %d, not %d", c.at, steps[1].From, want)
		}
		if want := testkit.At(t, c.limit).Instant.Unix(); steps[2].State != Passed || steps[2].From != want {
			t.Errorf("%s: it passes at %d, not %d", c.at, steps[2].From, want)
		}
		if steps[1].Precision != "day" || steps[2].Precision != c.precision {
			t.Errorf("%s: precise to %q and %q, not to day and %q", c.at, steps[1].Precision, steps[2].Precision, c.precision)
		}
	}
}

// A step tells that its time has no hour, by its milestone or by the end of its window.
func TestStepsTellOfBareDays(t *testing.T) {
	until := testkit.At(t, "2024-05-14")
	for _, c := range []struct {
		step site.Step
		want string
	}{
		{site.Step{}, ""},
		{site.Step{Cause: &site.Milestone{Moment: testkit.At(t, "2024-05-14 09:30")}}, ""},
		{site.Step{Cause: &site.Milestone{Moment: testkit.At(t, "2024-05-14")}}, "day"},
		{site.Step{Cause: &site.Milestone{Moment: testkit.At(t, "2024-05")}}, "month"},
		{site.Step{Over: true, Cause: &site.Milestone{Moment: testkit.At(t, "2024-05-12 08:00"), Until: &until}}, "day"},
	} {
		if got := bare(c.step.Moment()); got != c.want {
			t.Errorf("%+v: %q, want %q", c.step.Moment(), got, c.want)
		}
	}
}

// A service that one notice stops no more stands as another says that stops it, or the whole
// of it, or some of its people.
func TestCalledOffBesideAnotherStop(t *testing.T) {
	const stop, gone = ` | at = "2024-05-15 08:00"`, ` | withdrawn = true | moved from 2024-05-15 08:00`
	p := Teller{Voice: phrase.In(site.Chinese), Words: words.In(site.Chinese)}
	for _, c := range []struct {
		off, other string
		told       int
	}{
		{"water", "water", 0},
		{"card", "water", 0}, // a part of it
		{"water", "card", 1},
		{"water", `water | audience = ["p0"]`, 0},
		{"water | scope = \"东区\"", "water | scope = \"西区\"", 1},
	} {
		x := testkit.Standing{Site: "[service.card]\nname = \"水卡\"\npart_of = \"water\"\n", Notices: []string{"s suspend " + c.off + stop + gone, "s suspend " + c.other + stop}}
		s, problems, err := source.Read(x.Files(""))
		if err != nil || s == nil {
			t.Fatal(problems, err)
		}
		newer, older := s.Regions[0].Notices[0], s.Regions[0].Notices[1]
		if facts := p.CalledOff(newer, nil, older.Courses); len(facts) != c.told {
			t.Errorf("%s is called off where %s stops: %d facts", c.off, c.other, len(facts))
		}
	}
}
