package phrase

import (
	"fmt"
	"strings"

	"tonggao/generator/site"
)

// LeadsTo words where a link leads.
func (v Voice) LeadsTo(url string) string {
	w := v.words.Heard
	if number, is := strings.CutPrefix(url, "tel:"); is {
		return fmt.Sprintf(w.Call, number)
	}
	if address, is := strings.CutPrefix(url, "mailto:"); is {
		return fmt.Sprintf(w.Mail, address)
	}
	return fmt.Sprintf(w.Page, url)
}

// Void words what is struck out, which nobody hears: 原定2022年1月2日8时，with a pause
// before what holds instead.
func (v Voice) Void(words string) string { return v.Planned(words) + words + v.words.Comma }

// Code words what a QR code is; where it leads is told beside it.
func (v Voice) Code() string { return v.words.Heard.Code }

// Bar words what a bar shows: whose it is, and the whole course.
func (v Voice) Bar(c *site.Course) string {
	name := v.name(c.Service.Name)
	if parts := v.Lane(c, 0); len(parts) > 0 {
		name += fmt.Sprintf(v.words.Aside, v.List(parts))
	}
	return both(v.words.Numbers, name, v.Story(c))
}
