package generator

import (
	"io/fs"
	"slices"
	"strings"

	"tonggao/generator/advice"
	"tonggao/generator/glyphs"
	"tonggao/generator/html"
	"tonggao/generator/ics"
	"tonggao/generator/keys"
	"tonggao/generator/look"
	"tonggao/generator/message"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// Options say what to build from what.
type Options struct {
	Regions fs.FS
	Look    *look.Look
	BaseURL string // instead of the site's own; empty to keep that
	Within  string // a region: leave out all but those above it, it and those below; empty for the whole site
	Plan    plan.Options

	// Unmended lets texts that give the time of what is withdrawn pass: a withdrawal is
	// shown before they are mended.
	Unmended bool

	// Memory is that of an earlier preview of the same regions with the same options; nil
	// for none. Changed are then the folders in Regions that may have changed since, with
	// all below them; nil for all.
	Memory  *Memory
	Changed []string

	// At is called when a step begins, so that somebody with a clock can tell
	// how long each takes; may be nil.
	At func(Step)
}

// A Memory keeps what previews of one folder have read, meant and planned, as far as it
// would be so again: the result is that of a preview without it. The zero Memory remembers
// nothing; it serves one preview after another.
type Memory struct {
	source source.Memory
	plan   plan.Memory
	look   *look.Look
	glyphs glyphs.Memory // with the faces of look

	templates string // a sum of those of an author, when that was last asked
}

// of is what is remembered of the faces of a look.
func (m *Memory) of(l *look.Look) *glyphs.Memory {
	if m == nil {
		return nil
	}
	if m.look != l {
		m.look, m.glyphs = l, glyphs.Memory{}
	}
	return &m.glyphs
}

func (m *Memory) read(regions fs.FS, changed []string) (*site.Site, problem.List, error) {
	if m == nil {
		return source.Read(regions)
	}
	return m.source.Read(regions, changed)
}

// Holds reports whether the authors' files are as they were when they were last read, and
// templates as when this was last asked: their folder may have been exchanged for another.
func (m *Memory) Holds(o Options) bool {
	if !m.source.Holds(o.Regions) {
		return false
	}
	if m.look == o.Look {
		return true // a look does not change
	}
	was := m.templates
	var err error
	m.templates, err = keys.SumFS(o.Look.Files(), func(string) bool { return true })
	return err == nil && m.templates == was
}

// A Step is a part of the way from files to a published site.
type Step string

// The steps, in order. Load has the first two, Prepare the first three.
const (
	Reading   Step = "read"
	Planning  Step = "plan"
	Preparing Step = "prepare" // templates, typefaces, keys
	Writing   Step = "write"
	Packing   Step = "pack" // bundles, and what is in none
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
	s, problems, err := o.mean()
	if err != nil || s == nil {
		return nil, problems, err
	}
	p, more, err := o.plan(s)
	if problems = append(problems, more...).Sorted(); err != nil || problems.Failed() {
		return nil, problems, err
	}
	return p, problems, nil
}

// mean reads the regions and the settings that apply to them. The site is nil where
// nothing can be made of them.
func (o *Options) mean() (*site.Site, problem.List, error) {
	o.at(Reading)
	s, problems, err := o.Memory.read(o.Regions, o.Changed)
	if err != nil || s == nil {
		return nil, problems, err
	}
	if !o.Unmended {
		problems = append(problems, advice.Cited(s)...)
	}
	if err := o.restrict(s); err != nil {
		return nil, problems, err
	}
	if !s.Sample && schema.IsExample(s.BaseURL) {
		problems.Bar(s.BaseURLAt, "write the site's own address in site.toml; codes and subscriptions on every sheet lead there", "the address %s is an example: nobody can be reached under it", s.BaseURL)
	}
	problems, err = o.dress(s, problems)
	return s, problems, err
}

// restrict holds a site to what was asked for, and sets the address that it is published
// under.
func (o *Options) restrict(s *site.Site) (err error) {
	if o.Plan.Only, err = region(s, o.Plan.Only); err != nil {
		return err
	}
	if o.Within != "" {
		s.Regions = slices.DeleteFunc(s.Regions, func(r *site.Region) bool { return !onePath(r.ID, o.Within) })
	}
	if o.BaseURL == "" {
		return nil
	}
	if wrong := schema.BaseURL(o.BaseURL); !wrong.Empty() {
		return message.Errorf("publish under %q: %s", o.BaseURL, wrong)
	}
	s.BaseURL = strings.TrimSuffix(o.BaseURL, "/")
	return nil
}

// dress gives a site its print settings, and adds what is wrong with them and with its logo.
func (o *Options) dress(s *site.Site, problems problem.List) (problem.List, error) {
	settings, wrong, err := o.Look.Print()
	if err != nil {
		return problems, err
	}
	s.Print = settings
	missing, err := o.Look.Lacks(s.Mark)
	return slices.Concat(problems, wrong, missing), err
}

// plan lists what the site becomes. A feed is cut to what its readers can hold, which is
// counted in octets as they will be written: an estimate would move events between the
// calendars of a large site, so plan asks for weights and does not know who gives them.
func (o *Options) plan(s *site.Site) (*plan.Plan, problem.List, error) {
	o.at(Planning)
	assets, err := o.Look.Assets()
	if err != nil {
		return nil, nil, err
	}
	o.Plan.Assets, o.Plan.Weigh = html.Assets(assets), ics.Weigher(s)
	if o.Memory != nil {
		o.Plan.Memory = &o.Memory.plan
	}
	p, clashes := plan.Make(s, o.Plan)
	return p, clashes, nil
}
