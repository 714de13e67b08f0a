package command

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"tonggao/generator"
	"tonggao/generator/amend"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/verify"
)

// A preview is what a move would do.
type preview struct {
	files         []rewrite // in the order in which they were named
	before, after *generator.Tree
	difference    verify.Difference
	unmended      problem.List // texts that give the time of what is withdrawn
	problems      problem.List // other ones that the move brings
	lines         []reading
	events        []event
}

// A rewrite is a file that would be written.
type rewrite struct{ name, old, text string }

// write makes the new text of every file.
func (m *moving) write() ([]rewrite, error) {
	var files []rewrite
	for _, notice := range m.notices() {
		change := amend.Change{On: m.day, Join: m.join, Replace: m.what != ""}
		inherited := false
		for _, s := range m.steps {
			if s.place.notice == notice {
				change.Moves, change.What = append(change.Moves, s.move), append(change.What, s.news())
				inherited = inherited || s.move.Inherited
			}
		}
		if m.what != "" {
			change.What = []string{m.what}
		}
		name := filepath.Join(m.regions, filepath.FromSlash(notice), "notice.toml")
		old, err := readIfThere(name, inherited)
		if err != nil {
			return nil, err
		}
		text, err := change.Apply(old)
		if err != nil {
			return nil, err
		}
		files = append(files, rewrite{name, old, text})
	}
	return files, nil
}

// notices are the folders whose files change, each once, in the order of the steps.
func (m *moving) notices() []string {
	var all []string
	for _, s := range m.steps {
		if !slices.Contains(all, s.place.notice) {
			all = append(all, s.place.notice)
		}
	}
	return all
}

// judge reads the site as it would be: what would not check is not written. Texts that
// give the time of what is withdrawn do not hold up a withdrawal, which may be needed
// at night; they are told, and the next build waits for them.
func (t *terminal) judge(m moving, o generator.Options, p preview, problems problem.List) error {
	changed := map[string]string{}
	for i, notice := range m.notices() {
		changed[notice+"/notice.toml"] = p.files[i].text
	}
	o.Regions = amend.Over(o.Regions, changed)
	after, fresh, err := generator.Preview(o, programName())
	if err != nil {
		return err
	}
	if after == nil {
		for _, f := range p.files {
			fmt.Fprintf(t.err, "%s is not changed: it would not check any more\n", filepath.ToSlash(f.name))
		}
		return t.report(fresh, false)
	}
	p.after, p.problems = after, since(problems, fresh)
	p.unmended = source.Cited(after.Plan.Site)
	if p.difference, err = verify.DiffFS(p.before, after); err != nil {
		return err
	}
	if len(p.difference.Regions) == 0 {
		return fmt.Errorf("%s would change, but no published notice: it is not written", p.files[0].name)
	}
	p.lines = cited(p.before.Plan.Site, after.Plan.Site)
	if p.events, err = m.events(p.before, after); err != nil {
		return err
	}
	return t.offer(m, p)
}

// offer shows what would change and writes it when the person at the terminal
// agrees, or --yes did before.
func (t *terminal) offer(m moving, p preview) error {
	if t.json {
		var names []string
		for _, f := range p.files {
			names = append(names, filepath.ToSlash(f.name))
		}
		t.line(map[string]any{"files": names, "difference": p.difference, "events": p.events, "read": p.lines, "unmended": p.unmended, "problems": p.problems, "written": m.yes})
	} else {
		t.show(m, p)
	}
	if m.dry {
		return nil
	}
	if !m.yes {
		agreed, err := t.agrees()
		if err != nil || !agreed {
			return err
		}
	}
	if err := replace(p.files); err != nil {
		return err
	}
	for _, f := range p.files {
		if !t.json && !t.quiet {
			fmt.Fprintln(t.out, "written:", filepath.ToSlash(f.name))
		}
	}
	return nil
}

// show prints the change of the files, of the facts, and what it means for readers,
// for paper and for calendars.
func (t *terminal) show(m moving, p preview) {
	for _, f := range p.files {
		name := filepath.ToSlash(f.name)
		_, lines, _ := strings.Cut(string(diff.Diff(name, []byte(f.old), name, []byte(f.text))), "\n") // the first names diff itself
		fmt.Fprintln(t.out, lines)
	}
	asText(t.out, p.difference)
	for _, s := range m.steps {
		for _, one := range s.apart(p.before.Plan, p.after.Plan) {
			fmt.Fprintln(t.out, one)
		}
	}
	t.showEvents(p.events)
	t.showLines(p.lines)
	for _, s := range m.steps {
		if words := openWords(p.after.Plan, s); words != "" {
			fmt.Fprintln(t.out, "\nits words still speak of a time to come; mend them too:", words)
		}
	}
	t.showProblems("these texts give a time that is withdrawn; mend them, the site is not built before that:", p.unmended)
	t.showProblems("after that, check says:", p.problems)
}

func (t *terminal) showProblems(head string, problems problem.List) {
	if len(problems) > 0 {
		fmt.Fprintln(t.out, "\n"+head)
	}
	for _, one := range problems {
		fmt.Fprintln(t.out, t.paint(one))
	}
}

// openWords returns the label or the text of a milestone that has a time now and
// whose words still announce one; "" where they do not.
func openWords(after *plan.Plan, s *step) string {
	one := milestoneOf(after.Site, s.notice, s.milestone)
	if one == nil || !one.Moment.Known() || one.Withdrawn {
		return ""
	}
	text := phrase.Plain(phrase.In(site.Chinese).Runs(one.Notice, nil, one.Text))
	for _, words := range []string{text, one.Label} {
		if strings.HasSuffix(words, "时间") || strings.Contains(words, "另行通知") || strings.Contains(words, "待定") {
			return words
		}
	}
	return ""
}

// apart tells which notices have a time of their own for the milestone and stay
// where they are.
func (s *step) apart(before, after *plan.Plan) []string {
	var lines []string
	for _, n := range after.Site.Notices() {
		one, was := n.Milestone(s.milestone), milestoneOf(before.Site, n.ID, s.milestone)
		if n.Folder != path.Base(s.notice) || one == nil || was == nil || len(one.AllMoves()) != len(was.AllMoves()) {
			continue
		}
		lines = append(lines, fmt.Sprintf("not moved: %s (%s) has a time of its own, %s", n.Region.Name, n.ID, phrase.In(site.Chinese).When(one)))
	}
	return lines
}

// errUnasked says that nobody could be asked.
var errUnasked = errors.New("nothing is written: there is no terminal to ask at; --yes writes without asking")

// agrees asks on the terminal. What is not a yes is a no.
func (t *terminal) agrees() (bool, error) {
	if !isTerminal(os.Stdin) {
		return false, errUnasked
	}
	fmt.Fprint(t.err, "write this? [y/N] ")
	answer, err := bufio.NewReader(os.Stdin).ReadString('\n')
	if err != nil {
		fmt.Fprintln(t.err)
		return false, errUnasked
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes", "是":
		return true, nil
	}
	fmt.Fprintln(t.err, "nothing is written")
	return false, nil
}

// readIfThere reads a file; one that may be new reads as empty.
func readIfThere(name string, mayBeNew bool) (string, error) {
	text, err := os.ReadFile(name)
	if mayBeNew && errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	return string(text), err
}
