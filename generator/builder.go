package generator

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/bundle"
	"tonggao/generator/keys"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
)

// A builder makes outputs.
type builder struct {
	plan    *plan.Plan
	writers *Writers
	stage   *publish.Stage
	keys    *keys.Keys
	bundles *bundle.Bundles
}

// all makes every output of a plan: first those that bundles are packed of, then the bundles,
// and the others beside them, so that no processor waits for the last bundle.
func (b builder) all(ctx context.Context, p *plan.Plan, o Options, t Target) (err error) {
	published := &lines{stage: b.stage, files: map[string]*lined{}}
	defer func() { err = errors.Join(err, published.close()) }() // Windows exchanges no folder with an open file
	b.writers = b.writers.knowing(published)
	var done atomic.Int64
	count := func() {
		if t.Progress != nil {
			t.Progress(int(done.Add(1)), p.Len())
		}
	}
	o.at(Writing)
	bundled, others := turns(p)
	if err := b.makeAll(ctx, p, bundled, t.jobs(), count); err != nil {
		return err
	}
	o.at(Packing)
	return b.makeAll(ctx, p, others, t.jobs(), count)
}

// turns parts the outputs of a plan, by their numbers: those that bundles are packed of, and
// the bundles with all others behind them. Where there are no bundles none has to wait.
func turns(p *plan.Plan) (bundled, others []int) {
	if others = bundles(p, true); len(others) == 0 {
		return bundles(p, false), nil
	}
	for _, i := range bundles(p, false) {
		if p.Bundled(i) {
			bundled = append(bundled, i)
		} else {
			others = append(others, i)
		}
	}
	return bundled, others
}

// bundlesOf prepares the bundles of a plan, which are packed of the files of a stage.
func bundlesOf(p *plan.Plan, stage *publish.Stage, t Target) *bundle.Bundles {
	return bundle.New(bundle.Files{FS: stage, Entry: stage.Entry, Confirm: stage.Confirm, Signer: t.Signer}, p, t.Program)
}

// bundles chooses the outputs that are bundles, or those that are not, by their numbers.
func bundles(p *plan.Plan, are bool) []int {
	chosen := make([]int, 0, p.Len())
	return slices.AppendSeq(chosen, p.Numbers(func(f plan.Format, _ plan.Kind) bool { return (f == plan.Bundle) == are }))
}

// waiting is how many outputs more than processors are made at a time, since some
// of them wait for the disk to find room for a file.
const waiting = 2

func (t Target) jobs() int {
	if t.Jobs > 0 {
		return t.Jobs
	}
	return runtime.GOMAXPROCS(0) + waiting
}

// makeAll takes outputs of a plan over from an earlier build, and renders the rest.
func (b builder) makeAll(ctx context.Context, p *plan.Plan, outputs []int, jobs int, count func()) error {
	const (
		many = 256 // an output is taken over in less time than it takes to begin with one
		done = -1
	)
	err := each(ctx, outputs, many, jobs, func(i int) error {
		if o := p.Output(outputs[i]); b.stage.Reuse(o.Path, b.key(o)) {
			outputs[i] = done
			count()
		}
		return nil
	})
	if err != nil {
		return err
	}
	outputs = firstOfKinds(p, slices.DeleteFunc(outputs, func(i int) bool { return i == done }))
	return each(ctx, outputs, 1, jobs, func(i int) error {
		defer count()
		return b.make(p.Output(outputs[i]))
	})
}

// firstOfKinds puts the first output of each kind before all others: what it makes ready,
// such as a template, all of its kind would wait for.
func firstOfKinds(p *plan.Plan, outputs []int) []int {
	type kind struct {
		plan.Format
		plan.Kind
	}
	met := map[kind]bool{}
	var first []int
	others := slices.DeleteFunc(outputs, func(i int) bool {
		o := p.Output(i)
		k := kind{o.Format, o.Kind}
		if met[k] {
			return false
		}
		met[k], first = true, append(first, i)
		return true
	})
	return slices.Insert(others, 0, first...)
}

// each does something with the place of each output, in as many goroutines as there are
// jobs, which take some in a row: one for each output would grow its stack for each. The
// first failure ends it; so does the end of ctx, since a build that was called off is not
// whole.
func each(ctx context.Context, outputs []int, some, jobs int, do func(i int) error) error {
	group, going := errgroup.WithContext(ctx)
	var taken atomic.Int64
	for range jobs {
		group.Go(func() error {
			for i, to := 0, 0; going.Err() == nil; i++ {
				if i == to {
					to = int(taken.Add(int64(some)))
					i = to - some
				}
				if i >= len(outputs) {
					return nil
				}
				if err := do(i); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return ctx.Err()
}

// key tells an output from all that could be at its place.
func (b builder) key(o plan.Output) string {
	switch {
	case o.Format == plan.Bundle:
		return b.bundles.Key(o, b.keys.Of(o))
	case o.Format == plan.ICS && o.Region == nil:
		return b.keys.OfEvents(o, b.writers.ics.Head(o), b.plan.Events(o.Path))
	}
	return b.keys.Of(o)
}

// make renders an output.
func (b builder) make(o plan.Output) error {
	write := b.writers.Write
	if o.Format == plan.Bundle {
		write = b.bundles.Write
	}
	file, err := b.stage.Create(o.Path, b.key(o))
	if err != nil {
		return err
	}
	if err := write(file, o); err != nil {
		_ = file.Close() // the tree is discarded; the first error tells
		return err
	}
	return file.Close()
}
