package generator

import (
	"context"
	"io"
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
	Files int   `json:"files"`
	Bytes int64 `json:"bytes"`
}

// Build is the whole story: read the regions, plan every output, render them all
// into a new tree, and put that in the place of the old one in one step. With an
// error among the problems, or an error of the machine, the old output stays.
func Build(ctx context.Context, o Options, t Target) (Summary, problem.List, error) {
	p, problems, err := Load(o)
	if err != nil || p == nil {
		return Summary{}, problems, err
	}
	writers, missing, err := NewWriters(o.Templates, p)
	problems = append(problems, missing...).Sorted()
	if err != nil || problems.Failed() {
		return Summary{}, problems, err
	}
	stage, err := publish.Open(ctx, t.Options)
	if err != nil {
		return Summary{}, problems, err
	}
	defer stage.Discard()
	summary := Summary{Counts: Count(p), Files: len(p.Outputs)}
	if summary.Bytes, err = render(ctx, p, writers, stage, t); err != nil {
		return Summary{}, problems, err
	}
	return summary, problems, stage.Commit(publish.Manifest{Version: 1, Program: t.Program, Site: p.Site.Name, BaseURL: p.Site.BaseURL})
}

// render writes every output of a plan, as many at a time as there are jobs, and
// returns their octets. The first failure ends it.
func render(ctx context.Context, p *plan.Plan, w *Writers, stage *publish.Stage, t Target) (int64, error) {
	jobs := t.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var octets, done atomic.Int64
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(jobs)
	for _, o := range p.Outputs {
		if ctx.Err() != nil {
			break
		}
		group.Go(func() error {
			n, err := renderOne(w, stage, o)
			octets.Add(n)
			if t.Progress != nil {
				t.Progress(int(done.Add(1)), len(p.Outputs))
			}
			return err
		})
	}
	err := group.Wait()
	return octets.Load(), err
}

func renderOne(w *Writers, stage *publish.Stage, o plan.Output) (int64, error) {
	file, err := stage.Create(o.Path)
	if err != nil {
		return 0, err
	}
	counted := &counter{to: file}
	if err := w.Write(counted, o); err != nil {
		_ = file.Close() // the tree is discarded; the first error tells
		return 0, err
	}
	return counted.octets, file.Close()
}

// A counter counts the octets that pass through it.
type counter struct {
	to     io.Writer
	octets int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.octets += int64(n)
	return n, err
}
