// Package words holds what the pages say themselves, in every language of a site: names
// of their parts, buttons, explanations. What a notice says is worded by package phrase,
// and how a page is put together is html's; nothing here is made from a fact.
//
// Begin reading at In. A word of a new kind is a field of Page, what a new kind of sheet is
// called a row in sheet.go, and a test holds that no language lacks either.
package words

import (
	"fmt"

	"tonggao/generator/site"
)

// Page are the words of pages in one language. The values with %s take names, numbers or
// links' texts.
type Page struct {
	// Frame.
	Skip, Menu, Index, Subscribe, AboutSite, Large, LargeNote, Language, Crumbs, Top string
	Host, Organiser, Contact, ICP, Police, SiteID, Report, Hotlines, Machine         string
	Original                                                                         string // said on pages whose notices are in Chinese only

	// Now.
	NowHeading, Place, NowNote, PickLabel, PickButton, PickBack               string
	Now                                                                       Now
	Chips                                                                     Chips
	Copied                                                                    string
	Open, LastDay, Passed, Ahead, Reached, Opened, Finished, Pending, Dropped string

	// Notice.
	Issuer, IssuedOn, Number, SourceMedium, PublishedAt, Version, VersionN, Code, Editions, Whole, EditionFor string
	Services, Service, Stop, Stages, Back, Meanwhile, NotAnnounced, NeverBack, Unaffected                     string
	Timeline, TimelineNote, Today, Legend                                                                     string
	Schedule, ScheduleNote, FullText, Contents, Questions                                                     string
	Files, InFormat, ChangePDF, Calendar, Bundle, Revisions, FirstRevision, Related                           string
	PDFNote, EarlierNotice, LaterNotice, Neighbours                                                           string

	// Milestone.
	Instead, Moves, Event, EventNote, PartOf, Earlier, Later            string
	Address                                                             string
	Returns, Then, Extent, EndMoves                                     string
	PendingNote, ExpectedNote, MovedNote, WithdrawnNote, Copy, CopyLink string

	// Region.
	Notices, NoNotices, Contacts, Desk, Phone, Hours, Places, Below, Above, RegionCode, OpenData, Newest, Quiet string

	// Index.
	IndexTitle, IndexLead, Find, FindHint, FindNone, FindCount, OnlyRegions string

	// Subscribe.
	SubscribeTitle, SubscribeLead, Feed, FeedWhole, FeedService, FeedEdition, FeedNotice, OpenCalendar, DownloadICS string
	QR, Honest, HonestText, AndHotline, HowTo                                                                       string
	Devices                                                                                                         []Device

	// About.
	AboutLead, AboutAuthority, AskHotline, VerifyTitle, VerifyText, VerifyCode, DataTitle, DataText, AccessTitle, AccessText, NowTitle, NowText, PrivacyTitle, PrivacyText string

	// Not found.
	MissingTitle, MissingText, MissingHelp, OrHotline string

	MovedTitle, MovedText, MovedPaper string
}

// Chips mark notices and regions in lists.
type Chips struct {
	Running   string `json:"running"`
	Coming    string `json:"coming"`
	Over      string `json:"over"`
	Unsettled string `json:"unsettled"` // begun, and an end was never announced
	History   string `json:"history"`   // so long over that it says nothing of the present
}

// A Device explains one way to subscribe.
type Device struct {
	Name  string
	Steps []string
}

// Now are what the script needs; it puts no sentence together itself.
type Now struct {
	Now      string   `json:"now"`    // heading while the clock runs
	Picked   string   `json:"picked"` // heading of an instant that the visitor chose
	Clock    string   `json:"clock"`  // pattern of a date with its time
	Weekdays []string `json:"weekdays"`
	Months   []string `json:"months,omitempty"`
	Left     string   `json:"left"`  // pattern of the time that is left to something
	Today    string   `json:"today"` // pattern of a bare date that has come
	More     string   `json:"more"`  // said where it is not alone
	Units    []string `json:"units"`
	Do       string   `json:"do"` // in front of what to do instead
	Colon    string   `json:"colon"`
	Stop     string   `json:"stop"`
}

// Languages are the names of languages, each in itself.
var Languages = map[site.Language]string{site.Chinese: "简体中文", site.Traditional: "繁體中文", site.English: "English"}

var catalogue = map[site.Language]*Page{site.Chinese: chinese(), site.Traditional: traditional(), site.English: english()}

// In returns the words of a language; Chinese for one that is not known.
func In(lang site.Language) *Page {
	if w, ok := catalogue[lang]; ok {
		return w
	}
	return catalogue[site.Chinese]
}

// WithHotline puts what a text says of hotlines into it, where there are any.
func WithHotline(text, more, numbers string) string {
	if numbers == "" {
		return fmt.Sprintf(text, "")
	}
	return fmt.Sprintf(text, fmt.Sprintf(more, numbers))
}

// Said are the words with what they say of services that work, stop and come back as others
// say it.
func (w Page) Said(as func(string) string) *Page {
	for _, text := range []*string{&w.Services, &w.Returns, &w.EndMoves, &w.Quiet, &w.IndexLead, &w.SubscribeLead} {
		*text = as(*text)
	}
	return &w
}
