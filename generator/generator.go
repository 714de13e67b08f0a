package generator

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"tonggao/generator/html"
	"tonggao/generator/ics"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// Options say what to build from what.
type Options struct {
	Regions   fs.FS
	Templates fs.FS
	BaseURL   string // instead of the site's own; empty to keep that
	Within    string // a region: leave out all but those above it, it and those below; empty for the whole site
	Plan      plan.Options

	// Unmended lets texts that give the time of what is withdrawn pass: a withdrawal is
	// shown before they are mended.
	Unmended bool

	// At is called when a step begins, so that somebody with a clock can tell
	// how long each takes; may be nil.
	At func(Step)
}

// A Step is a part of the way from files to a published site.
type Step string

// The steps, in order. Load has the first two, Prepare the first three.
const (
	Reading   Step = "read"
	Planning  Step = "plan"
	Preparing Step = "prepare" // templates, typefaces, keys
	Writing   Step = "write"
	Packing   Step = "pack" // bundles
	Handing   Step = "publish"
)

func (o Options) at(s Step) {
	if o.At != nil {
		o.At(s)
	}
}

// Load reads the regions and plans the outputs: all that can be wrong with the
// authors' files is in the problems, and the plan is nil when one of them is an
// error. The error is the machine's.
func Load(o Options) (*plan.Plan, problem.List, error) {
	o.at(Reading)
	s, problems, err := source.Read(o.Regions)
	if err != nil || s == nil {
		return nil, problems, err
	}
	if !o.Unmended {
		problems = append(problems, source.Cited(s)...)
	}
	if o.Plan.Only, err = region(s, o.Plan.Only); err != nil {
		return nil, problems, err
	}
	if o.Within != "" {
		s.Regions = slices.DeleteFunc(s.Regions, func(r *site.Region) bool { return !onePath(r.ID, o.Within) })
	}
	if o.BaseURL != "" {
		if wrong := source.BaseURL(o.BaseURL); wrong != "" {
			return nil, problems, fmt.Errorf("publish under %q: %s", o.BaseURL, wrong)
		}
		s.BaseURL = strings.TrimSuffix(o.BaseURL, "/")
	}
	if !s.Sample && source.IsExample(s.BaseURL) {
		problems.Bar(s.BaseURLAt, "write the site's own address in site.toml; codes and subscriptions on every sheet lead there", "the address %s is an example: nobody can be reached under it", s.BaseURL)
	}
	look, wrong, err := source.Print(o.Templates)
	if err != nil {
		return nil, problems, err
	}
	missing, err := source.Logo(o.Templates, s.Mark)
	if err != nil {
		return nil, problems, err
	}
	s.Print, problems = look, slices.Concat(problems, wrong, missing)
	if o.Plan.Assets, err = html.Assets(o.Templates); err != nil {
		return nil, problems, err
	}
	o.at(Planning)
	o.Plan.Weigh = ics.Weigher(s)
	p, clashes := plan.Make(s, o.Plan)
	problems = append(problems, clashes...)
	if problems.Failed() {
		return nil, problems.Sorted(), nil
	}
	return p, problems.Sorted(), nil
}
