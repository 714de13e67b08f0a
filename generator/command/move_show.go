package command

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"tonggao/generator/message"
	"tonggao/generator/move"
	"tonggao/generator/problem"
	"tonggao/generator/rewrite"
)

// offer shows what would change and writes it when the person at the terminal
// agrees, or --yes did before.
func (t *terminal) offer(m moving, p *move.Preview) error {
	if t.json {
		var names []string
		for _, f := range p.Files {
			names = append(names, m.file(f))
		}
		t.line(map[string]any{"files": names, "difference": p.Difference, "events": p.Events, "read": p.Lines, "unmended": p.Unmended, "problems": p.Problems, "written": m.yes})
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
	if err := rewrite.Files(m.regions, p.Files); err != nil {
		return err
	}
	for _, f := range p.Files {
		if !t.json && !t.quiet {
			t.tell("written: %s", m.file(f))
		}
	}
	return nil
}

// show prints the change of the files, of the facts, and what it means for readers,
// for paper and for calendars.
func (t *terminal) show(m moving, p *move.Preview) {
	for _, f := range p.Files {
		name := message.Visible(m.file(f))
		_, lines, _ := strings.Cut(string(diff.Diff(name, []byte(f.Old), name, []byte(f.Text))), "\n") // the first names diff itself
		fmt.Fprintln(t.out, message.VisibleLines(lines))
	}
	p.Difference.Text(t.out, t.lang.In)
	for _, s := range m.Steps {
		for _, one := range s.Apart(p.Before.Plan, p.After.Plan) {
			t.tell("%s", one)
		}
	}
	t.showEvents(p.Events)
	t.showLines(p.Lines)
	for _, s := range m.Steps {
		if words := s.OpenWords(p.After.Plan); words != "" {
			t.tell("\nits words still speak of a time to come; mend them too: %s", words)
		}
	}
	t.showProblems("these texts give a time that is withdrawn; mend them, the site is not built before that:", p.Unmended)
	t.showProblems("after that, check says:", p.Problems)
}

func (t *terminal) showProblems(head string, problems problem.List) {
	if len(problems) > 0 {
		t.tell("\n%s", message.Say(head))
	}
	for _, one := range problems {
		fmt.Fprintln(t.out, t.paint(one))
	}
}

// errUnasked says that nobody could be asked.
var errUnasked = message.New("nothing is written: there is no terminal to ask at; --yes writes without asking")

// agrees asks on the terminal. What is not a yes is a no.
func (t *terminal) agrees() (bool, error) {
	if !isTerminal(os.Stdin) {
		return false, errUnasked
	}
	fmt.Fprint(t.err, t.say("write this? [y/N] "))
	answer, err := bufio.NewReader(os.Stdin).ReadString('\n')
	if err != nil {
		fmt.Fprintln(t.err)
		return false, errUnasked
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes", "是":
		return true, nil
	}
	t.warn("nothing is written")
	return false, nil
}

func (t *terminal) showEvents(events []move.Event) {
	if len(events) > 0 {
		t.tell("\n%s", message.Say("subscribers will see:"))
	}
	for _, e := range events {
		line(t.out, "  %s", e.Title)
		line(t.out, "    %s → %s", t.when(e.Before), t.when(e.After))
		t.tell("    UID %s, SEQUENCE %s → %s, STATUS %s → %s", e.UID, stated(e.Before.Sequence), stated(e.After.Sequence), stated(e.Before.Status), stated(e.After.Status))
	}
}

// when is the time of an entry; a calendar has none of what is not known yet.
func (t *terminal) when(e move.Entry) string { return cmp.Or(e.When(), t.say("no entry")) }

// stated is what an entry states; where there is none, a dash.
func stated(value string) string { return cmp.Or(value, "–") }

func (t *terminal) showLines(lines []move.Reading) {
	if len(lines) > 0 {
		t.tell("\n%s", message.Say("read these again, as they will read:"))
	}
	for _, l := range lines {
		t.tell("  %s: %s", l.Position, l.Sentence)
	}
}
