package desk

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"

	"tonggao/generator/message"
)

// A Watcher tells when a file below some folders has changed. The library
// watches single folders, so the tree is walked again after every change.
type Watcher struct {
	library *fsnotify.Watcher
	roots   []string
}

// How long a change may go on before it is acted upon: an editor that saves
// makes several events at once, a checkout makes them for a while.
const (
	quiet  = 8 * time.Millisecond   // without another event
	longer = 150 * time.Millisecond // in all
)

// Watch watches folders; empty names are left out.
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
	for _, root := range w.roots {
		there[filepath.Dir(root)] = true
		if real, err := filepath.EvalSymlinks(root); err == nil {
			root = real
		}
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
	for name := range there {
		_ = w.library.Add(name)
	}
}

// Run calls changed after every change, until ctx ends. Changes that come while
// it works are seen when it is done.
func (w *Watcher) Run(ctx context.Context, changed func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case e, open := <-w.library.Events:
			if !open {
				return
			}
			if !w.matters(e) {
				continue
			}
		case err := <-w.library.Errors: // too many events at once: some are lost
			if err == nil || errors.Is(err, fsnotify.ErrClosed) {
				return
			}
		}
		w.settle(ctx)
		w.follow()
		changed()
	}
}

// settle waits until no event has come for a moment.
func (w *Watcher) settle(ctx context.Context) {
	end := time.After(longer)
	for {
		select {
		case <-w.library.Events:
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
