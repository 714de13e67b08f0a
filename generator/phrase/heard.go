package phrase

import (
	"fmt"
	"strings"

	"tonggao/generator/site"
)

// heard has the words for what is seen on a sheet and has no letters, for whoever
// listens to it.
type heard struct {
	page string // an address that a link leads to
	call string // a telephone number that it leads to
	mail string // an address of mail
	code string // a QR code
}

func (h *heard) all() []*string { return []*string{&h.page, &h.call, &h.mail, &h.code} }

var chineseHeard = heard{page: "打开网页%s", call: "拨打电话%s", mail: "发送邮件至%s", code: "二维码"}

var englishHeard = heard{page: "Open the page %s", call: "Call %s", mail: "Write to %s", code: "QR code"}

// LeadsTo words where a link leads.
func (v Voice) LeadsTo(url string) string {
	w := v.words.heard
	if number, is := strings.CutPrefix(url, "tel:"); is {
		return fmt.Sprintf(w.call, number)
	}
	if address, is := strings.CutPrefix(url, "mailto:"); is {
		return fmt.Sprintf(w.mail, address)
	}
	return fmt.Sprintf(w.page, url)
}

// Code words what a QR code is; where it leads is told beside it.
func (v Voice) Code() string { return v.words.heard.code }

// Bar words what a bar shows: whose it is, and the whole course.
func (v Voice) Bar(c *site.Course) string {
	name := v.name(c.Service.Name)
	if parts := v.Lane(c, 0); len(parts) > 0 {
		name += fmt.Sprintf(v.words.aside, v.List(parts))
	}
	return fmt.Sprintf(v.words.numbers, name, v.Story(c))
}
