package command

import (
	"strings"
	"time"

	"tonggao/generator/message"
	"tonggao/generator/site"
)

// A heldNotice is written and not published: publish = false, or a day in its place.
type heldNotice struct {
	ID     string `json:"id"`
	Region string `json:"region"`
	Title  string `json:"title"`
	Due    string `json:"due,omitempty"` // the day on which it is to be published
	Late   bool   `json:"late"`          // that day has come
	File   string `json:"file"`          // where it says so
}

// heldBack returns the notices under a path that are not published; "" is all.
func heldBack(s *site.Site, path string, at time.Time) []heldNotice {
	held := []heldNotice{}
	for _, r := range s.Regions {
		for _, h := range r.Held {
			n := h.Notice
			if path != "" && n.ID != path && !strings.HasPrefix(n.ID, path+"/") {
				continue
			}
			one := heldNotice{ID: n.ID, Region: r.Name, Title: n.Title, File: n.At.File}
			if h.Due != (site.Day{}) {
				one.Due, one.Late = h.Due.String(), !at.Before(h.Due.Start())
			}
			held = append(held, one)
		}
	}
	return held
}

func (h heldNotice) says() message.Text {
	switch {
	case h.Late:
		return message.Say("due since %s: take publish = %s out of %s and build", h.Due, h.Due, h.File)
	case h.Due != "":
		return message.Say("to be published on %s", h.Due)
	}
	return message.Say("publish = false in %s", h.File)
}
