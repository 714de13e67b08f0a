package command

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tonggao/generator"
	"tonggao/generator/amend"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// A moving is one use of tonggao move.
type moving struct {
	regions, templates string
	notice, milestone  string // as asked for
	on                 string
	withdraw           bool
	here               bool // give an inherited milestone a time of the notice's own
	yes                bool
	move               amend.Move
}

func (t *terminal) move() *cobra.Command {
	var m moving
	c := &cobra.Command{
		Use: "move PATH#MILESTONE TIME --why TEXT", Short: "postpone, advance, fix or withdraw a milestone, with the record of it",
		Long: `Move changes the time of a milestone in notice.toml and writes down the move and
the new revision; every other byte of the file stays. It shows what changes and
which sheets must be printed again, and asks before it writes.

TIME is written as in notice.toml: "2022-01-05 08:00", "2022-02-27 24:00", 2022-03-31
or 2022-01. tbd takes the time back: it will be announced. With --withdraw there is
no TIME: what the milestone says will not take place.`,
		Example: `  tonggao move jiangsu/suzhou/2021-platform#settlement-full "2022-01-05 08:00" --why 联调测试延长
  tonggao move jiangsu/suzhou/2021-platform#counter-scope "2022-01-10 09:00" --why 试运行正常
  tonggao move jiangsu/suzhou/2021-platform#settlement-full tbd --why 联调测试未完成`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := m.read(args, time.Now()); err != nil {
				return err
			}
			return t.moveMilestone(m)
		},
		ValidArgsFunction: paths(&m.regions, toMilestones),
	}
	c.Flags().StringVar(&m.regions, "regions", "regions", "`folder` with site.toml and the regions")
	c.Flags().StringVar(&m.templates, "templates", "", "`folder` with templates of your own (default: those in the program)")
	c.Flags().StringVar(&m.move.Why, "why", "", "the `reason`, as readers shall see it")
	c.Flags().StringVar(&m.on, "on", "", "the `day` on which the change is announced (default: today)")
	c.Flags().StringVar(&m.move.What, "what", "", "what the revision `says` (default: made from the milestone's label)")
	c.Flags().BoolVar(&m.withdraw, "withdraw", false, "withdraw the fact itself")
	c.Flags().BoolVar(&m.move.Join, "same-revision", false, "tell of it in the newest revision, of the same day and not published yet, with the moves there")
	c.Flags().BoolVar(&m.here, "here", false, "give this region a time of its own where the time is inherited")
	c.Flags().BoolVar(&m.yes, "yes", false, "write without asking")
	for _, flag := range []string{"why", "on", "what"} {
		complete(c, flag, fixed())
	}
	t.flags(c)
	return c
}

// read takes the command line apart.
func (m *moving) read(args []string, now time.Time) error {
	written, milestone, found := strings.Cut(filepath.ToSlash(args[0]), "#")
	if !found || milestone == "" {
		return fmt.Errorf("%s names no milestone: write PATH#MILESTONE, such as jiangsu/suzhou/2021-platform#settlement-full", args[0])
	}
	m.notice, m.milestone, m.move.Milestone = below(m.regions, written), milestone, milestone
	if m.move.Why == "" {
		return errors.New("move needs a reason: --why TEXT; it is printed beside the new time")
	}
	m.move.On = site.DayOf(now)
	if m.on != "" {
		day, err := site.ParseDay(m.on)
		if err != nil {
			return fmt.Errorf("--on %s %w; write 2021-12-31", m.on, err)
		}
		m.move.On = day
	}
	return m.readTime(strings.Join(args[1:], " "))
}

func (m *moving) readTime(written string) error {
	switch {
	case m.withdraw && written != "":
		return errors.New("--withdraw takes no TIME: what is withdrawn has none")
	case m.withdraw:
		m.move.To = amend.Withdrawn
		return nil
	case written == "":
		return errors.New(`move needs the new TIME: "2022-01-05 08:00", 2022-03-31, 2022-01, tbd; or --withdraw`)
	case written == amend.Pending:
		m.move.To = written
		return nil
	}
	moment, err := mention.ReadMoment(written)
	if err != nil {
		return fmt.Errorf(`the time %q %w; write "2022-01-05 08:00", "2022-02-27 24:00", 2022-03-31, 2022-01 or tbd`, written, err)
	}
	m.move.To = moment.String()
	return nil
}

// below turns what a person or a shell writes for a folder of regions into its
// path: regions/a/b/, a/b/notice.toml and a/b are one.
func below(regions, written string) string {
	name := path.Clean(filepath.ToSlash(written))
	name = strings.TrimPrefix(name, path.Clean(filepath.ToSlash(regions))+"/")
	return strings.TrimSuffix(strings.TrimSuffix(name, "/notice.toml"), "/region.toml")
}

// moveMilestone is the whole command: where is the time written, what does the
// file become, what does the site become, may it be written.
func (t *terminal) moveMilestone(m moving) error {
	o, err := t.options(files{regions: m.regions, templates: m.templates})
	if err != nil {
		return err
	}
	p, err := m.place(o)
	if err != nil {
		return err
	}
	o.Within = path.Dir(p.notice)
	before, problems, err := generator.Preview(o, programName())
	if err != nil {
		return err
	}
	if before == nil {
		fmt.Fprintln(t.err, "mend these first:")
		return t.report(problems, false)
	}
	if err := m.describe(p, before.Plan); err != nil {
		return err
	}
	file := filepath.Join(m.regions, filepath.FromSlash(p.notice), "notice.toml")
	old, err := readIfThere(file, m.here)
	if err != nil {
		return err
	}
	text, err := m.move.Apply(old)
	if err != nil {
		return err
	}
	o.Regions = amend.Over(o.Regions, map[string]string{p.notice + "/notice.toml": text})
	after, fresh, err := generator.Preview(o, programName())
	if err != nil {
		return err
	}
	if after == nil {
		fmt.Fprintf(t.err, "%s is not changed: it would not check any more\n", filepath.ToSlash(file))
		return t.report(fresh, false)
	}
	return t.offer(m, preview{file: file, old: old, text: text, before: before, after: after, problems: since(problems, fresh)})
}
