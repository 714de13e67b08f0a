package verify

import "tonggao/generator/message"

// OfFile words in one sentence what is known of a file.
func (i Identity) OfFile() message.Text {
	switch {
	case i.Exact():
		return message.Say("exactly as published at %s", i.Paths[0])
	case i.Notice == nil:
		return message.Say("unknown: this site has not published it")
	case i.Notice.Gone:
		return message.Say("OUT OF DATE: it says that it is of revision %d of a notice that is published no more", i.Revision)
	case i.Former && i.Revision == i.Notice.Revision:
		return message.Say("OUT OF DATE: an earlier sheet of revision %d, which was replaced", i.Revision)
	case i.Newest():
		return message.Say("CHANGED: it says that it is of revision %d, the newest, but it is not as published", i.Revision)
	case i.Revision > 0:
		return message.Say("OUT OF DATE: it says that it is of revision %d", i.Revision)
	}
	return message.Say("NOT as published: it was changed, or is out of date")
}

// OfCode words in one sentence what is known of a short code.
func (i Identity) OfCode() message.Text {
	switch {
	case i.Notice == nil:
		return message.Say("unknown: this site has printed no sheet with this code")
	case i.Notice.Gone:
		return message.Say("OUT OF DATE: a sheet of revision %d of a notice that is published no more", i.Revision)
	case i.Former && i.Revision == i.Notice.Revision:
		return message.Say("OUT OF DATE: an earlier sheet of revision %d, which was replaced", i.Revision)
	case i.Newest():
		return message.Say("a sheet of revision %d, the newest", i.Revision)
	}
	return message.Say("OUT OF DATE: a sheet of revision %d", i.Revision)
}
