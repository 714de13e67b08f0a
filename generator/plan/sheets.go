package plan

import "tonggao/generator/prints"

// sheets adds what is printed of an owner, in each format that it has and that is asked for.
func (p *Plan) sheets(of prints.Owner, dir string, o Output) {
	for _, s := range prints.Of(of) {
		if s.Asked != "" && !p.Site.Has(s.Asked) || s.Where != nil && !s.Where(o.Milestone) {
			continue
		}
		p.add(PDF, Kind(s.Kind), dir+s.File+".pdf", o)
		if s.OFD {
			p.extra(OFD, Kind(s.Kind), dir+s.File+".ofd", o)
		}
		if s.DOCX && o.Audience == nil { // what an office goes on with is the whole notice
			p.extra(DOCX, Kind(s.Kind), dir+s.File+".docx", o)
		}
	}
}

// Sheet is the kind of sheet that an output is, in whatever format; nil for what is none.
func (o Output) Sheet() *prints.Sheet { return prints.Called(string(o.Kind)) }

// OfChange reports whether an output is the notice of a change, in whatever format.
func (o Output) OfChange() bool { return o.Kind == prints.Change }

// Page is the path of the page that the output is the print of.
func (o Output) Page() string {
	switch {
	case o.Milestone != nil:
		return MilestoneDir(o.Milestone) + "index.html"
	case o.Audience != nil:
		return EditionDir(o.Notice, o.Audience) + "index.html"
	case o.OfChange():
		return ChangeDir(o.Notice) + "index.html"
	}
	return NoticeDir(o.Notice) + "index.html"
}

// ShortCode is that of what the output prints.
func (o Output) ShortCode() string {
	switch {
	case o.Milestone != nil:
		return o.Milestone.ShortCode()
	case o.OfChange():
		return o.Notice.Change().ShortCode(o.Notice)
	}
	return o.Notice.ShortCode(o.Audience)
}

// what names the kind of an output and, for a sheet that is no PDF, its format.
func (o Output) what() string {
	switch o.Format {
	case OFD:
		return string(o.Kind) + " in OFD"
	case DOCX:
		return string(o.Kind) + " in Word"
	}
	return string(o.Kind)
}
