package command

import (
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// A progress shows a bar on a terminal once a build has taken longer than a
// person notices; elsewhere it shows nothing.
type progress struct {
	t     *terminal
	shown bool // there is somebody to look at it
	mu    sync.Mutex
	bar   *progressbar.ProgressBar
	began time.Time
}

// patience is how long a build may take before a bar is worth showing.
const patience = 700 * time.Millisecond

func (t *terminal) progress() *progress {
	return &progress{t: t, shown: !t.quiet && !t.json && isTerminal(t.err), began: time.Now()}
}

func (p *progress) step(done, total int) {
	if !p.shown || time.Since(p.began) < patience {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar == nil {
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.t.err), progressbar.OptionSetDescription(p.t.say("building")),
			progressbar.OptionShowCount(), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
	}
	_ = p.bar.Set(done) // a bar that cannot be drawn is no failure of the build
}

func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
