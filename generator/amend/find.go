package amend

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tonggao/generator/source"
)

// A Place is where the time of a milestone is written.
type Place struct {
	Notice string // the notice's folder under regions, such as jiangsu/suzhou/2021-platform
	Line   int    // of the key that gives the time, in the notice's notice.toml
	Value  string // what it says, without quotes; "tbd" for no time
}

// File is the file's name under regions.
func (p Place) File() string { return path.Join(p.Notice, "notice.toml") }

// ErrUnwritten says that no file on the way up gives a milestone a time.
var ErrUnwritten = errors.New("no notice.toml gives it a time")

// timeKeys give a milestone its time, in the order of their weight.
var timeKeys = []string{"at", "tbd", "after", "before"}

// Find looks for the file in which the time of a notice's milestone is written:
// the notice's own, or that of the nearest region above which has a notice of the
// same folder name.
func Find(regions fs.FS, notice, milestone string) (Place, error) {
	folder := path.Base(notice)
	for region := path.Dir(notice); region != "."; region = path.Dir(region) {
		p := Place{Notice: path.Join(region, folder)}
		text, err := fs.ReadFile(regions, p.File())
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return Place{}, err
		}
		f := open(string(text))
		if k := f.timeOf(milestone); k != nil {
			p.Line = strings.Count(f.text[:k.Key.From], "\n") + 1
			p.Value = f.says(k)
			return p, nil
		}
	}
	return Place{}, ErrUnwritten
}

// says is the time that a key gives.
func (f *file) says(k *source.KeyPlace) string {
	if k.Names[len(k.Names)-1] != "at" {
		return "tbd"
	}
	return strings.Trim(k.Value.In(f.text), `"'`)
}

// timeOf returns the key that gives a milestone its time, however its table is
// written; nil when there is none.
func (f *file) timeOf(milestone string) *source.KeyPlace {
	for _, name := range timeKeys {
		for i := range f.layout.Tables {
			t := &f.layout.Tables[i]
			for j := range t.Keys {
				k := &t.Keys[j]
				if slices.Equal(slices.Concat(t.Path, k.Names), []string{"milestone", milestone, name}) {
					return k
				}
			}
		}
	}
	return nil
}
