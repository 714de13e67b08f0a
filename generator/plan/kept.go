package plan

import (
	"cmp"
	"slices"
	"strings"

	"tonggao/generator/prints"
	"tonggao/generator/site"
)

// A country has hundreds of thousands of outputs, which live as long as its build, and the
// collector looks at all that live again and again. So they are kept without pointers: by
// where they are in lists that are there anyhow. An Output is made when it is asked for.

// kept is what a part keeps of its outputs.
type kept struct {
	region    *site.Region    // nil for the site's own
	services  []*site.Service // of the region
	paths     string          // one behind the other
	records   []record        // those that stand at former addresses last
	present   int             // how many others there are
	pages     int             // of them, those that a sitemap lists
	order     []int32         // of the records, by path
	calendars []calendar      // in the order of the records
}

// A record is an output. Places in lists are from 1; 0 is none.
type record struct {
	path   uint32 // where it begins
	notice int32  // of the region
	of     int32  // the edition or milestone of the notice, or the service of the region
	number int32  // a year, or a part
	leads  int32  // the record of the output that it leads to
	kind   uint8
	form   uint8
	lang   uint8 // of the site
	owner  owner
}

// An owner says what record.of counts.
type owner uint8

const (
	ofNothing owner = iota
	ofEdition
	ofMilestone
	ofOneService
)

// A calendar is a record with its events.
type calendar struct {
	at     int32
	events []*site.Milestone
}

// A spot is where an output is kept.
type spot struct{ part, at int32 }

// Kinds lists all kinds.
var Kinds = append([]Kind{
	IndexPage, NotFoundPage, AboutPage, RegionPage, SubscribePage, NoticePage, EditionPage, MilestonePage, ChangePage, MovedPage, Asset,
	ScreenPage, EmbedPage, NowJSON, NowSchema, TextsPage,
	SiteCalendar, ArchiveCalendar, RegionCalendar, ServiceCalendar, NoticeCalendar, EditionCalendar, MilestoneCalendar,
	SiteFeed, RegionFeed, JSONFeed, Statuspage, Maintenances, SiteJSON, RegionJSON, SchemaJSON,
	Sitemap, SitemapPart, Robots, Headers, WebConfig, Readme, NoJekyll,
	WeChatText, ShortText, TickerText, SpeechText, DeskText, PortalText, CodePicture, PlainText,
	SharePicture, SquarePicture, PosterPicture, NoticeBundle,
}, printed()...)

func printed() []Kind {
	var all []Kind
	for _, s := range prints.All {
		all = append(all, Kind(s.Kind))
	}
	return all
}

var (
	kindNumbers   = numbers(Kinds)
	formatNumbers = numbers(Formats)
)

func numbers[T comparable](all []T) map[T]uint8 {
	of := make(map[T]uint8, len(all))
	for i, one := range all {
		of[one] = uint8(i)
	}
	return of
}

// keep keeps what was made for a region, or for the site itself, and what stands at former
// addresses of it.
func (p *Plan) keep(r *site.Region) {
	k := &p.kept
	k.region, k.present = r, len(p.made)
	if r != nil {
		k.services = ServicesOf(r)
	}
	made := append(p.made, formers(p.made)...)
	size := 0
	for i := range made {
		size += len(made[i].Path)
	}
	var paths strings.Builder
	paths.Grow(size)
	k.records, k.order = make([]record, len(made)), make([]int32, len(made))
	for i := range made {
		k.records[i], k.order[i] = k.record(&made[i], p.Site.Languages), int32(i)
		k.records[i].path = uint32(paths.Len())
		paths.WriteString(made[i].Path)
		if i < k.present && made[i].isListed() && p.wants(HTML) {
			k.pages++
		}
	}
	k.paths, p.made = paths.String(), nil
	slices.SortFunc(k.order, func(a, b int32) int { return cmp.Or(strings.Compare(k.path(a), k.path(b)), cmp.Compare(a, b)) })
	for i := range made {
		if o := &made[i]; o.Leads != "" {
			to, _ := k.find(o.Leads)
			k.records[i].leads = to + 1
		}
		p.doubtful = p.doubtful || i > 0 && k.path(k.order[i]) == k.path(k.order[i-1])
	}
}

// record is an output of the part without its path.
func (k *kept) record(o *Output, languages []site.Language) record {
	x := record{kind: kindNumbers[o.Kind], form: formatNumbers[o.Format], number: int32(max(o.Year, o.Part))}
	if o.Language != site.Chinese {
		x.lang = uint8(slices.Index(languages, o.Language) + 1)
	}
	if o.Notice != nil {
		x.notice = int32(slices.Index(k.region.Notices, o.Notice) + 1)
	}
	switch {
	case o.Audience != nil:
		x.owner, x.of = ofEdition, int32(slices.Index(o.Notice.Editions, o.Audience)+1)
	case o.Milestone != nil:
		x.owner, x.of = ofMilestone, int32(slices.Index(o.Notice.Milestones, o.Milestone)+1)
	case o.Service != nil:
		x.owner, x.of = ofOneService, int32(slices.Index(k.services, o.Service)+1)
	}
	return x
}

func (x *record) format() Format { return Formats[x.form] }

// path is that of a record.
func (k *kept) path(i int32) string {
	if next := int(i) + 1; next < len(k.records) {
		return k.paths[k.records[i].path:k.records[next].path]
	}
	return k.paths[k.records[i].path:]
}

// find returns the record of a path, the first of several.
func (k *kept) find(path string) (int32, bool) {
	i, found := slices.BinarySearchFunc(k.order, path, func(at int32, path string) int { return strings.Compare(k.path(at), path) })
	if !found {
		return 0, false
	}
	return k.order[i], true
}

// events are those of a calendar.
func (k *kept) events(at int32) []*site.Milestone {
	i, found := slices.BinarySearchFunc(k.calendars, at, func(c calendar, at int32) int { return cmp.Compare(c.at, at) })
	if !found {
		return nil
	}
	return k.calendars[i].events
}

// output is what a record of a part stands for.
func (p *Plan) output(part *Plan, at int32) Output {
	k := &part.kept
	x := k.records[at]
	o := Output{Path: k.path(at), Kind: Kinds[x.kind], Format: x.format(), Language: site.Chinese, Region: k.region}
	if x.lang > 0 {
		o.Language = p.Site.Languages[x.lang-1]
	}
	if x.notice > 0 {
		o.Notice = k.region.Notices[x.notice-1]
	}
	switch x.owner {
	case ofEdition:
		o.Audience = o.Notice.Editions[x.of-1]
	case ofMilestone:
		o.Milestone = o.Notice.Milestones[x.of-1]
	case ofOneService:
		o.Service = k.services[x.of-1]
	}
	switch o.Kind {
	case ArchiveCalendar:
		o.Year = int(x.number)
	case SitemapPart:
		o.Part = int(x.number)
	}
	if x.leads > 0 {
		o.Leads = k.path(x.leads - 1)
	}
	return o
}

func (p *Plan) recordAt(s spot) *record { return &p.parts[s.part].kept.records[s.at] }
