package forms

import (
	"net/http"
	"net/url"
	"strings"

	"tonggao/generator/amend"
	"tonggao/generator/message"
	"tonggao/generator/move"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// order makes of a form what tonggao move does.
func order(f *Forms, s *state, r *http.Request) (*proposal, error) {
	v := r.PostForm
	step := &move.Step{Notice: v.Get("notice"), Milestone: v.Get("milestone")}
	m := &move.Order{Steps: []*move.Step{step}, Day: f.house.Today(), Why: strings.TrimSpace(v.Get("why")), Here: v.Get("here") != "", Join: v.Get("join") != ""}
	if m.Why == "" {
		return nil, fieldError{"why", message.New("write the reason: readers see it beside the new time")}
	}
	if on := v.Get("on"); on != "" {
		day, err := site.ParseDay(on)
		if err != nil {
			return nil, fieldError{"on", message.Errorf("the day %s %w", on, err)}
		}
		m.Day = day
	}
	asks(m, step, v)
	if err := m.Check(); err != nil {
		return nil, fieldError{asked(v), err}
	}
	if s.origins == nil || !s.origins.Has(step.Asked()) {
		return nil, message.Errorf("there is no %s", step.Asked())
	}
	seen, err := m.Foresee(s.options, s.origins, f.house.Program)
	if err != nil {
		return nil, fieldError{asked(v), err}
	}
	if seen.Before == nil {
		return nil, message.New("the site has errors: mend them first, then times can be moved")
	}
	return &proposal{Title: message.Say("change the time of %s", s.label(v.Get("notice"), step.Milestone)), Back: back(v), Files: seen.Files, After: seen.After,
		Changes: seen.Difference, Events: seen.Events, Lines: seen.Lines, Unmended: seen.Unmended, Problems: seen.Problems}, nil
}

// label is what a milestone is called; its name where the site has errors.
func (s *state) label(notice, milestone string) string {
	if n := s.notice(notice); n != nil && n.Milestone(milestone) != nil {
		return phrase.In(site.Chinese).Label(n.Milestone(milestone))
	}
	return milestone
}

// asks reads what shall happen to the time.
func asks(m *move.Order, step *move.Step, v url.Values) {
	switch v.Get("do") {
	case "pending":
		step.Written = amend.Pending
		m.After, m.Before = written(v, "after"), written(v, "before")
	case "bounds":
		m.After, m.Before = written(v, "after"), written(v, "before")
	case "by":
		m.By = strings.TrimSpace(v.Get("by"))
	case "until":
		m.Until = written(v, "end")
	case "certain":
		m.Certain = true
	case "withdraw":
		m.Withdraw = true
	default:
		step.Written = written(v, "to")
		m.Whole = v.Get("whole") != ""
	}
}

// asked is the field that says where a time goes, by what happens to it.
func asked(v url.Values) string {
	switch do := v.Get("do"); do {
	case "pending", "bounds":
		return "after"
	case "by":
		return "by"
	case "until":
		return "end"
	case "certain", "withdraw":
		return "do"
	}
	return "to"
}

// written is the time of a picker as authors write it: in words where there are some, else
// the day with its hour; 24时 is the end of the day.
func written(v url.Values, name string) string {
	if said := strings.TrimSpace(v.Get(name + ".said")); said != "" {
		return said
	}
	day, clock := strings.TrimSpace(v.Get(name+".day")), strings.TrimSpace(v.Get(name+".clock"))
	switch {
	case day == "":
		return ""
	case v.Get(name+".end") != "":
		clock = "24:00"
	case clock == "":
		return day
	}
	if len(clock) == len("8:00") {
		clock = "0" + clock
	}
	return day + " " + clock
}

// A fieldError is what is wrong with one field.
type fieldError struct {
	field string
	error
}

// Unwrap is the error itself.
func (e fieldError) Unwrap() error { return e.error }
