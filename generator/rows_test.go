package generator

import (
	"bufio"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// A row is a line of testdata/rows.tsv; its head explains the columns.
type row struct{ slug, section, home, notice, where, phrase, at string }

func rows(t *testing.T) []row {
	t.Helper()
	file, err := os.Open("testdata/rows.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []row
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") || lines.Text() == "" {
			continue
		}
		f := strings.Split(lines.Text(), "\t")
		if len(f) != 7 {
			t.Fatalf("a row of %d columns: %s", len(f), lines.Text())
		}
		all = append(all, row{f[0], f[1], f[2], f[3], f[4], f[5], f[6]})
	}
	return all
}

// realPlan is the plan of the real regions, which have no problem whatever.
func realPlan(t testing.TB) *plan.Plan {
	t.Helper()
	p, problems, err := Load(Options{Regions: os.DirFS("../regions"), Look: look.New(os.DirFS("../templates"))})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range problems {
		t.Error(one)
	}
	if p == nil {
		t.FailNow()
	}
	return p
}

// Every time fact of the four real notices is where the table says: a milestone
// with that time, an outage that follows from milestones, or a sentence whose
// times are placeholders.
func TestEveryFactOfTheFourNotices(t *testing.T) {
	p := realPlan(t)
	slugs := map[string]map[string]bool{"A": {}, "B": {}, "C": {}}
	for _, r := range rows(t) {
		slugs[r.section][r.slug] = true
		n := findNotice(p.Site, r.notice)
		if n == nil {
			t.Errorf("%s: there is no notice %s", r.slug, r.notice)
			continue
		}
		if said := misplaced(n, r); said != "" {
			t.Errorf("%s (%s of %s): %s", r.slug, r.home, r.notice, said)
		}
	}
	for section, want := range map[string]int{"A": 79, "B": 11, "C": 53} {
		if have := len(slugs[section]); have != want {
			t.Errorf("section %s: %d facts in the table; the notices have %d", section, have, want)
		}
	}
}

func findNotice(s *site.Site, id string) *site.Notice {
	for _, r := range s.Regions {
		for _, n := range r.Notices {
			if n.ID == id {
				return n
			}
		}
	}
	return nil
}

// misplaced says what is wrong with a row; "" when its fact is at home.
func misplaced(n *site.Notice, r row) string {
	switch r.home {
	case "milestone":
		m := n.Milestone(r.where)
		if m == nil {
			return "no milestone " + r.where
		}
		if r.at != "" && m.Moment.Datetime() != r.at {
			return "it is at " + m.Moment.Datetime() + ", not " + r.at
		}
	case "outage":
		if !hasOutage(n, strings.Fields(r.where)) {
			return "no outage " + r.where
		}
	case "unaffected":
		if !slices.ContainsFunc(n.Unaffected, func(u *site.Unaffected) bool { return u.ID == r.where }) {
			return "nothing unaffected is called " + r.where
		}
	case "fragment":
		return missingPhrase(n, r)
	case "notice":
		have := map[string]string{"issued": n.Issued.String(), "published": n.Published.Datetime(), "related": n.Related}[r.where]
		if have == "" || !strings.HasPrefix(r.at, strings.TrimSuffix(have, ":00+08:00")) {
			return "it says " + have + ", not " + r.at
		}
	default:
		return "the table has no home of that name"
	}
	return ""
}

func hasOutage(n *site.Notice, want []string) bool {
	return slices.ContainsFunc(n.Outages, func(o *site.Outage) bool {
		chain := []string{o.Stop.ID}
		for _, r := range o.Recoveries() {
			chain = append(chain, r.ID)
		}
		if o.Service.ID != want[0] || !slices.Contains(chain, want[1]) {
			return false
		}
		return slices.Contains(chain, want[2]) || want[2] == "-" && len(chain) == 1
	})
}

// missingPhrase looks for a sentence in the author's own file, where its times
// stand as placeholders, in the notice's folder or in those it inherits from.
func missingPhrase(n *site.Notice, r row) string {
	for region := n.Region; region != nil; region = region.Parent {
		text, err := os.ReadFile(path.Join("../regions", region.ID, n.Folder, r.where))
		if err != nil {
			continue
		}
		if !strings.Contains(string(text), r.phrase) {
			return r.where + " does not say " + r.phrase
		}
		return ""
	}
	return "no file " + r.where
}
