package forms

import (
	"errors"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/move"
	"tonggao/generator/problem"
)

// refuse answers a request that is none of ours.
func (f *Forms) refuse(w http.ResponseWriter, status int) {
	v := f.view("failed")
	v.Error = f.say(message.Say("this is not allowed here: open the page anew and try again"))
	v.Undo = ""
	v.Token = ""
	f.render(w, status, "failed", v)
}

// tooLarge answers a form that brings too much.
func (f *Forms) tooLarge(w http.ResponseWriter) {
	v := f.view("failed")
	v.Error = f.say(message.Say("the file is too large: at most %d MB", mostPosted>>20))
	f.render(w, http.StatusRequestEntityTooLarge, "failed", v)
}

// failed shows a form again, with what went wrong beside it.
func (f *Forms) failed(w http.ResponseWriter, r *http.Request, s *state, action string, err error) {
	var several fieldErrors
	if !errors.As(err, &several) {
		field, said := f.sayWrong(err)
		f.again(w, r, s, action, map[string]string{field: said}, nil)
		return
	}
	wrong := map[string]string{}
	for _, one := range several {
		wrong[one.field] = f.house.Speaks.Error(one.error)
	}
	f.again(w, r, s, action, wrong, nil)
}

// sayWrong is with which field something is wrong, "" for none, and what.
func (f *Forms) sayWrong(err error) (field, said string) {
	var one fieldError
	if errors.As(err, &one) {
		return one.field, f.house.Speaks.Error(one.error)
	}
	return "", f.house.Speaks.Error(err)
}

// broken shows a form again whose change would bring errors: each beside its field where
// it has one.
func (f *Forms) broken(w http.ResponseWriter, r *http.Request, s *state, action string, p *proposal) {
	wrong := map[string]string{}
	var rest problem.List
	for _, one := range p.Problems {
		if one.Level != problem.Error {
			continue
		}
		if key := fieldOf(one, p.Files); key != "" {
			wrong[key] = strings.TrimSpace(wrong[key] + " " + f.say(one.Wrong) + " " + f.say(one.Advice))
		} else {
			rest = append(rest, one)
		}
	}
	f.again(w, r, s, action, wrong, rest)
}

// fieldOf is the key on whose line a problem stands in a notice's file.
func fieldOf(p problem.Problem, files []move.Rewrite) string {
	for _, one := range files {
		if "regions/"+one.Name != p.File || path.Base(one.Name) != "notice.toml" || p.Line == 0 {
			continue
		}
		lines := strings.Split(one.Text, "\n")
		if p.Line > len(lines) {
			continue
		}
		key, _, found := strings.Cut(lines[p.Line-1], "=")
		key = strings.TrimSpace(key)
		if key == "services" {
			key = "service"
		}
		if found && (slices.Contains(flags, key) || slices.Contains(texts, key) || slices.Contains(times, key) || slices.Contains([]string{"kind", "service", "at", "audience"}, key)) {
			return key
		}
	}
	return ""
}

// again shows the page of a form with what was sent and what is wrong with it.
func (f *Forms) again(w http.ResponseWriter, r *http.Request, s *state, action string, wrong map[string]string, rest problem.List) {
	if s == nil {
		var err error
		if s, err = f.state(); err != nil {
			f.unread(w, err)
			return
		}
	}
	posted := url.Values(r.PostForm)
	v, page := f.pageFor(s, action, posted)
	v.Problems = append(f.problems(nil, rest), v.Problems...)
	v.Error = f.say(message.Say("nothing is written yet: mend what is marked"))
	if said := wrong[""]; said != "" {
		v.Error = said
	}
	for _, m := range v.forms() {
		if m.Action == action && m.Milestone == posted.Get("milestone") {
			m.posted, m.wrong, m.Open = posted, wrong, true
		}
	}
	for i := range v.Facts {
		v.Facts[i].Open = v.Facts[i].Move.Open || v.Facts[i].Correct.Open
	}
	if page == "text" {
		if said := wrong["text"]; said != "" {
			v.Text.Clash, v.Text.Other = said, v.Text.Text
		}
		v.Text.Text, v.Text.Posted = posted.Get("text"), true
		v.Text.Wrong = f.problems(nil, rest)
	}
	f.render(w, http.StatusUnprocessableEntity, page, v)
}

// forms are those of a page.
func (v *view) forms() []*form {
	all := []*form{&v.Region, &v.Notice, &v.Settings, &v.Head, &v.Add}
	for i := range v.Facts {
		all = append(all, &v.Facts[i].Move, &v.Facts[i].Correct)
	}
	return all
}
