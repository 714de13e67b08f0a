package manifest

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A country's notices have megabytes, on which encoding/json spends a tenth of a second. So
// those are read and spelled here that are of the form that it gives them; what has any other,
// or needs an escape, is left to it.

// readNotice reads the line of a notice, without the comma at its end.
func readNotice(line string) (Notice, error) {
	n, ours := noticeIn(line)
	if ours {
		return n, nil
	}
	n = Notice{}
	return n, json.Unmarshal([]byte(line), &n)
}

// noticeIn reads a notice, false where it is not written as appendNotice writes it. Its texts
// are parts of the line.
func noticeIn(line string) (n Notice, ours bool) {
	l := reading{rest: line, ours: utf8.ValidString(line)}
	n.ID = l.text(`{"id":"`)
	n.Title = l.text(`,"title":"`)
	n.Region = l.text(`,"region":"`)
	n.Revision = l.number(`,"revision":`)
	n.On = l.text(`,"on":"`)
	n.Gone = l.is(`,"gone":true`)
	n.Sheets = list(&l, `,"sheets":[`, l.sheet)
	if l.is(`,"former":[`) {
		n.Former = list(&l, "", func() string { return l.text(`"`) })
	}
	if l.is(`,"sections":[`) {
		n.Sections = list(&l, "", l.section)
	}
	l.want("}")
	return n, l.ours && l.rest == ""
}

// A reading is what is left of a line, and whether all before it was as it is written here.
type reading struct {
	rest string
	ours bool
}

// is takes what may stand next.
func (l *reading) is(next string) (is bool) {
	l.rest, is = strings.CutPrefix(l.rest, next)
	return is
}

// want takes what must stand next.
func (l *reading) want(next string) { l.ours = l.is(next) && l.ours }

// text takes what must stand next, and the text behind it.
func (l *reading) text(next string) string {
	l.want(next)
	text, rest, ended := strings.Cut(l.rest, `"`)
	l.rest, l.ours = rest, l.ours && ended && bare(text)
	return text
}

// number takes what must stand next, and the number behind it.
func (l *reading) number(next string) int {
	l.want(next)
	digits := len(l.rest) - len(strings.TrimLeft(l.rest, "0123456789"))
	n, err := strconv.Atoi(l.rest[:digits])
	l.ours = l.ours && err == nil && number([]byte(l.rest[:digits]))
	l.rest = l.rest[digits:]
	return n
}

func (l *reading) sheet() (s Sheet) {
	s.Code = l.text(`{"code":"`)
	s.Revision = l.number(`,"revision":`)
	s.Folder = l.text(`,"folder":"`)
	s.Former = l.is(`,"former":true`)
	l.want("}")
	return s
}

func (l *reading) section() (s Section) {
	s.ID = l.text(`{"id":"`)
	s.Title = l.text(`,"title":"`)
	l.want("}")
	return s
}

// list takes what must stand next, and the members of a list behind it, of which there is one.
func list[T any](l *reading, next string, one func() T) (all []T) {
	l.want(next)
	for l.ours {
		if all = append(all, one()); !l.is(",") {
			break
		}
	}
	l.want("]")
	return all
}

// appendNotice adds a notice, as json.Marshal spells it.
func appendNotice(b []byte, n *Notice) []byte {
	b = appendText(append(b, `{"id":`...), n.ID)
	b = appendText(append(b, `,"title":`...), n.Title)
	b = appendText(append(b, `,"region":`...), n.Region)
	b = strconv.AppendInt(append(b, `,"revision":`...), int64(n.Revision), 10)
	b = appendText(append(b, `,"on":`...), n.On)
	if n.Gone {
		b = append(b, `,"gone":true`...)
	}
	if b = append(b, `,"sheets":`...); n.Sheets == nil {
		b = append(b, "null"...)
	} else {
		b = appendList(b, n.Sheets, appendSheet)
	}
	if len(n.Former) > 0 {
		b = appendList(append(b, `,"former":`...), n.Former, func(b []byte, id *string) []byte { return appendText(b, *id) })
	}
	if len(n.Sections) > 0 {
		b = appendList(append(b, `,"sections":`...), n.Sections, appendSection)
	}
	return append(b, '}')
}

func appendSheet(b []byte, s *Sheet) []byte {
	b = appendText(append(b, `{"code":`...), s.Code)
	b = strconv.AppendInt(append(b, `,"revision":`...), int64(s.Revision), 10)
	b = appendText(append(b, `,"folder":`...), s.Folder)
	if s.Former {
		b = append(b, `,"former":true`...)
	}
	return append(b, '}')
}

func appendSection(b []byte, s *Section) []byte {
	b = appendText(append(b, `{"id":`...), s.ID)
	b = appendText(append(b, `,"title":`...), s.Title)
	return append(b, '}')
}

func appendList[T any](b []byte, all []T, one func([]byte, *T) []byte) []byte {
	b = append(b, '[')
	for i := range all {
		if i > 0 {
			b = append(b, ',')
		}
		b = one(b, &all[i])
	}
	return append(b, ']')
}
