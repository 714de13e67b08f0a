// Package move is what a change of published times does, before it is written: where
// the times stand (place.go), what moves along with them (whole.go), what the files
// become (preview.go), and what readers, sheets and subscribers will see of it
// (lines.go, events.go). amend writes a change into a text and knows no site; this room
// knows the site and writes no file.
//
// Begin with Order, which says what is asked, and Foresee, which does the whole.
package move

import "tonggao/generator/site"

// An Order is what somebody asks for: milestones and where they go, with the record of
// it. Times are written as people write them; see mention.ReadNear.
type Order struct {
	Steps                []*Step
	Day                  site.Day // on which the change is announced
	Why, What            string   // the reason; what the revision says, "" for what is made from the labels
	By                   string   // how far all of them move
	After, Before, Until string
	Whole                bool // a stop with its recoveries, by as much as the stop moves
	Certain              bool
	Withdraw             bool
	Join                 bool // tell of it in the newest revision
	Here                 bool // give an inherited milestone a time of the notice's own
}
