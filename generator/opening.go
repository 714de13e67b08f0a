package generator

import (
	"context"
	"slices"
	"sync"

	"tonggao/generator/plan"
	"tonggao/generator/publish"
	"tonggao/generator/sheet"
)

// An opening is a stage on its way: what is published is looked at while the authors'
// files are read. Where nothing is, their mistakes leave no trace.
type opening struct {
	open   func() (*publish.Stage, error) // once
	begun  bool
	cancel context.CancelFunc
}

// opens begins to open a stage, or what is held of it already.
func opens(ctx context.Context, o publish.Options, held *publish.Held) *opening {
	ctx, cancel := context.WithCancel(ctx)
	soon := &opening{begun: held != nil || o.Published(), cancel: cancel}
	soon.open = sync.OnceValues(func() (*publish.Stage, error) {
		if held != nil {
			return held.Open()
		}
		return publish.Open(ctx, o)
	})
	if soon.begun {
		go func() { _, _ = soon.open() }()
	}
	return soon
}

// wait returns the stage, or why there is none.
func (o *opening) wait() (*publish.Stage, error) {
	o.begun = true
	return o.open()
}

// drop waits no longer for another build, and gives the stage back.
func (o *opening) drop() {
	o.cancel()
	if !o.begun {
		return
	}
	if stage, err := o.open(); err == nil {
		stage.Discard()
	}
}

// unpack makes typefaces ready where there may be prints, since the first ones would wait.
func (o Options) unpack() {
	asked := o.Plan.Formats
	if len(asked) == 0 || slices.ContainsFunc(asked, func(f plan.Format) bool { return f == plan.PDF || f == plan.OFD || f == plan.Pictures }) {
		for _, face := range sheet.Expect(o.Look) {
			go func() { _ = face.Whole() }() // whoever prints is told what fails
		}
	}
}
