package verify

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"tonggao/generator/manifest"
	"tonggao/generator/message"
	"tonggao/generator/outline"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// Lost reports the regions that are gone, and the published addresses at which a whole build
// would have nothing any more: pages, sheets, calendars, feeds, and headings that somebody
// may have sent on. What belongs to a notice or milestone that is gone is told by Region. A
// build of some formats or of one region asks for no others. Regions of which it is known,
// when that is asked at last, that they are as they were published have all headings that
// they had.
func (m *Memory) Lost(p *plan.Plan, o plan.Options, same func() map[*site.Region]bool) problem.List {
	if m == nil {
		return nil
	}
	o.Only = strings.Trim(o.Only, "/")
	l := losses{memory: m, plan: p, notices: namedNotices(p.Site), published: map[string]*manifest.Notice{}, gone: map[string]bool{}, folders: map[string][]string{}}
	var gone problem.List
	if !m.planned(p) {
		regions := m.goneRegions(p.Site)
		gone = m.gone(p.Site, regions, o.Only)
		l.goneThings(regions)
		l.files(o)
	}
	for i := range slices.Backward(m.manifest.Notices) {
		l.published[m.manifest.Notices[i].ID] = &m.manifest.Notices[i]
	}
	known := same()
	for _, r := range p.Site.Regions {
		if known[r] || o.Only != "" && !strings.HasPrefix(r.ID+"/", o.Only+"/") {
			continue
		}
		for _, n := range r.Notices {
			l.sections(n)
		}
	}
	return slices.Concat(gone, l.problems.Sorted())
}

// files reports the files that are planned no more.
func (l *losses) files(o plan.Options) {
	planned := make(map[string]bool, l.plan.Len())
	for name := range l.plan.Paths() {
		planned[name] = true
	}
	for name := range l.memory.manifest.Files.All() {
		if !planned[name] && held(name) && asked(name, o) && !l.told(name) {
			dir := cmp.Or(l.language(name), l.format(name), path.Dir(name))
			l.folders[dir] = append(l.folders[dir], name)
		}
	}
	l.tell()
}

type losses struct {
	memory   *Memory
	plan     *plan.Plan
	gone     map[string]bool     // folders of regions and notices that are told elsewhere
	folders  map[string][]string // the files that are lost, by folder, language or format
	problems problem.List

	notices   map[string]*site.Notice     // by each id that they have or had
	published map[string]*manifest.Notice // by id
}

// held reports whether people hold the address of a file: it is no part of others, and
// no yearly archive, whose parts follow from how much there is.
func held(name string) bool {
	if strings.HasPrefix(name, plan.AssetDir) || strings.HasPrefix(path.Base(name), "sitemap") || path.Base(path.Dir(name)) == "archive" {
		return false
	}
	return plan.FormatOf(name) != ""
}

// asked reports whether a build of these options would make the file.
func asked(name string, o plan.Options) bool {
	if len(o.Formats) > 0 && !slices.Contains(o.Formats, plan.FormatOf(name)) {
		return false
	}
	_, rest, _ := strings.Cut(name, "/")
	return o.Only == "" || strings.HasPrefix(name, o.Only+"/") || strings.HasPrefix(rest, o.Only+"/")
}

// goneThings enters the folders of what is gone, as far as the published facts, which
// Region compares, tell of it.
func (l *losses) goneThings(regions []string) {
	for _, id := range regions {
		l.gone[id] = true
	}
	for _, n := range l.memory.manifest.Notices {
		if !l.memory.manifest.Files.Has(path.Dir(n.ID) + "/" + factsName) {
			continue
		}
		now, ids := l.notices[n.ID], append([]string{n.ID}, n.Former...)
		if now == nil {
			l.goneAt(ids, "")
			continue
		}
		for _, s := range n.Sheets {
			id, ok := strings.CutPrefix(strings.TrimSuffix(s.Folder, "/"), n.ID+"/")
			if ok && !strings.Contains(id, "/") && milestoneOf(now, id) == nil {
				l.goneAt(ids, "/"+id)
			}
		}
	}
}

// goneAt enters a folder below each name of a notice.
func (l *losses) goneAt(notice []string, folder string) {
	for _, id := range notice {
		l.gone[id+folder] = true
	}
}

// language is the folder of a language that the site has no more, "" for all else.
func (l *losses) language(name string) string {
	for _, lang := range []site.Language{site.English, site.Traditional} {
		if dir := plan.In(lang, ""); strings.HasPrefix(name, dir) && !slices.Contains(l.plan.Site.Languages, lang) {
			return strings.TrimSuffix(dir, "/")
		}
	}
	return ""
}

// format is the ending of a file whose format the site asks for no more, "" for all
// else.
func (l *losses) format(name string) string {
	ending := path.Ext(name)
	f := plan.FormatOf(name)
	if !slices.Contains(plan.OnRequest, f) || l.plan.Any(func(of plan.Format, _ plan.Kind) bool { return of == f }) {
		return ""
	}
	return ending
}

// namedNotices are the notices of a site by each id that they have or had; the first of
// two that share one.
func namedNotices(s *site.Site) map[string]*site.Notice {
	named := map[string]*site.Notice{}
	for _, r := range s.Regions {
		for _, n := range r.Notices {
			for _, id := range append([]string{n.ID}, n.Former...) {
				if named[id] == nil {
					named[id] = n
				}
			}
		}
	}
	return named
}

// told reports whether a file lies in a folder of what is gone, in whatever language.
func (l *losses) told(name string) bool {
	_, rest, _ := strings.Cut(name, "/")
	for _, dir := range []string{path.Dir(name), path.Dir(rest)} {
		for ; dir != "." && dir != "/"; dir = path.Dir(dir) {
			if l.gone[dir] {
				return true
			}
		}
	}
	return false
}

// tell reports the lost files of each folder at its owner's place.
func (l *losses) tell() {
	for _, dir := range slices.Sorted(maps.Keys(l.folders)) {
		files := slices.Sorted(slices.Values(l.folders[dir]))
		hint := message.Say("bring back what was there")
		switch {
		case path.Base(path.Dir(dir)) == "for":
			hint = message.Say("keep the edition: editions = [%q]", path.Base(dir))
		case path.Base(dir) == "service":
			hint = message.Say("keep the service in a notice: people have subscribed to it")
		case !strings.Contains(dir, "/") && dir == l.language(dir+"/"):
			hint = message.Say("keep the language")
		case len(files) == 1 && path.Base(files[0]) == "bundle.zip", dir == ".zip":
			hint = message.Say("keep the bundle: name its region, or one above it, in bundles of site.toml")
		case dir == l.format(dir):
			hint = message.Say("keep the format: formats = [%q] in site.toml", dir[1:])
		}
		l.problems.Bar(l.at(dir), message.Join(hint, unrecorded), "what was published at %s leads nowhere now", problem.Some(files))
	}
}

// at is where the author of what lay in a folder should look.
func (l *losses) at(dir string) problem.Position {
	_, rest, _ := strings.Cut(dir, "/")
	for _, up := range []string{dir, rest} {
		for ; up != "." && up != "/" && up != ""; up = path.Dir(up) {
			if n := l.notices[up]; n != nil {
				return n.At
			}
			if i := slices.IndexFunc(l.plan.Site.Regions, func(r *site.Region) bool { return r.Is(up) }); i >= 0 {
				return l.plan.Site.Regions[i].At
			}
		}
	}
	return problem.Position{File: "regions/site.toml"}
}

// sections reports the headings of a notice that were published and have another
// address, or none. A tree of an early program lists none.
func (l *losses) sections(n *site.Notice) {
	was := l.called(n.ID)
	for _, id := range n.Former {
		if was == nil {
			was = l.called(id)
		}
	}
	if was == nil {
		return
	}
	headings := outline.Of(n, nil)
	lost := ""
	for _, s := range was.Sections {
		inside := lost != "" && strings.HasPrefix(s.ID, lost+"-")
		if headings.At(s.ID) != nil || inside && slices.ContainsFunc(headings, func(h *outline.Heading) bool { return sameWords(s, h) }) {
			continue // what keeps the address of the file, or of the heading around, keeps it too
		}
		if !inside {
			lost = s.ID
		}
		at, hint := n.At, message.Say("bring the heading back")
		if h := successor(headings, was.Sections, s); h != nil {
			at, hint = place(n, h), keepAddress(h, s)
		}
		l.problems.Bar(at, message.Join(hint, unrecorded), "links to #%s (%s), which was published, would lead nowhere", s.ID, s.Title)
	}
}

// called finds the published notice of an id, or the one that had it.
func (l *losses) called(id string) *manifest.Notice {
	if n := l.published[id]; n != nil {
		return n
	}
	return l.memory.manifest.Called(id)
}

func sameWords(s manifest.Section, h *outline.Heading) bool {
	_, same := h.Formerly(s.ID)
	return same
}

// place is where a heading stands; a fragment's title stands in its front matter.
func place(n *site.Notice, h *outline.Heading) problem.Position {
	if h.Heading != nil {
		return h.Heading.At
	}
	return problem.Position{File: h.File(), Line: 1, Column: 1}
}

// successor is the new heading that has the words of a lost one, or the words most
// like them; nil where there is no new one.
func successor(now outline.Headings, was []manifest.Section, lost manifest.Section) *outline.Heading {
	var fresh []*outline.Heading
	var titles []string
	for _, h := range now {
		known := slices.ContainsFunc(was, func(s manifest.Section) bool {
			return slices.Contains(h.Addresses, s.ID) || sameWords(s, h) && s.ID != lost.ID
		})
		if known || (h.Heading == nil) == outline.IsMade(lost.ID) {
			continue
		}
		if h.Title() == lost.Title {
			return h
		}
		fresh, titles = append(fresh, h), append(titles, h.Title())
	}
	if i := slices.Index(titles, problem.Nearest(lost.Title, titles)); i >= 0 {
		return fresh[i]
	}
	if len(fresh) == 1 {
		return fresh[0]
	}
	return nil
}

// keepAddress says how a heading keeps an address that another file or other words had.
func keepAddress(h *outline.Heading, lost manifest.Section) message.Text {
	if h.Heading == nil {
		return message.Say("write %s between the +++ lines of %s", formerLine(h.Addresses[1:], outline.FileOf(lost.ID)), h.File())
	}
	if base, same := h.Formerly(lost.ID); same {
		return message.Say("write %s between the +++ lines of %s", formerLine(nil, base), h.File())
	}
	return message.Say("if its answer stands here now, write {#%s} behind this heading", lost.ID)
}
