package generator

import (
	"cmp"
	"context"
	"iter"
	"runtime"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

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
	common, err := common(o)
	if err != nil {
		return Summary{}, nil, err
	}
	if summary, problems, same := untouched(ctx, o, t, common); same {
		return summary, problems, nil
	}
	inputs := publish.Record(o.Regions)
	o.Regions = inputs
	p, writers, problems, err := Prepare(o)
	if problems = problems.Barred(); err != nil || problems.Failed() {
		return Summary{}, problems, err
	}
	b := builder{writers: writers, keys: publish.NewKeys(inputs, p, common)}
	seal := func(s Summary) { b.seal(s, wholeKey(inputs, o, t, common), problems) }
	summary, differences, err := b.publish(ctx, t.Shard.of(p), seal, o, t)
	return summary, append(problems, differences...).Sorted(), err
}

// publish writes a plan into a new tree and puts that into the place of the old one,
// unless it says otherwise what was published before: then nothing is written.
func (b *builder) publish(ctx context.Context, p *plan.Plan, seal func(Summary), o Options, t Target) (Summary, problem.List, error) {
	stage, err := publish.Open(ctx, t.Options)
	if err != nil {
		return Summary{}, nil, err
	}
	defer stage.Discard()
	before, err := t.remember(stage)
	if err != nil {
		return Summary{}, nil, err
	}
	differences, err := b.writers.unrecorded(before, p, o, t)
	if err != nil || differences.Failed() {
		return Summary{}, differences, err
	}
	b.stage, b.bundles = stage, publish.NewBundles(stage, p, t.Program)
	if err := b.all(ctx, p, o, t); err != nil {
		return Summary{}, differences, err
	}
	o.at(Handing)
	summary := Summary{Count(p), stage.Totals(), len(differences)}
	seal(summary)
	return summary, differences, stage.Commit(publish.Describe(p, t.Program).Carry(before.Manifest()))
}

// remember opens what was published. The stage has read that of its own folder.
func (t Target) remember(stage *publish.Stage) (*verify.Memory, error) {
	if m, known := stage.Published(); known && cmp.Or(t.Against, t.Output) == t.Output {
		return verify.MemoryOf(t.Output, m, t.Program), nil
	}
	return verify.Remember(cmp.Or(t.Against, t.Output), t.Program)
}

// A builder makes outputs.
type builder struct {
	writers *Writers
	stage   *publish.Stage
	keys    *publish.Keys
	bundles *publish.Bundles
}

// all makes every output of a plan: first those that stand for themselves, then
// the bundles that are packed of them.
func (b builder) all(ctx context.Context, p *plan.Plan, o Options, t Target) error {
	var done atomic.Int64
	count := func() {
		if t.Progress != nil {
			t.Progress(int(done.Add(1)), len(p.Outputs))
		}
	}
	o.at(Writing)
	if err := b.makeAll(ctx, bundles(p.Outputs, false), t.Jobs, count); err != nil {
		return err
	}
	o.at(Packing)
	return b.makeAll(ctx, bundles(p.Outputs, true), t.Jobs, count)
}

// bundles chooses the outputs that are bundles, or those that are not.
func bundles(outputs []plan.Output, are bool) iter.Seq[plan.Output] {
	return func(yield func(plan.Output) bool) {
		for _, o := range outputs {
			if (o.Format == plan.Bundle) == are && !yield(o) {
				return
			}
		}
	}
}

// waiting is how many outputs more than processors are made at a time, since some
// of them wait for the disk to find room for a file.
const waiting = 2

// makeAll makes as many outputs at a time as there are jobs. The first failure
// ends it; so does the end of ctx, since a build that was called off is not whole.
func (b builder) makeAll(ctx context.Context, outputs iter.Seq[plan.Output], jobs int, count func()) error {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0) + waiting
	}
	group, going := errgroup.WithContext(ctx)
	group.SetLimit(jobs)
	for o := range outputs {
		if going.Err() != nil {
			break
		}
		group.Go(func() error {
			defer count()
			return b.make(o)
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return ctx.Err()
}

// make takes an output over from an earlier build, or renders it.
func (b builder) make(o plan.Output) error {
	key, write := b.keys.Of(o), b.writers.Write
	if o.Format == plan.Bundle {
		key, write = b.bundles.Key(o, key), b.bundles.Write
	}
	if b.stage.Reuse(o.Path, key) {
		return nil
	}
	file, err := b.stage.Create(o.Path, key)
	if err != nil {
		return err
	}
	if err := write(file, o); err != nil {
		_ = file.Close() // the tree is discarded; the first error tells
		return err
	}
	return file.Close()
}
