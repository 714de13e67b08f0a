package forms

import (
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/amend"
	"tonggao/generator/draft"
	"tonggao/generator/message"
	"tonggao/generator/move"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A question is one of a draft: about a table of its notice.toml, or in one of its texts.
type question struct {
	Table, File string
	Words       string
	line        int // in File
}

// asking finds what a text asks, each on a line of its own.
var asking = regexp.MustCompile(`(?m)^【请核对：(.+)】\r?\n(?:\r?\n)?`)

// asked are the questions in the texts of a notice. The reminder of those in notice.toml
// is one only when they are answered.
func (s *state) asked(id string) (all []question) {
	names, _ := fs.Glob(s.options.Regions, id+"/*.md") // the pattern is well formed
	open := len(amend.Questions(s.text(id+"/notice.toml"))) > 0
	for _, name := range names {
		text := s.text(name)
		for _, at := range asking.FindAllStringSubmatchIndex(text, -1) {
			one := question{File: name, Words: text[at[2]:at[3]], line: strings.Count(text[:at[0]], "\n") + 1}
			if open && one.Words == draft.Reminder {
				one.Words = ""
			}
			all = append(all, one)
		}
	}
	return all
}

// asked are the questions in the texts that a proposal begins, and how many points its
// files leave to be checked.
func (p *proposal) asked() (all []question, points int) {
	for _, one := range p.Files {
		if one.Old != "" {
			continue
		}
		points += strings.Count(one.Text, "# 请核对：")
		for _, at := range asking.FindAllStringSubmatchIndex(one.Text, -1) {
			all = append(all, question{File: one.Name, Words: one.Text[at[2]:at[3]], line: strings.Count(one.Text[:at[0]], "\n") + 1})
		}
	}
	return all, points
}

// unasked are problems without those that are questions, which a page shows in their place.
func unasked(all problem.List, questions []question) problem.List {
	return slices.DeleteFunc(slices.Clone(all), func(p problem.Problem) bool {
		return slices.ContainsFunc(questions, func(q question) bool { return p.File == "regions/"+q.File && p.Line == q.line })
	})
}

// drafts are the notices whose questions are among problems, and the other problems.
func (s *state) drafts(all problem.List) (drafts []noticeView, rest problem.List) {
	rest = all
	for _, p := range all {
		id := path.Dir(strings.TrimPrefix(p.File, "regions/"))
		if path.Ext(p.File) != ".md" || slices.ContainsFunc(drafts, func(n noticeView) bool { return n.ID == id }) {
			continue
		}
		before := len(rest)
		if rest = unasked(rest, s.asked(id)); len(rest) < before {
			drafts = append(drafts, noticeView{ID: id, Title: s.own(id, "title")})
		}
	}
	return drafts, rest
}

// without takes a question out of a text; every other octet stays.
func without(text, words string) string {
	return asking.ReplaceAllStringFunc(text, func(line string) string {
		if asking.FindStringSubmatch(line)[1] == words {
			return ""
		}
		return line
	})
}

// reminded are the files of a notice.toml that changes: with its last question goes the
// reminder that bars publication.
func (s *state) reminded(id, old, text string) []move.Rewrite {
	all := []move.Rewrite{{Name: id + "/notice.toml", Old: old, Text: text}}
	if len(amend.Questions(old)) == 0 || len(amend.Questions(text)) > 0 {
		return all
	}
	names, _ := fs.Glob(s.options.Regions, id+"/*.md") // the pattern is well formed
	for _, name := range names {
		was := s.text(name)
		all = append(all, move.Rewrite{Name: name, Old: was, Text: without(was, draft.Reminder)})
	}
	return all
}

// answerText takes a question out of a text: it is settled.
func answerText(s *state, v url.Values) (*proposal, error) {
	name := v.Get("file")
	if !editable(name) || path.Dir(name) != v.Get("notice") {
		return nil, message.Errorf("there is no %s", name)
	}
	old := s.text(name)
	return &proposal{Title: message.Say("change the text of %s", path.Base(name)), Back: back(v), Files: []move.Rewrite{{Name: name, Old: old, Text: without(old, v.Get("words"))}}}, nil
}

// head is what the head of a notice says.
func (s *state) head(id string) map[string]string {
	if s.origins == nil {
		return map[string]string{}
	}
	return map[string]string{"title": amend.Quote(s.own(id, "title")), "issued": s.own(id, "issued")}
}

// answer takes a draft's questions about a table away: they are settled.
func answer(_ *Forms, s *state, r *http.Request) (*proposal, error) {
	v := r.PostForm
	if v.Get("file") != "" {
		return answerText(s, v)
	}
	name := v.Get("notice") + "/notice.toml"
	if !editable(name) {
		return nil, message.Errorf("there is no %s", name)
	}
	old := s.text(name)
	var table []string
	if v.Get("table") != "" {
		table = strings.Split(v.Get("table"), ".")
	}
	values := []amend.Value{}
	for _, key := range []string{"title", "issued"} {
		if said := strings.TrimSpace(v.Get(key)); said != "" && key == "title" {
			values = append(values, amend.Value{Key: key, Written: quoted(said)})
		} else if said != "" {
			day, err := site.ParseDay(said)
			if err != nil {
				return nil, fieldError{key, message.Errorf("the day %s %w", said, err)}
			}
			values = append(values, amend.Value{Key: key, Written: day.String()})
		}
	}
	values, err := merged(s.notice(v.Get("notice")), values, s.head(v.Get("notice")), v)
	if err != nil {
		return nil, err
	}
	text := old
	if len(values) > 0 { // a table that stands in the file several times is only answered
		if text, err = amend.Set(old, table, values); err != nil {
			return nil, err
		}
	}
	if v.Get("answered") != "" {
		text = amend.Answer(text, table)
	}
	return &proposal{Title: message.Say("change the head of the notice"), Back: back(v), Files: s.reminded(v.Get("notice"), old, text)}, nil
}
