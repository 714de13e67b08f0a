package generator

import (
	"cmp"
	"context"
	"sync"

	"tonggao/generator/bundle"
	"tonggao/generator/describe"
	"tonggao/generator/keys"
	"tonggao/generator/manifest"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/publish"
	"tonggao/generator/verify"
)

// Target says where a build goes and how.
type Target struct {
	publish.Options
	Shard      Shard
	Against    string                // folder with what was published; empty for the output itself
	Unrecorded bool                  // publish facts that differ from it without a record
	Jobs       int                   // outputs made at a time; 0 for two more than processors
	Program    string                // what the manifest says made it, such as tonggao 1.2.0
	Progress   func(done, total int) // called from many goroutines; may be nil
}

// Summary says what a build made.
type Summary struct {
	Counts
	publish.Totals
	Unrecorded int `json:"unrecorded"` // differences from what was published, without a record
}

// Build is the whole story: read the regions, plan every output, render what has
// changed into a new tree and take over the rest, and put that tree in the place
// of the old one in one step. With an error among the problems, or an error of the
// machine, the old output stays. Where nothing at all has changed it tells what it told.
func Build(ctx context.Context, o Options, t Target) (Summary, problem.List, error) {
	o.at(Reading)
	unpack := sync.OnceFunc(func() { go o.unpack() })
	if !t.Published() { // then it is not untouched
		unpack()
	}
	common, err := common(o)
	if err != nil {
		return Summary{}, nil, err
	}
	var asked inquiry
	summary, problems, same := asked.untouched(ctx, o, t, common)
	if same {
		return summary, problems, nil
	}
	unpack()
	inputs := asked.inputs
	o.Regions = inputs
	opening := opens(ctx, t.Options, asked.held)
	defer opening.drop()
	p, writers, problems, err := Prepare(o)
	inputs.Forget()
	if problems = problems.Barred(); err != nil || problems.Failed() {
		return Summary{}, problems, err
	}
	b := builder{plan: p, writers: writers, keys: keys.New(inputs, p, common)}
	whole := soon(func() string { return wholeKey(inputs.Key(), o, t, common) })
	seal := func(s Summary) { b.seal(s, whole(), problems) }
	if b.stage, err = opening.wait(); err != nil {
		return Summary{}, problems, err
	}
	summary, differences, err := b.publish(ctx, t.Shard.of(p), seal, o, t)
	return summary, append(problems, differences...).Sorted(), err
}

// publish writes a plan into a new tree and puts that into the place of the old one,
// unless it says otherwise what was published before: then nothing is written.
func (b *builder) publish(ctx context.Context, p *plan.Plan, seal func(Summary), o Options, t Target) (Summary, problem.List, error) {
	before, err := t.remember(b.stage)
	if err != nil {
		return Summary{}, nil, err
	}
	described := soon(func() manifest.Manifest { return b.describe(p, t).Carry(before.Manifest()) })
	bundles := soon(func() *bundle.Bundles { return bundlesOf(p, b.stage, t) })
	differences, err := b.unrecorded(before, p, o, t)
	if err != nil || differences.Failed() {
		return Summary{}, differences, err
	}
	b.bundles = bundles()
	if err := b.all(ctx, p, o, t); err != nil {
		return Summary{}, differences, err
	}
	o.at(Handing)
	summary := Summary{Count(p), b.stage.Totals(), len(differences)}
	seal(summary)
	return summary, differences, b.stage.Commit(described())
}

// soon begins to do something whose result is asked for later: what takes one processor
// alone is done while another is busy.
func soon[T any](do func() T) func() T {
	once := sync.OnceValue(do)
	go once()
	return once
}

// describe begins the manifest of a plan.
func (b *builder) describe(p *plan.Plan, t Target) manifest.Manifest {
	return describe.Plan(p, t.Program, func(o plan.Output) *manifest.Notice {
		if t.elsewhere() {
			return nil
		}
		return b.stage.Described(o.Notice.ID, o.Path, b.keys.Of(o))
	})
}

// remember opens what was published. The stage has read that of its own folder.
func (t Target) remember(stage *publish.Stage) (*verify.Memory, error) {
	if m, known := stage.Published(); known && !t.elsewhere() {
		return verify.MemoryOf(t.Output, m, t.Program), nil
	}
	return verify.Remember(cmp.Or(t.Against, t.Output), t.Program)
}

// elsewhere reports whether a build is held against another folder than the one that it
// replaces.
func (t Target) elsewhere() bool { return t.Against != "" && t.Against != t.Output }
