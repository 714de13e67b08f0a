package command

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tonggao/generator/arrival"
	"tonggao/generator/message"
	"tonggao/generator/origin"
	"tonggao/generator/problem"
	"tonggao/generator/source"
	"tonggao/generator/usage"
)

func (t *terminal) explain() *cobra.Command {
	var regions string
	c := &cobra.Command{
		Use: "explain PATH[#milestone]", Short: "tell where every value of a region, a notice or a milestone was written",
		Long: `Explain prints every value that holds for a region, a notice or a milestone with
the file and line that it comes from: its own, or one further up. What a value
overrides follows it, indented.`,
		Example: `  tonggao explain jiangsu/suzhou/changshu
  tonggao explain "jiangsu/suzhou/changshu/2021-platform#counter-stop"`,
		Args: usage.Between(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			fsys, err := folder(regions)
			if err != nil {
				return err
			}
			o, problems, err := source.ReadOrigins(fsys)
			if err != nil {
				return err
			}
			path := arrival.Path(regions, args[0])
			values, known := o.Explain(path)
			if !known {
				return unknownPath(o, path)
			}
			for _, v := range values {
				t.value(v)
			}
			if n := problems.Count(problem.Error); n > 0 && !t.quiet {
				t.warn("the files have %s: tonggao check tells them", count(problems))
			}
			return nil
		},
		ValidArgsFunction: paths(&regions, toMilestones),
	}
	c.Flags().StringVar(&regions, "regions", "regions", "`folder` with site.toml and the regions")
	t.flags(c)
	return c
}

// unknownPath names the nearest thing that there is.
func unknownPath(o *origin.Origins, path string) error {
	id, milestone, isMilestone := strings.Cut(path, "#")
	known, what := o.IDs(), message.Say("region or notice %s", id)
	if ids := o.Milestones(id); isMilestone && ids != nil {
		known, what, id = ids, message.Say("milestone %s in %s", milestone, id), milestone
	}
	return unknown(what, id, known)
}

// unknown says that something is not there, and what is that is named like it.
func unknown(what message.Text, written string, known []string) error {
	if hint := problem.DidYouMean(written, known); !hint.Empty() {
		return message.Errorf("there is no %s; %s", what, hint)
	}
	return message.Errorf("there is no %s", what)
}

func (t *terminal) value(v origin.Value) {
	if t.json {
		t.line(v)
		return
	}
	fmt.Fprintln(t.out, t.strong(v.Position.String())+t.say("%s: %s = %s", "", v.Key, shown(v.Value)))
	for _, r := range v.Replaces {
		t.tell("    instead of %s in %s", shown(r.Value), r.Position)
	}
}

// strong sets a text off on a terminal.
func (t *terminal) strong(text string) string {
	if !t.color || !isTerminal(t.out) {
		return text
	}
	return bold + text + plain
}

// shown writes a value as TOML does.
func shown(v any) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(v) // strings, flags and lists of strings
	return strings.ReplaceAll(strings.TrimSpace(b.String()), `","`, `", "`)
}
