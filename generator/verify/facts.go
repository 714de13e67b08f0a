package verify

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"tonggao/generator/manifest"
	"tonggao/generator/message"
)

// The facts of a published folder, as far as a comparison needs them. What is
// not named here is kept as it stands in notices.json and compared whole, so a
// kind of fact that is added later is compared too.
type publishedSite struct {
	Regions []publishedRegion `json:"regions"`
}

type publishedRegion struct {
	ID      string
	Name    string
	Notices []publishedNotice
	Facts   facts
}

type publishedNotice struct {
	ID         string
	UID        string
	Code       string // of the whole notice's sheet; no fact either
	URL        string // no fact, but printed on every sheet
	Title      string
	Revision   int
	Milestones []publishedMilestone
	Facts      facts
}

type publishedMilestone struct {
	ID    string
	UID   string
	Code  string
	Label string
	When  string // the moment in words
	Moves []publishedMove
	Facts facts
}

type publishedMove struct {
	From json.RawMessage `json:"from"`
	To   json.RawMessage `json:"to"`
	On   string          `json:"on"`
}

// facts are fields of notices.json by name, without addresses.
type facts map[string]json.RawMessage

// UnmarshalJSON reads the fields that have a meaning here and keeps the others.
func (r *publishedRegion) UnmarshalJSON(text []byte) error {
	var named struct {
		ID      string            `json:"id"`
		Name    string            `json:"name"`
		Notices []publishedNotice `json:"notices"`
	}
	err := json.Unmarshal(text, &named)
	if err == nil {
		err = json.Unmarshal(text, &r.Facts)
	}
	r.ID, r.Name, r.Notices = named.ID, named.Name, named.Notices
	r.Facts.drop("id", "notices", "feed", "service_calendars")
	return err
}

// UnmarshalJSON is as that of a region.
func (n *publishedNotice) UnmarshalJSON(text []byte) error {
	var named struct {
		ID         string               `json:"id"`
		URL        string               `json:"url"`
		Title      string               `json:"title"`
		Revision   int                  `json:"revision"`
		Code       string               `json:"code"`
		UID        string               `json:"uid"`
		Milestones []publishedMilestone `json:"milestones"`
	}
	err := json.Unmarshal(text, &named)
	if err == nil {
		err = json.Unmarshal(text, &n.Facts)
	}
	n.ID, n.UID, n.URL, n.Code, n.Title, n.Revision, n.Milestones = named.ID, named.UID, named.URL, named.Code, named.Title, named.Revision, named.Milestones
	n.Facts.drop("id", "uid", "milestones", "outages", "states", "history", "services", "editions", "revision", "revised", "revisions", "change", "change_pdf", "mark")
	n.Facts.since(map[string]string{"addressee": `""`})
	return err
}

// UnmarshalJSON is as that of a region. The moment stands in several fields, of
// which one says it in words; the others would repeat it.
func (m *publishedMilestone) UnmarshalJSON(text []byte) error {
	var named struct {
		ID      string `json:"id"`
		Label   string `json:"label"`
		When    string `json:"when"`
		Written string `json:"written"`
		Code    string `json:"code"`
		UID     string `json:"uid"`

		Moves []publishedMove `json:"moves"`
	}
	err := json.Unmarshal(text, &named)
	if err == nil {
		err = json.Unmarshal(text, &m.Facts)
	}
	m.ID, m.UID, m.Code, m.Label, m.When, m.Moves = named.ID, named.UID, named.Code, named.Label, named.When, named.Moves
	if m.When == "" {
		m.When = named.Written
	}
	m.Facts.drop("id", "uid", "sequence", "moves", "mark")
	m.Facts.since(map[string]string{"until": "null", "expected": "false", "services": m.Facts.oneService()})
	return err
}

// since gives facts that a tree of an earlier program lacks the values that they
// had there without a word.
func (f facts) since(values map[string]string) {
	for name, value := range values {
		if _, ok := f[name]; !ok && f != nil {
			f[name] = json.RawMessage(value)
		}
	}
}

// oneService is the list that has the one service of a milestone.
func (f facts) oneService() string {
	if service := f.word("service"); service != "" {
		return fmt.Sprintf("[%q]", service)
	}
	return "[]"
}

// drop removes what is no fact of its own: the given fields, and those that a
// build makes, which change with the site's address or the revision.
func (f facts) drop(names ...string) {
	for _, name := range append(names, "url", "pdf", "calendar", "code") {
		delete(f, name)
	}
}

// word is a fact as a person reads it: text without quotes, a list with commas.
func (f facts) word(name string) string {
	var text string
	if json.Unmarshal(f[name], &text) == nil {
		return text
	}
	var list []string
	if json.Unmarshal(f[name], &list) == nil {
		return strings.Join(list, ", ")
	}
	return string(f[name])
}

// words are all facts of a thing, as a person reads them.
func (f facts) words() string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(f)) {
		if text := f.word(name); text != "" && text != "[]" && text != "null" && name != "id" {
			all = append(all, text)
		}
	}
	return strings.Join(all, ", ")
}

// listed are the things of a list by their ids, nil for what is no such list.
func (f facts) listed(name string) map[string]facts {
	var list []facts
	if json.Unmarshal(f[name], &list) != nil || len(list) == 0 {
		return nil
	}
	things := make(map[string]facts, len(list))
	for _, thing := range list {
		id := thing.word("id")
		if id == "" {
			return nil
		}
		things[id] = thing
	}
	return things
}

// changedIn reports whether one of the named facts differs.
func (f facts) changedIn(other facts, names []string) bool {
	for _, name := range names {
		if string(f[name]) != string(other[name]) {
			return true
		}
	}
	return false
}

// readFacts reads the notices.json at the top of a published folder. Facts that
// have one id for two things are refused: nobody could say which of them changed.
func readFacts(dir fs.FS) (publishedSite, error) {
	var s publishedSite
	if dir == nil {
		return s, nil // nothing was published
	}
	text, err := manifest.ReadBounded(dir, "notices.json")
	if err == nil {
		err = json.Unmarshal(text, &s)
	}
	if err == nil {
		err = s.unambiguous()
	}
	return s, err
}

func (s publishedSite) unambiguous() error {
	known := map[string]bool{}
	once := func(what, id string) error {
		if known[what+id] {
			return message.Errorf("two %s have the id %q", what, id)
		}
		known[what+id] = true
		return nil
	}
	for _, r := range s.Regions {
		err := once("regions", r.ID)
		for _, n := range r.Notices {
			if !fs.ValidPath(n.ID) || n.ID == "." { // its files are looked for there
				err = errors.Join(err, message.Errorf("%q is no name for a folder", n.ID))
			}
			err = errors.Join(err, once("notices", n.ID))
			for _, m := range n.Milestones {
				err = errors.Join(err, once("milestones of "+n.ID, m.ID))
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// notice finds a notice of a region, nil when there is none.
func (r *publishedRegion) notice(id string) *publishedNotice {
	if r == nil {
		return nil
	}
	for i := range r.Notices {
		if r.Notices[i].ID == id {
			return &r.Notices[i]
		}
	}
	return nil
}

func (n *publishedNotice) milestone(id string) *publishedMilestone {
	for i := range n.Milestones {
		if n.Milestones[i].ID == id {
			return &n.Milestones[i]
		}
	}
	return nil
}

// formerly is the time before the last move, which a poster shows struck out; ""
// for a milestone that was never moved.
func (m *publishedMilestone) formerly() string {
	if len(m.Moves) == 0 {
		return ""
	}
	return string(m.Moves[len(m.Moves)-1].From)
}

// courses are the services that the milestone stops or brings back.
func (m *publishedMilestone) courses() []string {
	var services []string
	switch m.Facts.word("kind") {
	case "suspend", "partial", "resume", "opening":
		json.Unmarshal(m.Facts["services"], &services) // what is no list names none
	}
	return services
}

// byID finds regions by their id.
func (s publishedSite) byID() map[string]*publishedRegion {
	regions := make(map[string]*publishedRegion, len(s.Regions))
	for i := range s.Regions {
		regions[s.Regions[i].ID] = &s.Regions[i]
	}
	return regions
}
