package ics_test

import (
	"strings"
	"testing"

	"tonggao/generator/testkit"
)

// TestRulesCatch breaks a right file in one way at a time: a checker that lets a
// breakage through proves nothing about the files that pass.
func TestRulesCatch(t *testing.T) {
	_, files := write(t, testkit.Changshu(t))
	right := string(files["jiangsu/suzhou/changshu/2021-platform/settlement-stop/event.ics"])
	feed := string(files["calendar.ics"])
	if f := faults([]byte(right), true); f != nil {
		t.Fatal(f)
	}
	for _, c := range [][2]string{
		{"\r\n", "\n"}, {"END:VCALENDAR\r\n", "END:VCALENDAR"}, {"\r\nUID", "\r\n\r\nUID"}, {"VERSION:2.0", "\ufeffVERSION:2.0"},
		{"20211230T200000", "20211230T240000"}, {"DTEND;TZID=Asia/Shanghai:20220101T000000", "DTEND;VALUE=DATE:20220101"},
		{"DTEND;TZID=Asia/Shanghai:20220101T000000", "DTEND;TZID=Asia/Shanghai:20211230T200000"},
		{"DTEND;TZID=Asia/Shanghai:20220101T000000", "DURATION:PT28H"}, {"DTSTART;TZID=Asia/Shanghai:", "DTSTART:"},
		{"TRIGGER:-P1D", "TRIGGER:-P1H"}, {"STATUS:CONFIRMED", "STATUS:CANCELED"}, {"SEQUENCE:0", "SEQUENCE:-1"}, {"TRANSPARENT", "OPAQUE"},
		{"TZOFFSETTO:+0800\r\n", ""}, {"END:STANDARD", "RRULE:FREQ=YEARLY\r\nEND:STANDARD"}, {"SUMMARY:常熟", "SUMMARY:常熟;"}, {"SUMMARY:常熟", "SUMMARY:常熟\\x"},
		{"SUMMARY:常熟", "SUMMARY: 常熟"}, {"SUMMARY:常熟", "SUMMARY:常\r\n \x9f熟"}, {"SUMMARY:常熟", "SUMMARY:" + strings.Repeat("长", 23)},
		{"COLOR:firebrick", "COLOR:#B22222"}, {"URL:https", "URL:http"}, {"URL:https://tonggao.example/", "URL:https://tonggao.example/苏州"},
		{"BEGIN:VALARM", "STATUS:CONFIRMED\r\nBEGIN:VALARM"}, {"END:VALARM", "END:VALARM\r\nCLASS:PUBLIC"}, {"CALSCALE", "METHOD:PUBLISH\r\nCALSCALE"},
		{"DTSTAMP:20211220T000000Z", "DTSTAMP;VALUE=DATE:20211220"}, {"END:VEVENT", "LINK:https://tonggao.example/\r\nEND:VEVENT"},
		{"CATEGORIES:暂停,", "CATEGORIES:暂停,,"}, {"ACTION:DISPLAY\r\n", ""}, {"FMTTYPE=application/pdf", "FMTTYPE=\"application/pdf"},
	} {
		broken := strings.Replace(right, c[0], c[1], 1)
		if broken == right {
			t.Errorf("%q does not occur", c[0])
		}
		if faults([]byte(broken), true) == nil {
			t.Errorf("%q for %q is let through", c[1], c[0])
		}
	}
	if faults([]byte(right), false) == nil {
		t.Error("an alarm in a feed is let through")
	}
	for _, c := range [][2]string{{";VALUE=DURATION", ""}, {"X-PUBLISHED-TTL:PT12H", "X-PUBLISHED-TTL:PT1H"}, {"X-WR-CALNAME:", "X-WR-CALNAME:x"},
		{"COLOR:steelblue\r\n", ""}, {"e247f287-d4bd-5e6f-b671-66462329aff5", "settlement-stop@tonggao.example"}} {
		if faults([]byte(strings.Replace(feed, c[0], c[1], 1)), false) == nil {
			t.Errorf("%q for %q is let through", c[1], c[0])
		}
	}
}
