// Package site is what the authors' files mean: regions, notices, milestones
// and the outages that follow from them. It holds types and pure rules only; what takes
// more than one look at a milestone to find, such as how services pass through all of
// them, package course works out. Begin reading at Site, Notice and Milestone.
//
// A Site that exists is valid. References are pointers, lists are in their final
// order, inheritance is done; nothing downstream checks again. All instants are
// in China standard time, +08:00, and no function here reads a clock.
package site

import (
	"slices"
	"time"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
)

// China is the one time zone of the program: GB/T 7408.1 writes it +08:00. It is
// fixed, so that a machine without a zone database builds the same bytes.
var China = time.FixedZone("CST", 8*60*60)

// A Site is everything under regions/.
type Site struct {
	Name        string
	BaseURL     string // without a slash at its end, such as https://tonggao.example
	BaseURLAt   problem.Position
	Sample      bool       // it may be published under an address that is nobody's
	Languages   []Language // Chinese first
	Hotlines    []string
	Mark        Mark
	Foot        Foot
	Vocabulary  Vocabulary
	Translation Translation // of the words above and of words that all regions share
	Place       string      // the site's word for a reader's place, such as 参保地; or empty
	Ask         string      // the site's question about the present, such as 现在能办吗; or empty
	Print       Print       // how the PDF files look
	Framers     []string    // origins of the sites that may show its widget; none for any
	Formats     []string    // what it has besides the usual, see format.go
	Bundled     []string    // ids of the regions where notices, and those below, have a bundle; nil for all
	Regions     []*Region   // all of them, a parent before its children, siblings by id
	Values      []Value     // what its authors wrote in keys, whether it is shown or not
}

// A Value is what an author wrote in a key. A writer that cannot show a character
// can say by it where the character stands, wherever it is used.
type Value struct {
	Text string
	At   problem.Position // of its first character
}

// A Language is a BCP 47 tag that the interface is written in.
type Language string

// The languages that package phrase can word.
const (
	Chinese     Language = "zh-CN"
	English     Language = "en"
	Traditional Language = "zh-Hant"
)

// A Mark is the site's look that a bureau may set in site.toml.
type Mark struct {
	Logo   string           // inline SVG file name under templates/, or empty
	LogoAt problem.Position // where it is named
	Colors map[string]Color // by custom property
}

// A Color is a custom property's value of CSS.
type Color struct {
	Value string
	At    problem.Position // where its property is named
}

// A Foot is what government sites must carry at the end of a page (政府网站发展指引).
// Every field is as configured, or empty and then left out: nothing is invented.
type Foot struct {
	Host      string // 主办单位
	Organiser string // 承办单位
	Contact   string
	ICP       string // ICP record number
	Police    string // public-security record number
	SiteID    string // 网站标识码
	ReportURL string // 我为政府网站找错
}

// A Region is a place or a body that issues notices.
type Region struct {
	ID          string // its folder under regions/, such as jiangsu/suzhou/changshu
	Called             // what its folder was called
	Name        string
	Code        string // GB/T 2260, or empty: bodies such as 浙江省本级 have none
	Issuer      string
	OtherNames  []string // further names of the issuer, printed under it
	Seal        bool     // leave room for a seal at the sign-off
	SiteID      string   // 网站标识码 of the region's own site, or empty
	Parent      *Region  // nil at the top
	Children    []*Region
	Vocabulary  Vocabulary // the site's, the regions' above, its own
	Contacts    []*Contact // its own, or those of the nearest region above
	Channels    []*Channel // where it does business or publishes; likewise
	Hotlines    []string   // its own, or those of the nearest region above, or the site's
	Notices     []*Notice  // published ones, newest first
	Held        []Held     // what is not published, by its folder
	Translation Translation
	At          problem.Position
}

// A Held notice is written and not published: no output knows it.
type Held struct {
	Notice *Notice
	Due    Day // on which its author means to publish it; zero where that is open
}

// A Vocabulary is the services, audiences and channels that a notice may name,
// in the order of their files: the site's, those of the regions from the top
// down, the notice's own. Lookups return nil for an id that is not in it.
type Vocabulary struct {
	Services  []*Service
	Audiences []*Audience
	Channels  []*Channel
}

// Service returns the service of an id, or nil.
func (v Vocabulary) Service(id string) *Service {
	return find(v.Services, func(s *Service) bool { return s.ID == id })
}

// Audience returns the audience of an id, or nil.
func (v Vocabulary) Audience(id string) *Audience {
	return find(v.Audiences, func(a *Audience) bool { return a.ID == id })
}

// Channel returns the channel of an id, or nil.
func (v Vocabulary) Channel(id string) *Channel {
	return find(v.Channels, func(c *Channel) bool { return c.ID == id })
}

func find[T any](all []*T, is func(*T) bool) *T {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i]
	}
	return nil
}

// A Service is what stops and comes back.
type Service struct {
	ID       string
	Name     string
	Aliases  []string // other words for it: 刷卡/扫码
	Everyday string   // what people call it, shown beside the name; or empty
	Items    []string // what belongs to it: 参保, 停保, 转移
	Except   []string // what does not, though one might think so
	PartOf   *Service // the service that this one is a part of, and never on without; or nil
	Own      Own
}

// Own has a service's own words for how it stands, such as 正常供水 and 停水. What
// is empty is worded as for any service.
type Own struct {
	On     string // it works
	Off    string // it is stopped; also what a stop does
	Partly string // it works in part
	Back   string // what brings it back
}

// An Audience is whom a fact or a fragment concerns.
type Audience struct {
	ID   string
	Name string
}

// A Channel is a way to reach a service: a window, an app, a web site.
type Channel struct {
	ID   string
	Name string
	URL  string // empty for what has no address
}

// A Contact is a desk that answers, with its numbers.
type Contact struct {
	ID     string
	Name   string
	Phones []string
	Lines  []Line // numbers kept for one purpose
	Hours  string
	URL    string
	Note   string
}

// A Line is a purpose with the numbers that serve it.
type Line struct {
	Purpose string
	Phones  []string
}

// A Notice is one announcement of one region, inheritance done.
type Notice struct {
	ID         string // region id, slash, folder name
	Called            // what it was called
	Folder     string
	Region     *Region
	Title      string
	Number     string // document number such as 苏医保〔2021〕1号, or empty
	Addressee  string // 主送, as it is printed under the title; or empty
	Issuers    []string
	Source     string // a publisher that is not the issuer, such as a news medium; or empty
	Issued     Day
	Published  Moment // with the time of day, where a medium gave one; zero otherwise
	Terms      []*Term
	Vocabulary Vocabulary   // the site's, its regions' and its own
	Services   []*Service   // that its milestones or unaffected facts name, in vocabulary order
	Milestones []*Milestone // by time, then as written; pending ones last
	Unaffected []*Unaffected
	Outages    []*Outage
	Courses    []*Course   // how each service passes through all of these times
	History    time.Time   // from then on it says nothing of the present; zero for never
	Fragments  []*Fragment // sections and questions, in file-name order
	Annexes    []*Annex    // in order; numbered from 1 when there are several
	Editions   []*Audience
	Revisions  []Revision // never empty: the first is the issue itself
	Related    string     // an earlier notice that this one follows, or empty
	At         problem.Position

	kept func() content // see Digest
}

// A Term is a name that the notice defines.
type Term struct {
	ID    string
	Name  string // 国家平台
	Means string // 国家医疗保障信息平台
}

// A FragmentKind says how a fragment reads.
type FragmentKind string

// The kinds of fragment. An annex becomes an Annex.
const (
	Section FragmentKind = "section"
	FAQ     FragmentKind = "faq"
)

// A Fragment is a Markdown file of a notice with its front matter.
type Fragment struct {
	ID       string   // file name without number and extension: guide of 10-guide.md
	Former   []string // names that the file had
	Title    string   // empty for a preamble or a closing: no heading, no number
	Kind     FragmentKind
	Audience []*Audience // empty for all
	Lists    int         // the level of the numbers of its lists: 1 一、 2 （一） 4 （1）; 0 for 1.
	Prose    *prose.Fragment
}

// An Annex is printed on pages of its own, or named only when it is missing.
type Annex struct {
	ID       string
	Former   []string // names that its file had
	Title    string
	Missing  bool   // the notice names it, but the text is not at hand
	Note     string // where a missing annex can be had
	Audience []*Audience
	Lists    int             // as a fragment's
	Prose    *prose.Fragment // nil when missing
}

// A Revision is a version of a notice. Number counts from 1.
type Revision struct {
	Number int
	On     Day
	What   string // empty for the first
}

// Latest returns the newest revision.
func (n *Notice) Latest() Revision { return n.Revisions[len(n.Revisions)-1] }

// Milestone returns the milestone of an id, or nil.
func (n *Notice) Milestone(id string) *Milestone {
	return find(n.Milestones, func(m *Milestone) bool { return m.ID == id })
}

// Term returns the term of an id, or nil.
func (n *Notice) Term(id string) *Term {
	return find(n.Terms, func(t *Term) bool { return t.ID == id })
}

// Annex returns the annex of an id, or nil.
func (n *Notice) Annex(id string) *Annex {
	return find(n.Annexes, func(x *Annex) bool { return x.ID == id })
}

// Contact returns the contact of an id, or nil.
func (r *Region) Contact(id string) *Contact {
	return find(r.Contacts, func(c *Contact) bool { return c.ID == id })
}

// Region returns the region of an id, or nil.
func (s *Site) Region(id string) *Region {
	return find(s.Regions, func(r *Region) bool { return r.ID == id })
}
