package generator

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"maps"
	"slices"
	"sync"

	"tonggao/generator/data"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
	"tonggao/generator/site"
)

// Lines are those of files of the site that have a region a line, and the maintenances of
// lists of the site. What such a line says, a file of the region's own says too, or sees all
// that the line could see: where that stays as it was published, the line in the published
// file of the site stays.
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

// line is the line of a region in a file of the site.
func (l *lines) line(o plan.Output, r *site.Region) []byte { return l.of(o, r, r.ID) }

// of returns what a file of the site has of a region under an id, nil where it is to be made
// again. It is asked for in the order in which it stands in the file: what was passed by is
// not known any more.
func (l *lines) of(o plan.Output, r *site.Region, id string) []byte {
	if !l.stage.Stays(witness(o, r)) {
		return nil
	}
	file := l.file(o)
	for begin := []byte(`{"id":"` + id + `",`); file != nil && file.Scan(); {
		if bytes.HasPrefix(file.Bytes(), begin) {
			return file.Bytes()
		}
	}
	return nil
}

// witness is the region's own file that sees what a file of the site says of the region.
func witness(o plan.Output, r *site.Region) string {
	if o.Kind == plan.NowJSON {
		return plan.In(o.Language, plan.RegionDir(r)+"now.json")
	}
	return plan.RegionFacts(r)
}

// longest bounds a line: one that is longer is made again, and all behind it.
const longest = 64 << 20

// file is the published file at the place of an output, where it was left; nil where nobody
// knows it.
func (l *lines) file(o plan.Output) *lined {
	l.mu.Lock()
	defer l.mu.Unlock()
	file, opened := l.files[o.Path]
	if !opened {
		if published := l.stage.Before(o.Path); published != nil {
			file = &lined{bufio.NewScanner(published), published}
			file.Buffer(make([]byte, 64<<10), longest)
			if o.Kind == plan.Statuspage || o.Kind == plan.Maintenances {
				file.Split(data.SplitMaintenances)
			}
		}
		l.files[o.Path] = file
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
