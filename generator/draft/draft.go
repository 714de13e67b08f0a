// Package draft makes a notice of an issued text: notice.toml and fragments, with
// every guess marked for the author to check.
//
// It reads no text itself, which is issued's, nor what one states, which is claim's, and
// asks no data, which is audit's. The files must build at once, and the text must agree
// with them: its tests hold that for texts put together at random.
//
// Begin with From: the text becomes fragments with placeholders where its times stood
// (prose.go, place.go), and toml.go writes what the sketches hold.
package draft

import (
	"fmt"

	"tonggao/generator/claim"
	"tonggao/generator/issued"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A Setting is where a drafted notice will stand.
type Setting = claim.Setting

// In is where a notice of a region will stand.
func In(r *site.Region) Setting {
	set := Setting{Vocabulary: r.Vocabulary, Issuer: r.Issuer}
	for ; r != nil; r = r.Parent {
		set.Places = append(set.Places, r.Name)
	}
	return set
}

// A File is one file of a drafted notice's folder.
type File struct {
	Name    string
	Content string
}

// A drafter turns what a text states into files.
type drafter struct {
	*claim.Reading
	shape map[int]shape // of blocks, where it is another than their role
}

// From writes notice.toml and the fragments of an issued text: every time that
// a milestone can have becomes one, and a placeholder in the prose; every other
// stands as {{meant}}. A damaged text gives problems and no files.
func From(file, text string, set Setting) ([]File, problem.List) {
	facts, problems := issued.Read(file, text, set.Vocabulary, set.Places, set.Issued)
	if facts == nil {
		return nil, problems
	}
	d := &drafter{Reading: claim.Read(facts, set)}
	if d.Issued.IsZero() && set.Issued.IsZero() {
		d.Ask("成文日期：原文没有写，notice.toml 里的 issued 必须改")
	}
	d.shape = d.shapes()
	fragments := d.fragments()
	return append([]File{{"notice.toml", d.notice()}}, fragments...), nil
}

// where is the place of an octet, as the author finds it: 第 3 行, 表1第2行第3格.
func (d *drafter) where(at int) string {
	if p := d.Doc.Position(at); d.Set.Where == nil {
		return fmt.Sprintf("第 %d 行", p.Line)
	} else {
		return d.Set.Where(p)
	}
}
