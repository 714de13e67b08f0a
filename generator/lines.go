package generator

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"sync"

	"tonggao/generator/plan"
	"tonggao/generator/publish"
	"tonggao/generator/site"
)

// Lines are those of files of the site that have a region a line. What such a line says, the
// region's own file of that name says too, and sees all that the line could see: where that
// stays as it was published, the line in the published file of the site stays.
type lines struct {
	stage *publish.Stage
	mu    sync.Mutex
	files map[string]*lined // by path
}

// A lined is a file that is read by the line, with what closes it.
type lined struct {
	*bufio.Scanner
	io.Closer
}

// of returns the line of a region in a file of the site, nil where it is to be made again.
// It is asked for the regions in the site's order, as they stand in the file: one that was
// passed by is not known any more.
func (l *lines) of(o plan.Output, r *site.Region) []byte {
	if !l.stage.Stays(plan.In(o.Language, plan.RegionDir(r)+path.Base(o.Path))) {
		return nil
	}
	file := l.file(o.Path)
	for begin := []byte(`{"id":"` + r.ID + `",`); file != nil && file.Scan(); {
		if bytes.HasPrefix(file.Bytes(), begin) {
			return file.Bytes()
		}
	}
	return nil
}

// longest bounds a line: one that is longer is made again, and all behind it.
const longest = 64 << 20

// file is the published file of a path, where it was left; nil where nobody knows it.
func (l *lines) file(path string) *lined {
	l.mu.Lock()
	defer l.mu.Unlock()
	file, opened := l.files[path]
	if !opened {
		if published := l.stage.Before(path); published != nil {
			file = &lined{bufio.NewScanner(published), published}
			file.Buffer(make([]byte, 64<<10), longest)
		}
		l.files[path] = file
	}
	return file
}

// close closes the files. No line is good for anything after it, nor before it where a file
// was changed while it was read.
func (l *lines) close() error {
	var all []error
	for _, path := range slices.Sorted(maps.Keys(l.files)) {
		if file := l.files[path]; file != nil {
			all = append(all, file.Close())
		}
	}
	return errors.Join(all...)
}
