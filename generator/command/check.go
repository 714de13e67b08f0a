package command

import (
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"tonggao/generator"
	"tonggao/generator/arrival"
	"tonggao/generator/look"
	"tonggao/generator/message"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/profile"
	"tonggao/generator/usage"
)

func (t *terminal) check() *cobra.Command {
	var f files
	var profiles profile.Asked
	strict := false
	c := &cobra.Command{
		Use: "check", Short: "do all that build does but writing, and print every problem at once", Args: usage.Between(0, 0),
		Example: `  tonggao check
  tonggao check --strict --only jiangsu/suzhou`,
		RunE: func(*cobra.Command, []string) error {
			o, err := t.options(f)
			if err != nil {
				return err
			}
			if err := published(f.against); err != nil {
				return err
			}
			end, err := profiles.Watch()
			if err != nil {
				return err
			}
			return errors.Join(t.checkSite(o, f, strict), end())
		},
	}
	profiles.Flags(c.Flags())
	f.flags(c)
	f.compared(c, againstOutput)
	t.flags(c)
	c.Flags().BoolVar(&strict, "strict", false, "take warnings for errors")
	return c
}

// checkSite checks a site and tells what was found.
func (t *terminal) checkSite(o generator.Options, f files, strict bool) error {
	profile.Roomy()
	tree, problems, err := generator.Preview(o, programName())
	if err == nil && tree != nil {
		problems, err = f.remember(tree, problems)
	}
	if err != nil {
		return err
	}
	if err := t.report(problems, strict); err != nil {
		return err
	}
	t.checked(tree.Plan, problems)
	return nil
}

// remember adds to the problems of a site what differs from what was published.
func (f files) remember(tree *generator.Tree, problems problem.List) (problem.List, error) {
	differences, err := tree.Published(f.memory(), programName())
	return append(problems, differences...).Sorted(), err
}

func (t *terminal) options(f files) (generator.Options, error) {
	formats, err := parseFormats(f.formats)
	if err != nil {
		return generator.Options{}, err
	}
	o := generator.Options{Look: t.look, BaseURL: f.baseURL, Plan: plan.Options{Formats: formats, Only: arrival.Path(f.regions, f.only)}}
	if o.Regions, err = folder(f.regions); err != nil {
		return o, err
	}
	if f.templates != "" {
		o.Look, err = lookOf(f.templates)
	}
	return o, err
}

// lookOf opens a folder of templates, and says what is wrong with one that is
// none before a writer misses its first file.
func lookOf(name string) (*look.Look, error) {
	fsys, err := folder(name)
	if err != nil {
		return nil, message.Errorf("--templates: %w", err)
	}
	for _, part := range []string{"pages", "parts", "assets", "fonts"} {
		if info, err := fs.Stat(fsys, part); err != nil || !info.IsDir() {
			return nil, message.Errorf("--templates %s: it has no folder %s: copy the whole of templates/ from the program's source and change the copy", name, part)
		}
	}
	return look.New(fsys), nil
}

func (t *terminal) checked(p *plan.Plan, problems problem.List) {
	c := generator.Count(p)
	if t.json {
		t.line(map[string]any{"checked": c, "warnings": problems.Count(problem.Warning), "notes": problems.Count(problem.Note)})
		return
	}
	if t.quiet {
		return
	}
	found := append(message.List{message.Say("no errors")}, count(problems)...)
	if n := problems.Barred().Count(problem.Error); n > 0 {
		found = append(found, message.Say("build refuses %d of them", n))
	}
	t.tell("checked %s: %s", c.Words(), found)
}
