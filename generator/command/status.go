package command

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tonggao/generator/arrival"
	"tonggao/generator/mention"
	"tonggao/generator/message"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/standing"
	"tonggao/generator/usage"
)

func (t *terminal) status() *cobra.Command {
	var regions, at string
	c := &cobra.Command{
		Use: "status [PATH]", Short: "tell what works at an instant, what is next, what is still to be announced",
		Long: `Status tells for every notice, or those of a region or one notice, how each
service stands now or at another time: what works, what does not, what is next,
and which times are still to be announced. Notices with nothing
stopped, coming or pending are left out unless PATH names them. Notices that are
written and not published are listed, with the day on which they are due.`,
		Example: `  tonggao status
  tonggao status jiangsu/suzhou --at "2021-12-31 12:00"`,
		Args: usage.Between(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			instant, err := parseAt(at, time.Now())
			if err != nil {
				return err
			}
			s, err := t.readSite(regions)
			if err != nil {
				return err
			}
			path := arrival.Path(regions, strings.Join(args, ""))
			if err := knownPath(s, path); err != nil {
				return err
			}
			t.standings(standing.At(s, path, instant), standing.HeldBack(s, path, instant), instant, path != "")
			return nil
		},
		ValidArgsFunction: paths(&regions, toNotices),
	}
	c.Flags().StringVar(&regions, "regions", "regions", "`folder` with site.toml and the regions")
	c.Flags().StringVar(&at, "at", "", "`time` in China, such as \"2021-12-31 12:00\" (default: now)")
	t.flags(c)
	return c
}

// parseAt reads the time forms of notice.toml, or RFC 3339; "" is now.
func parseAt(written string, now time.Time) (time.Time, error) {
	if written == "" {
		return now.In(site.China).Truncate(time.Second), nil
	}
	if m, err := mention.ReadMoment(written); err == nil {
		return m.Instant, nil
	}
	instant, err := time.Parse(time.RFC3339, written)
	if err != nil {
		return time.Time{}, message.Errorf(`--at %q: write "2021-12-31 12:00", "2021-12-31" or 2021-12-31T12:00:00+08:00`, written)
	}
	return instant.In(site.China), nil
}

// readSite reads a site for a command that asks about it; its warnings are for
// check to tell.
func (t *terminal) readSite(regions string) (*site.Site, error) {
	fsys, err := folder(regions)
	if err != nil {
		return nil, err
	}
	s, problems, err := source.Read(fsys)
	if err != nil {
		return nil, err
	}
	if s == nil {
		return nil, t.report(problems, false)
	}
	return s, nil
}

// knownPath reports a path that is no region and no notice; "" stands for all.
func knownPath(s *site.Site, path string) error {
	var known []string
	for _, r := range s.Regions {
		known = append(known, r.ID)
		for _, n := range r.Notices {
			known = append(known, n.ID)
		}
		for _, h := range r.Held {
			known = append(known, h.Notice.ID)
		}
	}
	if path == "" || slices.Contains(known, path) {
		return nil
	}
	return unknown(message.Say("region or notice %s", path), path, known)
}

func (t *terminal) standings(all []standing.Notice, held []standing.Held, at time.Time, whole bool) {
	if t.json {
		t.line(map[string]any{"at": at.Format(time.RFC3339), "notices": all, "held": held})
		return
	}
	fmt.Fprintln(t.out, at.Format("2006-01-02 15:04"))
	left := 0
	for _, s := range all {
		if s.Quiet() && !whole {
			left++
			continue
		}
		t.standing(s)
	}
	for _, h := range held {
		fmt.Fprintf(t.out, "\n%s\n    %s %s\n", t.strong(h.ID), h.Region, h.Title)
		t.row(t.say("held"), t.lang.In(h.Says()), "")
	}
	if left > 0 && !t.quiet {
		t.tell("\n%d more: nothing stopped, coming or to be announced", left)
	}
}

func (t *terminal) standing(s standing.Notice) {
	fmt.Fprintf(t.out, "\n%s\n    %s %s\n", t.strong(s.ID), s.Region, s.Title)
	voice := phrase.In(site.Chinese)
	if s.History != "" {
		t.row(t.say("history"), s.History, "")
	}
	for _, x := range s.Services {
		t.row(x.Words, x.Name, x.Outlook)
	}
	for _, o := range s.Open {
		t.row(voice.Kind(o.Kind), o.Mark+o.Label+" ("+o.ID+")", o.When)
	}
	for _, c := range s.CalledOff {
		t.row(voice.Status(site.Cancelled), c.Label+" ("+c.ID+")", t.say("planned: %s", c.When))
	}
	for _, u := range s.Unaffected {
		t.row(voice.State(site.On), u.Text, "")
	}
	for _, n := range s.Next {
		t.row(t.say("next"), n.When, n.Mark+n.Label+" ("+n.ID+")")
	}
	for _, p := range s.Pending {
		when := p.When
		if when == "" {
			when = t.say("since %s", p.Since)
		}
		t.row(t.say("pending"), p.Label+" ("+p.ID+")", when)
	}
}

// row prints a state and two texts; the first column is eight wide.
func (t *terminal) row(state, text, more string) {
	line := "    " + state + strings.Repeat(" ", max(1, 10-usage.Width(state))) + text
	if more != "" {
		line += "  " + more
	}
	fmt.Fprintln(t.out, line)
}
