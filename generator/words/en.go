package words

import (
	"tonggao/generator/prints"
	"tonggao/generator/site"
)

// english are the words in plain English for residents who read no Chinese.
func english() *Page {
	return &Page{
		Skip: "Skip to content", Menu: "This site", Index: "Home", Subscribe: "Subscribe", AboutSite: "About and verify", Large: "Large text", LargeNote: "Large text for easier reading", Language: "Language", Crumbs: "You are here", Top: "Back to top",
		Host: "Host", Organiser: "Run by", Contact: "Contact", ICP: "ICP record", Police: "Public-security record", SiteID: "Site code", Report: "Report an error on this site", Hotlines: "Hotlines", Machine: "For programs",
		Original: "Notices are issued in Chinese. The Chinese text is the authority.",

		NowHeading: "How things stand now", Place: "place", NowNote: "Worked out from the times in the notice, in China time. The notice and the latest news of its issuer prevail.", PickLabel: "Date and time (China time)", PickButton: "Check", PickBack: "Back to now",
		Now: Now{Now: "Now", Picked: "At the time chosen", Clock: "{w} {d} {m} {y}, {h}:{i}",
			Weekdays: []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
			Months:   []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
			Left:     "until “{what}” {more}: {left}", Today: "today: “{what}” {more}", More: "and others", Units: []string{" d ", " h ", " min"}, Do: "What to do: ", Colon: ": ", Stop: ". "},
		Chips: Chips{Running: "In progress", Coming: "Not yet begun", Over: "Time has passed", Unsettled: "Some times not announced", History: "Past notice"}, Copied: "Copied",
		Open: "Still open", LastDay: "Closes today", Passed: "Closed", Ahead: "Not yet", Reached: "Reached", Opened: "Open", Finished: "Over", Pending: "Time to be announced", Dropped: "Cancelled",

		Issuer: "Issued by", IssuedOn: "Issued on", Number: "Number", SourceMedium: "Source", PublishedAt: "Published", Version: "Version", VersionN: "Version %d", Code: "Check code", Editions: "Editions", Whole: "Full text", EditionFor: "For %s",
		Services: "What stops, and when it is back", Service: "Service", Stop: "Stops", Stages: "Partly back", Back: "Back", Meanwhile: "Meanwhile", NotAnnounced: "Not announced", NeverBack: "Does not come back", Unaffected: "Goes on as usual",
		Timeline: "Timeline", TimelineNote: "The drawing shows the same times as the table.", Today: "Now", Legend: "Key",
		Schedule: "Schedule", ScheduleNote: "In order of time. Each date has a page with details, a poster and a calendar file.", FullText: "Full text of the notice", Contents: "Contents", Questions: "Questions",
		Files: "Download and print", InFormat: "%s (%s)", ChangePDF: sheets[prints.Change][site.English].Name, Calendar: "Add to calendar", Bundle: "All files (ZIP)", Revisions: "Revisions", FirstRevision: "First issued", Related: "Related notice",
		PDFNote: "Page and PDF have the same words; with a screen reader, please read this page.", EarlierNotice: "Earlier notice", LaterNotice: "Later notice", Neighbours: "Other notices",

		Instead: "What to do", Moves: "Changes of time", Event: "Calendar file", EventNote: "this date only; does not update itself once imported", PartOf: "From", Returns: "When it is back", Then: "After that", Extent: "What it covers", Earlier: "Earlier", Later: "Later",
		Address: "Address of this page", EndMoves: "Changes of when it is back", PendingNote: "The time is not announced yet. This page keeps its address, and subscribed calendars will update.", ExpectedNote: "The time is expected, not certain. Should it change, this page keeps its address, and subscribed calendars will update.", MovedNote: "The time has changed", WithdrawnNote: "This has been cancelled.", Copy: "Copy", CopyLink: "Copy link",

		Notices: "Notices", NoNotices: "No notice is published at present.", Contacts: "Telephone enquiries", Desk: "Office", Phone: "Telephone", Hours: "Notes", Places: "Where business is done and news is published", Below: "Places below", Above: "Place above", RegionCode: "Region code", OpenData: "Data", Newest: "Newest notice", Quiet: "By the notices published here, no service is stopped or about to stop.",

		IndexTitle: "Notices by place", IndexLead: "Which services stop, when they are back, and what to do meanwhile. First find your %s.", Find: "Find a place", FindHint: "Name, pinyin or initials, such as 常熟, changshu or cs", FindNone: "Nothing found. Try another spelling, or the place above it.", FindCount: "{n} places found", OnlyRegions: "All places",

		SubscribeTitle: "Subscribe to the calendar of %s", SubscribeLead: "Subscribe once, and stops, recoveries and deadlines appear in the calendar of your phone or computer. When a time changes, the calendar follows.",
		Feed: "Choose a calendar", FeedWhole: "All notices of %s", FeedService: "Only %s", FeedEdition: "For %s", FeedNotice: "Only this notice", OpenCalendar: "Subscribe in calendar", DownloadICS: "https address",
		QR: "Scan to open this page on a phone", Honest: "Please note", HonestText: "How often a calendar refreshes is up to the calendar: some hours with Apple, up to a day with Google. When the day is near, rely on this site%s.", AndHotline: " and the hotline %s", HowTo: "How to subscribe",
		Devices: englishDevices(),

		AboutLead: "This site gathers notices about public services that stop and come back. Each fact is written once; pages, PDFs, calendars and data are made from it and therefore agree.", AboutAuthority: "Each notice is its issuer's responsibility. Where anything differs, the issuer's word prevails%s.", AskHotline: "; ask the hotline %s",
		VerifyTitle: "Checking a printed sheet", VerifyText: "Every PDF and poster bears its version, a QR code and a check code. Scan the code: if the page shows the same version and check code, the sheet is current; if not, it has been revised. manifest.json lists a checksum of every file.", VerifyCode: "Check code",
		DataTitle: "Data and feeds", DataText: "Data, updates and calendars for programs:", AccessTitle: "Reading aids", AccessText: "Text can be enlarged; everything works by keyboard and with a screen reader; dark mode follows your system. PDFs are tagged for accessibility (PDF/UA): a screen reader reads them in order.",
		NowTitle: "How “now” is worked out", NowText: "Your browser works it out from the times in the notice, always in China time, whatever your own zone. It asks no server and says nothing about how systems actually run. An instant belongs to what begins with it. Where only a day is announced, that day is shown as uncertain.",
		PrivacyTitle: "Privacy", PrivacyText: "This site collects nothing, tracks nobody and asks no other site for anything. The choice of large text stays in your browser.",

		MissingTitle: "This page does not exist", MissingText: "The address may be mistyped, or the page may not belong to this site. Addresses of notices never change.", MissingHelp: "Look for your place from the home page%s.", OrHotline: ", or call the hotline %s",

		MovedTitle: "This page has moved", MovedText: "It is now at:", MovedPaper: "The old address on printed sheets still works; what counts is the page at the new one.",
	}
}
