package data

import (
	"bufio"
	"encoding/json"
	"fmt"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// facts writes notices.json, a region a line: small to send, and a comparison of
// two states shows which regions changed. The line of a region is taken as it was
// published, where somebody knows it.
func (w *Writer) facts(out *bufio.Writer, o plan.Output, regions []*site.Region) error {
	address, _ := json.Marshal(w.plan.URL("notices.schema.json"))
	fmt.Fprintf(out, `{"version":1,"$schema":%s,"regions":[`, address)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	published := w.publishedIn(o)
	for i, r := range regions {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		if line := published(o, r, r.ID); line != nil {
			out.Write(line)
			out.WriteByte('\n')
			continue
		}
		if err := encoder.Encode(w.region(r)); err != nil {
			return err
		}
	}
	_, err := out.WriteString("]}\n")
	return err
}

func (w *Writer) region(r *site.Region) region {
	dir := plan.RegionDir(r)
	facts := region{ID: r.ID, Code: r.Code, Name: r.Name, Issuer: r.Issuer, URL: w.plan.URL(dir), Calendar: w.plan.URL(dir + "calendar.ics"),
		Feed: w.plan.URL(dir + "feed.xml"), Hotlines: all(r.Hotlines)}
	facts.Contacts = each(r.Contacts, func(c *site.Contact) contact {
		lines := each(c.Lines, func(l site.Line) line { return line{l.Purpose, all(l.Phones)} })
		return contact{ID: c.ID, Name: c.Name, Phones: all(c.Phones), Lines: lines, Hours: c.Hours, URL: c.URL, Note: c.Note}
	})
	facts.Calendars = each(plan.ServicesOf(r), func(s *site.Service) link {
		return link{s.ID, s.Name, w.plan.URL(dir + "service/" + s.ID + ".ics")}
	})
	facts.Notices = each(r.Notices, w.notice)
	return facts
}

func (w *Writer) notice(n *site.Notice) notice {
	dir, latest := plan.NoticeDir(n), n.Latest()
	facts := notice{ID: n.ID, UID: n.UID(), Title: n.Title, Number: n.Number, Addressee: n.Addressee, Issuers: all(n.Issuers), Issued: n.Issued.String(),
		Revision: latest.Number, Revised: latest.On.String(), Code: n.ShortCode(nil), Mark: w.voice.NoticeChange(n), Source: n.Source, Related: n.Related,
		URL: w.plan.URL(dir), PDF: w.plan.URL(dir + "notice.pdf"), Calendar: w.plan.URL(dir + "calendar.ics")}
	facts.Editions = each(n.Editions, func(a *site.Audience) edition {
		dir := plan.EditionDir(n, a)
		return edition{a.ID, a.Name, w.plan.URL(dir), w.plan.URL(dir + "notice.pdf"), w.plan.URL(dir + "calendar.ics")}
	})
	if n.Change() != nil {
		page, sheet := w.plan.URL(plan.ChangeDir(n)), w.plan.URL(plan.ChangeDir(n)+"change.pdf")
		facts.Change, facts.ChangePDF = &page, &sheet
	}
	facts.Milestones = each(n.Milestones, w.milestone)
	facts.Services = each(n.Services, serviceOf)
	if !n.History.IsZero() {
		facts.History = instant(n.History)
	}
	facts.Outages = each(outagesOf(n), outageOf)
	facts.States = each(n.Courses, w.course)
	facts.Unaffected = each(n.Unaffected, w.unaffected)
	facts.Revisions = each(n.Revisions, func(r site.Revision) revision { return revision{r.Number, r.On.String(), r.What} })
	return facts
}

func serviceOf(s *site.Service) service {
	facts := service{ID: s.ID, Name: s.Name, Everyday: s.Everyday, Items: all(s.Items), Except: all(s.Except), On: s.Own.On, Off: s.Own.Off, Partly: s.Own.Partly, Back: s.Own.Back}
	if s.PartOf != nil {
		facts.PartOf = s.PartOf.ID
	}
	return facts
}

func (w *Writer) milestone(m *site.Milestone) milestone {
	dir, at := plan.MilestoneDir(m), m.Moment
	facts := milestone{ID: m.ID, UID: m.UID(), Kind: string(m.Kind), Label: w.voice.Label(m), At: datetime(at), Precision: at.Precision.String(),
		Written: w.voice.Moment(at), When: w.voice.When(m), After: bound(at.After), Before: bound(at.Before), Until: bound(m.Until), Expected: at.Expected, Includes: at.Includes,
		TBD: at.Pending, Gradual: at.Gradual, Permanent: m.Permanent, State: m.State, Status: string(m.Status()), Mark: w.voice.Change(m), Sequence: m.Sequence(),
		Audience: each(m.Audience, audienceID), Channels: each(m.Channels, channelID), More: m.MoreChans, Scope: m.Scope,
		Text: w.words(m.Notice, m.Text), Instead: phrase.Plain(w.voice.Meanwhile(m)), Code: m.ShortCode(),
		URL: w.plan.URL(dir), PDF: w.plan.URL(dir + "poster.pdf"), Calendar: w.plan.URL(dir + "event.ics")}
	facts.Services = each(m.Services, func(s *site.Service) string { return s.ID })
	if len(m.Services) > 0 {
		facts.Service, facts.ServiceName = m.Services[0].ID, m.Services[0].Name
	}
	if m.Follows != nil {
		facts.Follows = m.Follows.ID
	}
	if m.Hours != nil {
		facts.Daily = hoursOf(m.Hours)
	}
	facts.Moves = each(m.AllMoves(), func(mv site.Move) move {
		return move{string(mv.Kind), datetime(mv.From), datetime(mv.To), endsOf(mv), mv.On.String(), mv.Why, w.voice.Move(mv)}
	})
	return facts
}

func endsOf(mv site.Move) *ends {
	if mv.Ends == nil {
		return nil
	}
	return &ends{datetime(mv.Ends.From), datetime(mv.Ends.To)}
}

func (w *Writer) unaffected(u *site.Unaffected) unaffected {
	facts := unaffected{ID: u.ID, Text: w.words(u.Notice, u.Text), Scope: u.Scope, Audience: each(u.Audience, audienceID), Channels: each(u.Channels, channelID)}
	if u.Service != nil {
		facts.Service = u.Service.ID
	}
	if u.From != nil {
		facts.From = datetime(u.From.Moment)
	}
	if u.To != nil {
		facts.To = datetime(u.To.Moment)
	}
	return facts
}

func (w *Writer) words(n *site.Notice, words prose.Words) string {
	return phrase.Plain(w.voice.Runs(n, nil, words))
}

// datetime is a moment for programs, null when it has no time.
func datetime(m site.Moment) *string {
	if text := m.Datetime(); text != "" {
		return &text
	}
	return nil
}

func bound(m *site.Moment) *string {
	if m == nil {
		return nil
	}
	return datetime(*m)
}

func clock(minute int) string { return fmt.Sprintf("%02d:%02d", minute/60, minute%60) }

func audienceID(a *site.Audience) string { return a.ID }

func channelID(c *site.Channel) string { return c.ID }

// each turns a list into one that JSON shows as [] when it is empty.
func each[A, B any](from []A, turn func(A) B) []B {
	to := make([]B, 0, len(from))
	for _, x := range from {
		to = append(to, turn(x))
	}
	return to
}

func all(list []string) []string { return each(list, func(s string) string { return s }) }
