// Package prints lists the kinds of sheets that a site can print. A kind is declared here
// once: its file, what it is a sheet of, who asks for it, what it says. Whoever goes through
// the sheets of a site draws from this list: plan (what exists), html and publish (which
// files are offered), glyphs (which words are printed), verify (what is printed again),
// schema (the words of formats).
//
// How a sheet looks is not here: package sheet lays it out, under its kind; nor what it is
// called by people, which package words has, under its kind too.
//
// Begin reading at Sheet and the list All. A new kind is a row there, its layout in package sheet and
// its name in package words; tests of these two hold that none lacks.
package prints

import (
	"path"
	"slices"
	"strings"

	"tonggao/generator/site"
)

// The kinds of sheets, as messages call them.
const (
	Notice      = "notice"
	LargeNotice = "large-print notice"
	Summary     = "summary sheet"
	Change      = "notice of the change"
	Poster      = "poster"
	LargePoster = "poster in A3"
	DoorSign    = "door sign"
)

// An Owner is what a sheet is a sheet of; it stands in its folder.
type Owner int

// The owners.
const (
	OfNotice Owner = iota
	OfEdition
	OfChange
	OfMilestone
)

// Content is what a sheet says. What is on the wall is printed again when that changed.
type Content int

// The contents: the whole text of the owner's page, the facts of a milestone, or in brief
// the facts of all milestones of a notice.
const (
	Text Content = iota
	Facts
	Digest
)

// A Sheet is one kind of sheet. Every sheet is a PDF.
type Sheet struct {
	Kind string
	File string // its name without the ending, a part of its address for ever
	Of   []Owner
	Says Content

	OFD, DOCX bool // whether it is there in these formats too, where a site asks for them

	// Asked is the word of formats in site.toml that asks for the sheet; empty for one that
	// every site has. The reference says in two languages what it is.
	Asked, English, Chinese string

	Where func(*site.Milestone) bool // which milestones have it; nil for all
}

// All lists the kinds of sheets, those of one owner in the order in which they are offered.
var All = []Sheet{
	{Kind: Notice, File: "notice", Of: []Owner{OfNotice, OfEdition}, Says: Text, OFD: true, DOCX: true},
	{Kind: LargeNotice, File: "notice-large", Of: []Owner{OfNotice, OfEdition}, Says: Text},
	{Kind: Summary, File: "summary", Of: []Owner{OfNotice}, Says: Digest, OFD: true},
	{Kind: Change, File: "change", Of: []Owner{OfChange}, Says: Text, OFD: true, DOCX: true},
	{Kind: Poster, File: "poster", Of: []Owner{OfMilestone}, Says: Facts, OFD: true},
	{Kind: LargePoster, File: "poster-a3", Of: []Owner{OfMilestone}, Says: Facts, Asked: "a3-posters",
		English: "posters laid out for A3 beside those for A4", Chinese: "按 A3 排版的海报，与 A4 的并列"},
	{Kind: DoorSign, File: "sign", Of: []Owner{OfMilestone}, Says: Facts, OFD: true, Where: closes, Asked: "door-signs",
		English: "a lying A4 sheet for the door or counter of each service that stops", Chinese: "窗口告示，A4 横版，每项暂停一张，贴在门上或摆在柜台上"},
}

// closes reports whether a service stops, or comes back in part. A milestone that was
// withdrawn keeps its door sign, as its address.
func closes(m *site.Milestone) bool {
	return (m.Kind == site.Suspend || m.Kind == site.Partial) && len(m.Services) > 0
}

// Of lists the kinds of sheets of an owner.
func Of(o Owner) []*Sheet {
	var list []*Sheet
	for i := range All {
		if slices.Contains(All[i].Of, o) {
			list = append(list, &All[i])
		}
	}
	return list
}

// Called finds a kind of sheet by its name; nil for what is no sheet.
func Called(kind string) *Sheet {
	return find(func(s Sheet) bool { return s.Kind == kind })
}

// At finds the kind of the sheet whose file, in whatever format, has a path; nil for a
// file that is none, or one of another program.
func At(file string) *Sheet {
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	return find(func(s Sheet) bool { return s.File == name })
}

func find(is func(Sheet) bool) *Sheet {
	if i := slices.IndexFunc(All, is); i >= 0 {
		return &All[i]
	}
	return nil
}
