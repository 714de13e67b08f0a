package html

import (
	"fmt"

	"tonggao/generator/site"
)

// words are what a page itself says, beside the facts that package phrase words:
// names of its parts, buttons, explanations. A test holds that no language lacks
// one. The values with %s take names, numbers or links' texts.
type words struct {
	// Frame.
	Skip, Menu, Index, Subscribe, AboutSite, Large, LargeNote, Language, Crumbs, Top string
	Host, Organiser, Contact, ICP, Police, SiteID, Report, Hotlines, Machine         string
	Original                                                                         string // said on pages whose notices are in Chinese only

	// Now.
	NowHeading, Place, NowNote, PickLabel, PickButton, PickBack               string
	Now                                                                       nowWords
	Chips                                                                     chipWords
	Copied                                                                    string
	Open, LastDay, Passed, Ahead, Reached, Opened, Finished, Pending, Dropped string

	// Notice.
	Issuer, IssuedOn, Number, SourceMedium, PublishedAt, Version, VersionN, Code, Editions, Whole, EditionFor                         string
	Services, Service, Stop, Stages, Back, Meanwhile, NotAnnounced, NeverBack, Unaffected                                             string
	Timeline, TimelineNote, Today, Legend                                                                                             string
	Schedule, ScheduleNote, FullText, Contents, Questions                                                                             string
	Files, PrintPDF, PrintOFD, PrintDOCX, InFormat, LargePDF, ChangePDF, Summary, Calendar, Bundle, Revisions, FirstRevision, Related string
	PDFNote, EarlierNotice, LaterNotice, Neighbours                                                                                   string

	// Milestone.
	Scope, Audience, Channels, Instead, Moves, Poster, PosterNote, Event, EventNote, PartOf, Earlier, Later string
	Address                                                                                                 string
	Returns, Then, Extent, EndMoves                                                                         string
	PendingNote, MovedNote, WithdrawnNote, Copy, CopyLink, More                                             string

	// Region.
	Notices, NoNotices, Contacts, Desk, Phone, Hours, Places, Below, Above, RegionCode, OpenData, Newest, Quiet string

	// Index.
	IndexTitle, IndexLead, Find, FindHint, FindNone, FindCount, OnlyRegions string

	// Subscribe.
	SubscribeTitle, SubscribeLead, Feed, FeedWhole, FeedService, FeedEdition, FeedNotice, OpenCalendar, DownloadICS string
	QR, Honest, HonestText, AndHotline, HowTo                                                                       string
	Devices                                                                                                         []device

	// About.
	AboutLead, AboutAuthority, AskHotline, VerifyTitle, VerifyText, VerifyCode, DataTitle, DataText, AccessTitle, AccessText, NowTitle, NowText, PrivacyTitle, PrivacyText string

	// Not found.
	MissingTitle, MissingText, MissingHelp, OrHotline string

	MovedTitle, MovedText, MovedPaper string
}

// chipWords mark notices and regions in lists.
type chipWords struct {
	Running   string `json:"running"`
	Coming    string `json:"coming"`
	Over      string `json:"over"`
	Unsettled string `json:"unsettled"` // begun, and an end was never announced
	History   string `json:"history"`   // so long over that it says nothing of the present
}

// A device explains one way to subscribe.
type device struct {
	Name  string
	Steps []string
}

// nowWords are what the script needs; it puts no sentence together itself.
type nowWords struct {
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

var languageNames = map[site.Language]string{site.Chinese: "简体中文", site.Traditional: "繁體中文", site.English: "English"}

var catalogue = map[site.Language]*words{site.Chinese: chineseWords(), site.Traditional: traditionalWords(), site.English: englishWords()}

// wordsIn returns the words of a language; Chinese for one that is not known.
func wordsIn(lang site.Language) *words {
	if w, ok := catalogue[lang]; ok {
		return w
	}
	return catalogue[site.Chinese]
}

// withHotline puts what a text says of hotlines into it, where there are any.
func withHotline(text, more, numbers string) string {
	if numbers == "" {
		return fmt.Sprintf(text, "")
	}
	return fmt.Sprintf(text, fmt.Sprintf(more, numbers))
}

// points words the states that are no service's.
func (w *words) points() map[string]string {
	return map[string]string{open: w.Open, lastDay: w.LastDay, passed: w.Passed, ahead: w.Ahead, reached: w.Reached, opened: w.Opened, finished: w.Finished, pending: w.Pending, dropped: w.Dropped}
}
