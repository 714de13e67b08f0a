package desk

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"tonggao/generator/message"
)

// A Watcher tells when a file below some folders has changed, and in which folders. The
// library watches single folders, so the tree is walked again when one came or went.
type Watcher struct {
	library *fsnotify.Watcher
	roots   []string
	real    []string        // the roots, links followed
	there   map[string]bool // the folders that are watched
	blind   bool            // some cannot be
}

// How long a change may go on before it is acted upon: an editor that saves
// makes several events at once, a checkout makes them for a while.
const (
	quiet  = 8 * time.Millisecond   // without another event
	longer = 150 * time.Millisecond // in all
	idle   = time.Second            // without a change, until all is looked at once more
)

// Watch watches folders; empty names are left out. Changes are told by folders of the first.
func Watch(folders ...string) (*Watcher, error) {
	library, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, message.Errorf("watch folders: %w", err)
	}
	w := &Watcher{library: library}
	for _, f := range folders {
		if f == "" {
			continue
		}
		root, err := filepath.Abs(f)
		if err != nil {
			return nil, message.Errorf("watch %s: %w", f, err)
		}
		w.roots = append(w.roots, root)
	}
	w.follow()
	return w, nil
}

// Close ends the watch.
func (w *Watcher) Close() { _ = w.library.Close() } // nothing is lost with it

// follow watches all folders that are there now, and the ones that hold the
// roots, since a root can go away and come back. What cannot be watched, because
// it is gone again or there are too many, shows no changes.
func (w *Watcher) follow() {
	there := map[string]bool{}
	w.real = slices.Clone(w.roots)
	for i, root := range w.roots {
		there[filepath.Dir(root)] = true
		if real, err := filepath.EvalSymlinks(root); err == nil {
			root = real
		}
		w.real[i] = root
		_ = filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err == nil && d.IsDir() {
				there[name] = true
			}
			return nil
		})
	}
	for _, name := range w.library.WatchList() {
		if !there[name] {
			_ = w.library.Remove(name)
		}
	}
	w.there, w.blind = there, false
	for name := range there {
		w.blind = w.library.Add(name) != nil || w.blind
	}
}

// Run calls changed after every change, until ctx ends, with the folders of the first root
// in which something changed, all below them included: names with slashes, "." for the root;
// nil where that cannot be said. Changes that come while it works are seen when it is done.
// When there was none for a while it calls changed once more, with nil: another machine may
// have changed a shared folder, and no system tells that.
func (w *Watcher) Run(ctx context.Context, changed func(folders []string)) {
	var again <-chan time.Time
	for {
		c := change{}
		select {
		case <-ctx.Done():
			return
		case <-again:
			again = nil
			w.follow()
			changed(nil)
			continue
		case e, open := <-w.library.Events:
			if !open {
				return
			}
			if !w.matters(e) {
				continue
			}
			w.note(&c, e)
		case err := <-w.library.Errors: // too many events at once: some are lost
			if err == nil || errors.Is(err, fsnotify.ErrClosed) {
				return
			}
			c.moved, c.unknown = true, true
		}
		w.settle(ctx, &c)
		if c.moved {
			w.follow()
		}
		again = nil
		if c.unknown || w.blind {
			changed(nil)
			continue
		}
		changed(slices.AppendSeq([]string{}, maps.Keys(c.folders)))
		again = time.After(idle)
	}
}

// A change is what some events tell.
type change struct {
	folders map[string]bool // of the first root, in which something changed
	moved   bool            // a folder came or went
	unknown bool            // anything may have changed
}

// note adds what an event tells. A folder that came or went is looked at from above.
func (w *Watcher) note(c *change, e fsnotify.Event) {
	if w.there[e.Name] || e.Has(fsnotify.Create) && isDir(e.Name) {
		c.moved = true
	}
	for i, root := range w.real {
		name, err := filepath.Rel(root, filepath.Dir(e.Name))
		if name = filepath.ToSlash(name); err != nil || name == ".." || strings.HasPrefix(name, "../") || slices.Contains(w.roots, e.Name) {
			continue
		}
		if i > 0 {
			return // of the templates, which are read anew each time
		}
		if c.folders == nil {
			c.folders = map[string]bool{}
		}
		c.folders[name] = true
		return
	}
	c.moved, c.unknown = true, true
}

func isDir(name string) (is bool) {
	_ = filepath.WalkDir(name, func(_ string, d fs.DirEntry, err error) error {
		is = err == nil && d.IsDir()
		return filepath.SkipAll
	})
	return is
}

// settle waits until no event has come for a moment.
func (w *Watcher) settle(ctx context.Context, c *change) {
	end := time.After(longer)
	for {
		select {
		case e := <-w.library.Events:
			if w.matters(e) {
				w.note(c, e)
			}
		case <-time.After(quiet):
			return
		case <-end:
			return
		case <-ctx.Done():
			return
		}
	}
}

// matters reports whether an event can change what is built. Of the folder that
// holds a root only the root does.
func (w *Watcher) matters(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod {
		return false
	}
	return slices.Contains(w.roots, e.Name) || !slices.ContainsFunc(w.roots, func(root string) bool { return filepath.Dir(root) == filepath.Dir(e.Name) })
}
