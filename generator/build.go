package generator

import (
	"context"
	"runtime"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/publish"
)

// Target says where a build goes and how.
type Target struct {
	publish.Options
	Jobs     int                   // outputs rendered at a time; 0 for one a processor
	Program  string                // what the manifest says made it, such as tonggao 1.2.0
	Progress func(done, total int) // called from many goroutines; may be nil
}

// Summary says what a build made.
type Summary struct {
	Counts
	publish.Totals
}

// Build is the whole story: read the regions, plan every output, render what has
// changed into a new tree and take over the rest, and put that tree in the place
// of the old one in one step. With an error among the problems, or an error of the
// machine, the old output stays.
func Build(ctx context.Context, o Options, t Target) (Summary, problem.List, error) {
	inputs := publish.Record(o.Regions)
	o.Regions = inputs
	p, problems, err := Load(o)
	if err != nil || p == nil {
		return Summary{}, problems, err
	}
	writers, missing, err := NewWriters(o.Templates, p)
	problems = append(problems, missing...).Sorted()
	if err != nil || problems.Failed() {
		return Summary{}, problems, err
	}
	keys, err := keys(o, inputs, p)
	if err != nil {
		return Summary{}, problems, err
	}
	stage, err := publish.Open(ctx, t.Options)
	if err != nil {
		return Summary{}, problems, err
	}
	defer stage.Discard()
	if err := render(ctx, p, builder{writers, stage, keys}, t); err != nil {
		return Summary{}, problems, err
	}
	summary := Summary{Count(p), stage.Totals()}
	return summary, problems, stage.Commit(publish.Describe(p, t.Program))
}

// render makes every output of a plan, as many at a time as there are jobs. The
// first failure ends it.
func render(ctx context.Context, p *plan.Plan, b builder, t Target) error {
	jobs := t.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var done atomic.Int64
	group, going := errgroup.WithContext(ctx)
	group.SetLimit(jobs)
	for _, o := range p.Outputs {
		if going.Err() != nil {
			break
		}
		group.Go(func() error {
			err := b.make(o)
			if t.Progress != nil {
				t.Progress(int(done.Add(1)), len(p.Outputs))
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return ctx.Err() // a build that was called off is not whole
}

// A builder makes single outputs.
type builder struct {
	writers *Writers
	stage   *publish.Stage
	keys    *publish.Keys
}

// make takes an output over from an earlier build, or renders it.
func (b builder) make(o plan.Output) error {
	taken, err := b.stage.Reuse(o.Path, b.keys.Of(o))
	if taken || err != nil {
		return err
	}
	file, err := b.stage.Create(o.Path)
	if err != nil {
		return err
	}
	if err := b.writers.Write(file, o); err != nil {
		_ = file.Close() // the tree is discarded; the first error tells
		return err
	}
	return file.Close()
}
