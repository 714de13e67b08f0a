package command

import (
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tonggao/generator/arrival"
	"tonggao/generator/message"
	"tonggao/generator/move"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/usage"
)

// A moving is one use of tonggao move.
type moving struct {
	move.Order
	regions, templates string
	on                 string
	yes, dry           bool
}

func (t *terminal) move() *cobra.Command {
	var m moving
	c := &cobra.Command{
		Use: "move PATH#MILESTONE TIME [#MILESTONE TIME ...] --why TEXT", Short: "postpone, advance, fix or withdraw milestones, with the record of it",
		Long: `Move changes the times of milestones in notice.toml and writes down the moves and
one new revision; every other byte of the file stays. It shows what changes, which
lines of text must be read again, which sheets must be printed again and what
subscribers will see, and asks before it writes; --dry-run only shows it.

TIME is written as in notice.toml, or as people write it: "2022-01-05 08:00",
2022年1月5日8时, 1月5日8时 (of the milestone's year), 20:00 (of its day), 2022-02-27
24:00, 2022-03-31 or 2022-01. tbd takes the time back: it will be announced. With
--withdraw there is no TIME: what the milestone says will not take place, and of a
stop what belongs to it neither.

Several milestones, of one notice or of several, move in one command. What follows
another, with at = "id", moves with it. A whole outage, the stop with its stages,
recoveries and until, moves by a length of time (--by 2d, --by 3h, --by -1d) or to
a new beginning of the stop (TIME --whole).`,
		Example: `  tonggao move "jiangsu/suzhou/2021-platform#settlement-full" "2022-01-05 08:00" --why 联调测试延长
  tonggao move "jiangsu/suzhou/2021-platform#settlement-full" 1月5日8时 "#counter-full" 1月6日9时 --why 联调测试延长
  tonggao move "jiangsu/suzhou/2021-platform#settlement-stop" --by 2d --why 设备晚到
  tonggao move "jiangsu/suzhou/2021-platform#settlement-full" --after "2022-01-05 17:00" --why 联调测试延长
  tonggao move "jiangsu/suzhou/2021-platform#settlement-full" tbd --why 联调测试未完成`,
		Args: usage.Between(1, usage.Many),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := m.read(args, time.Now()); err != nil {
				return err
			}
			return t.moveMilestones(m)
		},
		ValidArgsFunction: paths(&m.regions, toMilestones),
	}
	m.flags(c)
	for _, flag := range []string{"why", "on", "what", "by", "after", "before", "until"} {
		complete(c, flag, fixed())
	}
	t.flags(c)
	return c
}

func (m *moving) flags(c *cobra.Command) {
	c.Flags().StringVar(&m.regions, "regions", "regions", "`folder` with site.toml and the regions")
	c.Flags().StringVar(&m.templates, "templates", "", "`folder` with templates of your own (default: those in the program)")
	c.Flags().StringVar(&m.Why, "why", "", "the `reason`, as readers shall see it")
	c.Flags().StringVar(&m.on, "on", "", "the `day` on which the change is announced (default: today)")
	c.Flags().StringVar(&m.What, "what", "", "what the revision `says` (default: made from the milestones' labels)")
	c.Flags().StringVar(&m.By, "by", "", "move by a `length` of time: 2d, 3h, -1d, 90m; a stop with what belongs to it")
	c.Flags().BoolVar(&m.Whole, "whole", false, "move the whole outage, by as much as its stop moves")
	c.Flags().StringVar(&m.After, "after", "", "no exact time, but a lower bound: after this `time`; beside tbd too")
	c.Flags().StringVar(&m.Before, "before", "", "likewise an upper bound: before this `time`")
	c.Flags().StringVar(&m.Until, "until", "", "the new end of its window, a `time` whose day counts")
	c.Flags().BoolVar(&m.Certain, "certain", false, "its time was expected and is certain now")
	c.Flags().BoolVar(&m.Withdraw, "withdraw", false, "withdraw the fact itself")
	c.Flags().BoolVar(&m.Join, "same-revision", false, "tell of it in the newest revision, of the same day and not published yet, with the moves there; --what replaces what it said")
	c.Flags().BoolVar(&m.Here, "here", false, "give this region a time of its own where the time is inherited")
	c.Flags().BoolVar(&m.yes, "yes", false, "write without asking")
	c.Flags().BoolVar(&m.dry, "dry-run", false, "show what would change and write nothing")
}

// read takes the command line apart.
func (m *moving) read(args []string, now time.Time) error {
	if err := m.names(args); err != nil {
		return err
	}
	if m.Why == "" {
		return message.New("move needs a reason: --why TEXT; it is printed beside the new time")
	}
	m.Day = site.DayOf(now)
	if m.on != "" {
		day, err := site.ParseDay(m.on)
		if err != nil {
			return message.Errorf("--on %s %w; write 2021-12-31", m.on, err)
		}
		m.Day = day
	}
	if m.yes && m.dry {
		return message.New("--dry-run writes nothing, and --yes writes: leave one out")
	}
	return m.Check()
}

// names reads which milestones are meant and what stands behind each. An unquoted #
// at the beginning of a word is a comment for a shell, so a time and the next
// milestone may be one word: 2022-01-05#counter-full.
func (m *moving) names(args []string) error {
	for _, arg := range args {
		head, rest, found := strings.Cut(arrival.Slashed(arg), "#")
		for notice := ""; found; notice = "" {
			if len(m.Steps) > 0 {
				notice = m.Steps[len(m.Steps)-1].Notice
			}
			if isPath(head) || len(m.Steps) == 0 {
				notice, head = arrival.Path(m.regions, head), ""
			}
			m.say(head)
			s := &move.Step{Notice: notice}
			s.Milestone, rest, found = strings.Cut(rest, "#")
			s.Milestone, head, _ = strings.Cut(strings.TrimSpace(s.Milestone), " ")
			s.Milestone = arrival.Plain(s.Milestone)
			m.Steps = append(m.Steps, s)
			if s.Milestone == "" || s.Notice == "" {
				return message.Errorf("%s names no milestone: write PATH#MILESTONE, such as jiangsu/suzhou/2021-platform#settlement-full", arg)
			}
		}
		if len(m.Steps) == 0 {
			return message.Errorf("%s names no milestone: write PATH#MILESTONE, such as jiangsu/suzhou/2021-platform#settlement-full", arg)
		}
		m.say(head)
	}
	return nil
}

// say adds words to the time of the last milestone.
func (m *moving) say(words string) {
	if words = strings.TrimSpace(words); words != "" {
		last := m.Steps[len(m.Steps)-1]
		last.Written = strings.TrimSpace(last.Written + " " + words)
	}
}

// isPath tells the folder of a notice from a time: 2026/12/11 has slashes too.
func isPath(word string) bool {
	return strings.Contains(word, "/") && !strings.ContainsAny(word[:1], "0123456789０１２３４５６７８９") && !strings.Contains(word, " ")
}

// moveMilestones is the whole command: where are the times written, what do the
// files become, what does the site become, may it be written.
func (t *terminal) moveMilestones(m moving) error {
	o, err := t.options(files{regions: m.regions, templates: m.templates})
	if err != nil {
		return err
	}
	origins, _, err := source.ReadOrigins(o.Regions)
	if err != nil {
		return err
	}
	for _, s := range m.Steps {
		if !origins.Has(s.Asked()) {
			return unknownPath(origins, s.Asked())
		}
	}
	p, err := m.Foresee(o, origins, programName())
	switch {
	case err != nil:
		return err
	case p.Before == nil:
		t.warn("mend these first:")
		return t.report(p.Problems, false)
	case p.After == nil:
		for _, f := range p.Files {
			t.warn("%s is not changed: it would not check any more", m.file(f))
		}
		return t.report(p.Problems, false)
	}
	return t.offer(m, p)
}

// file is where a file of the regions stands, with slashes.
func (m moving) file(f move.Rewrite) string { return path.Join(filepath.ToSlash(m.regions), f.Name) }
