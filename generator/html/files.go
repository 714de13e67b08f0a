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
	sheets := prints.Of(of)
	links := make([]link, 0, 3*len(sheets)+4) // with what callers add
	for _, s := range sheets {
		if s.Says == prints.Text {
			links = append(links, p.printed(s, dir))
		}
	}
	for _, s := range sheets {
		if s.Says == prints.Text {
			links = p.spelled(links, s, dir)
		}
	}
	for _, s := range sheets {
		if s.Says != prints.Text {
			links = p.spelled(append(links, p.printed(s, dir)), s, dir)
		}
	}
	return links
}

func (p *page) printed(s *prints.Sheet, dir string) link {
	name := words.SheetIn(p.output.Language, s.Kind)
	return link{Href: dir + s.File + ".pdf", Text: name.Name, Note: cmp.Or(name.Note, "PDF")}
}

// spelled adds the links to a sheet in other formats than the usual.
func (p *page) spelled(links []link, s *prints.Sheet, dir string) []link {
	name := words.SheetIn(p.output.Language, s.Kind)
	return append(links, p.inFormat(dir+s.File+".ofd", name.Name, name.OFD), p.inFormat(dir+s.File+".docx", name.Name, name.DOCX))
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

// present keeps the links whose files the plan has, made relative, in the place where they
// are.
func (p *page) present(links ...link) []link {
	kept := links[:0]
	for _, l := range links {
		if l.Href = p.toFile(l.Href); l.Href != "" {
			kept = append(kept, l)
		}
	}
	return kept
}
