package data

// The shape of notices.json, in the order of its fields. Times are as
// site.Moment.Datetime writes them; addresses are absolute.

type region struct {
	ID        string    `json:"id"`
	Code      string    `json:"code"` // GB/T 2260
	Name      string    `json:"name"`
	Issuer    string    `json:"issuer"`
	URL       string    `json:"url"`
	Calendar  string    `json:"calendar"`
	Feed      string    `json:"feed"`
	Hotlines  []string  `json:"hotlines"`
	Contacts  []contact `json:"contacts"`
	Calendars []link    `json:"service_calendars"`
	Notices   []notice  `json:"notices"`
}

type contact struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Phones []string `json:"phones"`
	Lines  []line   `json:"lines"`
	Hours  string   `json:"hours"`
	URL    string   `json:"url"`
	Note   string   `json:"note"`
}

type line struct {
	Purpose string   `json:"purpose"`
	Phones  []string `json:"phones"`
}

// A link is something with a calendar of its own: a service.
type link struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Calendar string `json:"calendar"`
}

type notice struct {
	ID         string       `json:"id"`
	UID        string       `json:"uid"`
	Title      string       `json:"title"`
	Number     string       `json:"number"`
	Addressee  string       `json:"addressee"`
	Issuers    []string     `json:"issuers"`
	Issued     string       `json:"issued"`
	Revision   int          `json:"revision"`
	Revised    string       `json:"revised"` // day of the newest revision
	History    *string      `json:"history"` // the instant from which it is history
	Code       string       `json:"code"`    // short code of the whole notice's sheet
	Mark       string       `json:"mark"`    // of its newest change: 【延期】; or empty
	Source     string       `json:"source"`
	Related    string       `json:"related"`
	URL        string       `json:"url"`
	PDF        string       `json:"pdf"`
	Calendar   string       `json:"calendar"`
	Change     *string      `json:"change"`     // the notice of the newest change; null for one never moved
	ChangePDF  *string      `json:"change_pdf"` // its sheet
	Editions   []edition    `json:"editions"`
	Milestones []milestone  `json:"milestones"`
	Services   []service    `json:"services"`
	Outages    []outage     `json:"outages"`
	States     []passage    `json:"states"`
	Unaffected []unaffected `json:"unaffected"`
	Revisions  []revision   `json:"revisions"`
}

// A service is what the notice's milestones are about, with its own words for how it
// stands where it has any.
type service struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Everyday string   `json:"everyday"`
	Items    []string `json:"items"`
	Except   []string `json:"except"`
	PartOf   string   `json:"part_of"`
	On       string   `json:"on"`
	Off      string   `json:"off"`
	Partly   string   `json:"partly"`
	Back     string   `json:"back"`
}

type edition struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	URL      string `json:"url"`
	PDF      string `json:"pdf"`
	Calendar string `json:"calendar"`
}

type milestone struct {
	ID          string   `json:"id"`
	UID         string   `json:"uid"` // of the calendar event
	Kind        string   `json:"kind"`
	Service     string   `json:"service"`
	ServiceName string   `json:"service_name"`
	Services    []string `json:"services"` // service is the first
	Label       string   `json:"label"`
	At          *string  `json:"at"`
	Precision   string   `json:"precision"`
	Written     string   `json:"written"` // the moment in words
	When        string   `json:"when"`    // the moment as a schedule says it
	After       *string  `json:"after"`
	Before      *string  `json:"before"`
	Includes    bool     `json:"includes_day"`
	TBD         bool     `json:"tbd"`
	Gradual     bool     `json:"gradual"`
	Permanent   bool     `json:"permanent"`
	Daily       *hours   `json:"daily"`
	Until       *string  `json:"until"` // the stated end of the window that begins at it, its day counted
	Expected    bool     `json:"expected"`
	State       string   `json:"state"`
	Status      string   `json:"status"`
	Sequence    int      `json:"sequence"`
	Moves       []move   `json:"moves"`
	Follows     string   `json:"follows"`
	Audience    []string `json:"audience"`
	Channels    []string `json:"channels"`
	More        bool     `json:"more_channels"`
	Scope       string   `json:"scope"`
	Text        string   `json:"text"`
	Instead     string   `json:"instead"`
	Code        string   `json:"code"` // short code of the poster
	Mark        string   `json:"mark"` // of its newest change: 【延期】; or empty
	URL         string   `json:"url"`
	PDF         string   `json:"pdf"`
	Calendar    string   `json:"calendar"`
}

// hours are clock times in China, to the minute; "24:00" is the day's end. An end
// that is not after its beginning lies on the next day. What is left out is as usual:
// one window, every day.
type hours struct {
	window
	Then   []window `json:"then,omitempty"` // further windows of a day
	Days   []string `json:"days,omitempty"` // of the week, on which windows begin
	Except []string `json:"except,omitempty"`
	Also   []string `json:"also,omitempty"`
}

type window struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// part is what one milestone says of a service in a step: a state, or one in hours and
// another outside of them. The worst of the parts holds.
type part struct {
	State string `json:"state"`
	Daily *hours `json:"daily"`
	Since string `json:"since,omitempty"` // the first day whose windows count
	Else  string `json:"else,omitempty"`
}

type move struct {
	Kind string  `json:"kind"`
	From *string `json:"from"`
	To   *string `json:"to"`
	Ends *ends   `json:"until,omitempty"`
	On   string  `json:"on"`
	Why  string  `json:"why"`
	Text string  `json:"text"` // the move in words
}

// ends are those of a window before and after a move that changed its end.
type ends struct {
	From *string `json:"from"`
	To   *string `json:"to"`
}

type outage struct {
	Service  string   `json:"service"`
	From     *string  `json:"from"`
	Partial  *string  `json:"partial"` // the first stage that has a time; no opening
	To       *string  `json:"to"`
	Stop     string   `json:"stop"`   // the milestones' ids
	Stages   []string `json:"stages"` // likewise
	End      string   `json:"end"`    // likewise; "" when none is announced
	Scope    string   `json:"scope"`
	Audience []string `json:"audience"`
	Channels []string `json:"channels"`
	Until    *string  `json:"until"` // the stated end of the stop; to is then the first instant after it
}

// A passage is how one service stands at every instant, as far as this notice says:
// each step holds until the next.
type passage struct {
	Service  string   `json:"service"`
	Scope    string   `json:"scope"`
	Audience []string `json:"audience"`
	Channels []string `json:"channels"`
	Rest     bool     `json:"rest"` // what the other parts of the service leave
	Steps    []step   `json:"steps"`
}

type step struct {
	From  *string `json:"from"` // null: from the beginning
	State string  `json:"state"`
	By    string  `json:"by"`    // the milestone that brings it
	Over  bool    `json:"over"`  // brought by the end of that milestone's window
	Daily *hours  `json:"daily"` // off outside these hours, where parts say no more
	Parts []part  `json:"parts,omitempty"`
	Words string  `json:"words"`
}

type unaffected struct {
	ID       string   `json:"id"`
	Service  string   `json:"service"`
	Text     string   `json:"text"`
	From     *string  `json:"from"`
	To       *string  `json:"to"`
	Scope    string   `json:"scope"`
	Audience []string `json:"audience"`
	Channels []string `json:"channels"`
}

type revision struct {
	Number int    `json:"number"`
	On     string `json:"on"`
	What   string `json:"what"`
}
