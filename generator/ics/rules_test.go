package ics_test

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Forms of values, as RFC 5545, 3.3 and RFC 9562 give them.
var (
	utcForm      = regexp.MustCompile(`^\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\dZ$`)
	localForm    = regexp.MustCompile(`^\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\d$`)
	dateForm     = regexp.MustCompile(`^\d{8}$`)
	durationForm = regexp.MustCompile(`^[+-]?P(\d+W|\d+D(T(\d+H)?(\d+M)?(\d+S)?)?|T(\d+H(\d+M)?(\d+S)?|\d+M(\d+S)?|\d+S))$`)
	uuidForm     = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
)

// Names of properties that may occur, how often at most once each unless listed
// in many, and the types of their values.
var (
	texts      = []string{"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC"}
	addresses  = []string{"URL", "ATTACH", "SOURCE"}
	inCalendar = []string{"VERSION", "PRODID", "CALSCALE", "UID", "NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC", "X-WR-TIMEZONE",
		"LAST-MODIFIED", "URL", "SOURCE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "COLOR", "X-APPLE-CALENDAR-COLOR"}
	inEvent = []string{"UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "STATUS", "TRANSP", "CLASS", "DTSTART", "DTEND",
		"SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "COLOR", "URL", "ATTACH"}
	inAlarm = []string{"ACTION", "TRIGGER", "DESCRIPTION"}
	css3    = []string{"firebrick", "darkorange", "seagreen", "mediumvioletred", "steelblue"}
)

const shanghai = "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nTZNAME:CST\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"

// faults returns every departure of a calendar from the rules that a published
// feed must meet. imported says that the file is one to import, the only kind
// with alarms.
func faults(file []byte, imported bool) []string {
	r := &reader{}
	root := r.read(file)
	if len(root.parts) != 1 || len(root.props) != 0 || root.parts[0].name != "VCALENDAR" {
		r.fault("not one VCALENDAR")
		return r.faults
	}
	c := root.parts[0]
	r.calendar(c, imported)
	if strings.Count(string(file), shanghai) != 1 {
		r.fault("the VTIMEZONE is not the constant one, once")
	}
	uids, events := map[string]bool{}, 0
	for _, part := range c.parts {
		switch part.name {
		case "VEVENT":
			events++
			r.event(part, imported)
			if uids[part.value("UID")] {
				r.fault("UID %s stands twice", part.value("UID"))
			}
			uids[part.value("UID")] = true
		case "VTIMEZONE":
		default:
			r.fault("unknown component %s", part.name)
		}
	}
	if len(file) >= 1_000_000 || events >= 1000 {
		r.fault("%d octets, %d events", len(file), events)
	}
	return r.faults
}

// common checks what holds for every property of a component.
func (r *reader) common(c *component, known []string) {
	for _, p := range c.props {
		if !slices.Contains(known, p.name) {
			r.fault("%s has an unknown property %s", c.name, p.name)
		}
		if len(c.all(p.name)) != 1 {
			r.fault("%s has %s more than once", c.name, p.name)
		}
		r.valueOf(p)
	}
}

func (r *reader) valueOf(p property) {
	switch {
	case p.value == "":
		r.fault("%s is empty", p.name)
	case slices.Contains(texts, p.name):
		text, right := unescape(p.value)
		if !right || text != strings.TrimSpace(text) {
			r.fault("%s is no TEXT: %q", p.name, p.value)
		}
	case p.name == "CATEGORIES":
		for _, one := range values(p.value) {
			if text, right := unescape(one); !right || text == "" || text != strings.TrimSpace(text) {
				r.fault("CATEGORIES has %q", one)
			}
		}
	case slices.Contains(addresses, p.name):
		u, err := url.Parse(p.value)
		ascii := strings.Trim(p.value, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%") == ""
		if err != nil || !ascii || u.Scheme != "https" || u.Host == "" {
			r.fault("%s is no https address: %q", p.name, p.value)
		}
	case p.name == "COLOR" && !slices.Contains(css3, p.value):
		r.fault("COLOR %s is no CSS3 name", p.value)
	}
}

// values cuts a list of TEXT at its plain commas.
func values(list string) []string {
	var all []string
	start := 0
	for i := 0; i < len(list); i++ {
		switch list[i] {
		case '\\':
			i++ // what follows is escaped
		case ',':
			all = append(all, list[start:i])
			start = i + 1
		}
	}
	return append(all, list[start:])
}

func (r *reader) want(c *component, name, value string) {
	if c.value(name) != value {
		r.fault("%s of a %s is %q, not %q", name, c.name, c.value(name), value)
	}
}

func (r *reader) form(c *component, name string, form *regexp.Regexp) {
	if !form.MatchString(c.value(name)) {
		r.fault("%s of a %s is %q", name, c.name, c.value(name))
	}
}

func (r *reader) calendar(c *component, imported bool) {
	r.common(c, inCalendar)
	r.want(c, "VERSION", "2.0")
	r.want(c, "CALSCALE", "GREGORIAN")
	if c.value("PRODID") == "" || len(c.late) > 0 {
		r.fault("no PRODID, or a property after a component: %v", c.late)
	}
	if imported {
		return
	}
	r.form(c, "UID", uuidForm)
	r.form(c, "REFRESH-INTERVAL", durationForm)
	r.want(c, "X-PUBLISHED-TTL", c.value("REFRESH-INTERVAL"))
	r.want(c, "X-WR-CALNAME", c.value("NAME"))
	r.want(c, "X-WR-CALDESC", c.value("DESCRIPTION"))
	r.want(c, "X-WR-TIMEZONE", "Asia/Shanghai")
	for name, kind := range map[string]string{"REFRESH-INTERVAL": "DURATION", "SOURCE": "URI"} {
		if found := c.all(name); len(found) != 1 || found[0].params["VALUE"] != kind {
			r.fault("%s without VALUE=%s", name, kind)
		}
	}
	if c.value("NAME") == "" || c.value("DESCRIPTION") == "" || c.value("COLOR") == "" {
		r.fault("a feed without NAME, DESCRIPTION or COLOR")
	}
	if changed := c.value("LAST-MODIFIED"); changed != "" {
		r.form(c, "LAST-MODIFIED", utcForm)
	}
}

func (r *reader) event(c *component, imported bool) {
	r.common(c, inEvent)
	r.form(c, "UID", uuidForm)
	r.form(c, "DTSTAMP", utcForm)
	r.form(c, "CREATED", utcForm)
	r.want(c, "LAST-MODIFIED", c.value("DTSTAMP"))
	r.want(c, "TRANSP", "TRANSPARENT")
	if n, err := strconv.Atoi(c.value("SEQUENCE")); err != nil || n < 0 {
		r.fault("SEQUENCE is %q", c.value("SEQUENCE"))
	}
	if !slices.Contains([]string{"CONFIRMED", "TENTATIVE", "CANCELLED"}, c.value("STATUS")) {
		r.fault("STATUS is %q", c.value("STATUS"))
	}
	title, _ := unescape(c.value("SUMMARY"))
	if c.value("CREATED") > c.value("DTSTAMP") || title == "" || strings.Contains(title, "\n") {
		r.fault("created after it changed, or no title of one line: %q", c.value("SUMMARY"))
	}
	r.span(c)
	for _, alarm := range c.parts {
		if alarm.name != "VALARM" || !imported || len(c.late) > 0 {
			r.fault("%s in a feed, or a property after it: %v", alarm.name, c.late)
		}
		r.common(alarm, inAlarm)
		r.want(alarm, "ACTION", "DISPLAY")
		r.form(alarm, "TRIGGER", durationForm)
	}
}

// span checks that both ends are of one type, the second later, hours within a
// day, and a zone that the file defines.
func (r *reader) span(c *component) {
	start, end := c.all("DTSTART"), c.all("DTEND")
	if len(start) != 1 || len(end) != 1 {
		r.fault("%d starts and %d ends", len(start), len(end))
		return
	}
	form := localForm
	want := map[string]string{"TZID": "Asia/Shanghai"}
	if start[0].params["VALUE"] == "DATE" {
		form, want = dateForm, map[string]string{"VALUE": "DATE"}
	}
	for _, p := range []property{start[0], end[0]} {
		same := len(p.params) == 1 && p.params["TZID"] == want["TZID"] && p.params["VALUE"] == want["VALUE"]
		if !form.MatchString(p.value) || !same {
			r.fault("%s is %v %q", p.name, p.params, p.value)
		}
	}
	if end[0].value <= start[0].value {
		r.fault("ends at %s, starts at %s", end[0].value, start[0].value)
	}
}
