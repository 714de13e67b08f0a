package command

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"tonggao/generator"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/publish"
	"tonggao/generator/site"
)

// A preview is what a move would do.
type preview struct {
	file          string // that would be written
	old, text     string
	before, after *generator.Tree
	problems      problem.List // that the move brings
}

// offer shows what would change and writes it when the person at the terminal
// agrees, or --yes did before.
func (t *terminal) offer(m moving, p preview) error {
	d, err := publish.DiffFS(p.before, p.after)
	if err != nil {
		return err
	}
	if len(d.Regions) == 0 {
		return fmt.Errorf("%s would change, but no published notice: it is not written", p.file)
	}
	if t.json {
		t.line(map[string]any{"file": filepath.ToSlash(p.file), "difference": d, "problems": p.problems, "written": m.yes})
	} else {
		t.show(m, p, d)
	}
	if !m.yes {
		agreed, err := t.agrees()
		if err != nil || !agreed {
			return err
		}
	}
	if err := replace(p.file, p.old, p.text); err != nil {
		return err
	}
	if !t.json && !t.quiet {
		fmt.Fprintln(t.out, "written:", filepath.ToSlash(p.file))
	}
	return nil
}

// show prints the change of the file, of the facts, and what it means for paper.
func (t *terminal) show(m moving, p preview, d publish.Difference) {
	name := filepath.ToSlash(p.file)
	_, lines, _ := strings.Cut(string(diff.Diff(name, []byte(p.old), name, []byte(p.text))), "\n") // the first names diff itself
	fmt.Fprintln(t.out, lines)
	asText(t.out, d)
	for _, line := range apart(p.after.Plan, m.milestone, p.before.Plan) {
		fmt.Fprintln(t.out, line)
	}
	if words := openWords(p.after.Plan, m); words != "" {
		fmt.Fprintln(t.out, "\nits words still speak of a time to come; mend them too:", words)
	}
	if len(p.problems) > 0 {
		fmt.Fprintln(t.out, "\nafter that, check says:")
		for _, one := range p.problems {
			fmt.Fprintln(t.out, t.paint(one))
		}
	}
}

// openWords returns the label or the text of a milestone that has a time now and
// whose words still announce one; "" where they do not.
func openWords(after *plan.Plan, m moving) string {
	one := milestoneOf(after.Site, m.notice, m.milestone)
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

// apart tells which notices have a time of their own for a milestone and stay
// where they are.
func apart(after *plan.Plan, milestone string, before *plan.Plan) []string {
	var lines []string
	for _, n := range after.Site.Notices() {
		m, was := n.Milestone(milestone), milestoneOf(before.Site, n.ID, milestone)
		if m == nil || was == nil || len(m.AllMoves()) != len(was.AllMoves()) {
			continue
		}
		lines = append(lines, fmt.Sprintf("not moved: %s (%s) has a time of its own, %s", n.Region.Name, n.ID, phrase.In(site.Chinese).When(m)))
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

// replace writes a file whole or not at all, and only over what was read: an
// author may have saved it in the meantime.
func replace(name, old, text string) error {
	now, err := readIfThere(name, old == "")
	if err != nil {
		return err
	}
	if now != old {
		return fmt.Errorf("%s was changed in the meantime and is not written: try again", name)
	}
	mode := os.FileMode(0o666)
	if info, err := os.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	fresh := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".new")
	if err := os.WriteFile(fresh, []byte(text), mode); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := os.Rename(fresh, name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
