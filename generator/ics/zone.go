package ics

// zoneID is the one zone of the program.
const zoneID = "Asia/Shanghai"

// zone is the VTIMEZONE that RFC 5545, 3.6.5 wants beside every TZID. It has one
// standard time and no rule, since China has had neither since 1991: a rule
// without BYDAY cannot be read by Outlook, and a daylight rule moves events in
// Google's and Microsoft's calendars by an hour. Its bytes never change.
const zone = "BEGIN:VTIMEZONE\r\n" +
	"TZID:" + zoneID + "\r\n" +
	"BEGIN:STANDARD\r\n" +
	"DTSTART:19700101T000000\r\n" +
	"TZOFFSETFROM:+0800\r\n" +
	"TZOFFSETTO:+0800\r\n" +
	"TZNAME:CST\r\n" +
	"END:STANDARD\r\n" +
	"END:VTIMEZONE\r\n"
