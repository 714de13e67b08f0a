package html

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/site"
	"tonggao/generator/words"
)

// noticeFiles are the files of a notice, or of its edition for an audience, that a page
// offers. The notice of a change stands behind the notice.
func (p *page) noticeFiles(n *site.Notice, a *site.Audience) []link {
	dir, owner := noticeDir(n, a), prints.OfNotice
	if a != nil {
		owner = prints.OfEdition
	}
	files := slices.Insert(p.sheets(owner, dir), 1, p.sheets(prints.OfChange, plan.ChangeDir(n))[0])
	return p.present(append(files, link{Href: dir + "calendar.ics", Text: p.Words.Calendar, Note: "ICS"},
		link{Href: dir + "bundle.zip", Text: p.Words.Bundle, Note: "ZIP"}, p.kitLink(n, a))...)
}

// sheets are the links to all that may be printed of an owner: the whole text, then that in
// other formats, then each other sheet with what it is in other formats.
func (p *page) sheets(of prints.Owner, dir string) []link {
	var texts, spelled, others []link
	for _, s := range prints.Of(of) {
		name := words.SheetIn(p.output.Language, s.Kind)
		printed := link{Href: dir + s.File + ".pdf", Text: name.Name, Note: cmp.Or(name.Note, "PDF")}
		also := []link{p.inFormat(dir+s.File+".ofd", name.Name, name.OFD), p.inFormat(dir+s.File+".docx", name.Name, name.DOCX)}
		if s.Says == prints.Text {
			texts, spelled = append(texts, printed), append(spelled, also...)
		} else {
			others = append(append(others, printed), also...)
		}
	}
	return slices.Concat(texts, spelled, others)
}

// inFormat links a sheet in another format than the usual: a link is told from the other by
// its words.
func (p *page) inFormat(file, name, own string) link {
	if !p.writer.planned(file) {
		return link{} // as most
	}
	format := strings.ToUpper(strings.TrimPrefix(path.Ext(file), "."))
	return link{Href: file, Text: cmp.Or(own, fmt.Sprintf(p.Words.InFormat, name, format))}
}

// present keeps the links whose files the plan has, made relative.
func (p *page) present(links ...link) []link {
	var kept []link
	for _, l := range links {
		if l.Href = p.toFile(l.Href); l.Href != "" {
			kept = append(kept, l)
		}
	}
	return kept
}
