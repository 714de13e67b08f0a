package forms

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"tonggao/generator/amend"
	"tonggao/generator/mention"
	"tonggao/generator/message"
	"tonggao/generator/schema"
	"tonggao/generator/site"
)

// flags, texts, times and lists are the keys of a milestone that the form for a fact has,
// by what their fields are.
var (
	flags = []string{"expected", "gradual", "includes_day"}
	texts = []string{"label", "text", "instead"}
	times = []string{"until", "after", "before"}
)

// fact makes of a form a new milestone, or corrects one. What it says of a time is how
// the notice should always have read; a published time is moved.
func fact(_ *Forms, s *state, r *http.Request) (*proposal, error) {
	v := r.PostForm
	notice := s.notice(v.Get("notice"))
	if notice == nil {
		return nil, message.New("the site has errors: mend them first, then facts can be changed")
	}
	id := v.Get("milestone")
	title := message.Say("correct %s", s.label(v.Get("notice"), id))
	if id == "" {
		id = freeName(notice, v)
		title = message.Say("add %s", strings.TrimSpace(cmp.Or(v.Get("label"), v.Get("text"), id)))
	}
	if !schema.Identifier.MatchString(id) {
		return nil, fieldError{"milestone", message.Errorf("%s cannot be a name: small Latin letters, figures and hyphens", id)}
	}
	values, err := factValues(notice, v)
	if err != nil {
		return nil, err
	}
	holds := s.holds(v.Get("notice"), id)
	if v.Get("milestone") != "" {
		if values, err = merged(notice, values, holds, v); err != nil {
			return nil, err
		}
	}
	values = slices.DeleteFunc(values, func(one amend.Value) bool { return holds[one.Key] == one.Written })
	name := v.Get("notice") + "/notice.toml"
	old := s.text(name)
	table := []string{"milestone", id}
	text, err := amend.Set(old, table, values)
	if err != nil {
		return nil, err
	}
	if v.Get("answered") != "" {
		text = amend.Answer(text, table)
	}
	return &proposal{Title: title, Back: back(v), Files: s.reminded(v.Get("notice"), old, text)}, nil
}

// factValues are the keys of a fact as the form has them.
func factValues(n *site.Notice, v url.Values) ([]amend.Value, error) {
	services := v["service"]
	all := []amend.Value{{Key: "kind", Written: quoted(v.Get("kind"))}}
	switch len(services) {
	case 0:
		all = append(all, amend.Value{Key: "service"}, amend.Value{Key: "services"})
	case 1:
		all = append(all, amend.Value{Key: "service", Written: amend.Quote(services[0])}, amend.Value{Key: "services"})
	default:
		all = append(all, amend.Value{Key: "service"}, amend.Value{Key: "services", Written: list(services)})
	}
	at, err := timeValue(n, v, "at")
	if err != nil {
		return nil, err
	}
	pending := ""
	if v.Get("at.tbd") != "" {
		at, pending = "", "true"
	}
	all = append(all, amend.Value{Key: "at", Written: at}, amend.Value{Key: "tbd", Written: pending})
	for _, key := range times {
		at, err := timeValue(n, v, key)
		if err != nil {
			return nil, err
		}
		all = append(all, amend.Value{Key: key, Written: at})
	}
	for _, key := range flags {
		all = append(all, amend.Value{Key: key, Written: flagged(v.Get(key))})
	}
	for _, key := range texts {
		all = append(all, amend.Value{Key: key, Written: quoted(strings.TrimSpace(v.Get(key)))})
	}
	audience := ""
	if len(v["audience"]) > 0 {
		audience = list(v["audience"])
	}
	return append(all, amend.Value{Key: "audience", Written: audience}), nil
}

// flagged writes a flag: yes, no, or nothing.
func flagged(chosen string) string {
	switch chosen {
	case "yes":
		return "true"
	case "no":
		return "false"
	}
	return ""
}

// timeValue reads a time of the form: as people write it, or another milestone's name.
func timeValue(n *site.Notice, v url.Values, name string) (string, error) {
	said := written(v, name)
	if said == "" || n.Milestone(said) != nil {
		return quoted(said), nil
	}
	at, err := mention.ReadNear(said, n.Issued)
	if err != nil {
		return "", fieldError{name, message.Errorf(`the time %q %w; write "2022-01-05 08:00", 1月5日8时, "2022-02-27 24:00", 2022-03-31, 2022-01 or tbd`, said, err)}
	}
	return amend.Quote(at.String()), nil
}

func quoted(text string) string {
	if text == "" {
		return ""
	}
	return amend.Quote(strings.ReplaceAll(text, "\r\n", " "))
}

func list(items []string) string {
	var all []string
	for _, one := range items {
		all = append(all, amend.Quote(one))
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// holds are the values of a milestone as they hold now, written as TOML.
func (s *state) holds(notice, id string) map[string]string {
	all := map[string]string{}
	if s.origins == nil {
		return all
	}
	values, _ := s.origins.Explain(notice + "#" + id)
	for _, one := range values {
		if key, ours := strings.CutPrefix(one.Key, "milestone."+id+"."); ours {
			all[key] = literal(one.Value)
		}
	}
	return all
}

// literal writes a value as TOML.
func literal(value any) string {
	switch value := value.(type) {
	case string:
		return amend.Quote(value)
	case bool:
		return strconv.FormatBool(value)
	case []string:
		return list(value)
	}
	return fmt.Sprint(value)
}

// plain is a TOML value as a field shows it.
func plain(written string) string {
	if text, err := strconv.Unquote(written); err == nil {
		return text
	}
	return written
}

// ends says by its kind how the name of a fact ends.
var ends = map[string]string{"suspend": "stop", "partial": "first", "resume": "full", "opening": "open", "deadline": "deadline", "rule": "day"}

// freeName names a new fact, by what it is about.
func freeName(n *site.Notice, v url.Values) string {
	about := "notice"
	if services := v["service"]; len(services) > 0 {
		about = services[0]
	}
	name := about + "-" + ends[v.Get("kind")]
	for i := 2; n.Milestone(name) != nil; i++ {
		name = about + "-" + ends[v.Get("kind")] + "-" + strconv.Itoa(i)
	}
	return name
}
