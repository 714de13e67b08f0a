package source

import (
	"strings"

	"tonggao/generator/folders"
	"tonggao/generator/message"
	"tonggao/generator/origin"
	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// defaultHistory is how many days after its last time a notice becomes history.
const defaultHistory = 30

// A head is what site.toml says, and the dictionaries beside it.
type head struct {
	facts        *toml.Node
	dictionaries []*folders.Dictionary
	site         site.Site // without regions
	down         inherited
	history      int
	problems     problem.List
}

// headOf reads the head of a site.
func headOf(root *folders.Folder, origins *origin.Origins) *head {
	r, facts := &reader{}, root.Facts
	toml.Require(facts, schema.SiteTable, message.Say("the site"), &r.Problems)
	s := &site.Site{Name: facts.Text("name"), BaseURL: strings.TrimSuffix(facts.Text("base_url"), "/"), Hotlines: facts.Texts("hotlines"),
		Mark: lookOf(facts.Get("mark")), Foot: foot(facts.Get("foot")), Languages: r.languages(facts), Formats: facts.Texts("formats"),
		BaseURLAt: facts.ValueAt("base_url"), Sample: facts.Flag("sample")}
	r.checkBase(facts)
	r.checkAddress(facts.Get("foot"), "report_url")
	r.checkLogo(facts.Get("mark"))
	s.Framers = r.framers(facts)
	s.Place, s.Ask = facts.Get("words").Text("place"), facts.Get("words").Text("now")
	top := words{own: ownWords(facts.Get("words"), site.Own{})}.extend(facts, &r.Problems)
	s.Vocabulary = top.Vocabulary
	s.Translation = translation(nil, root.Dictionaries)
	h := &head{facts: facts, dictionaries: root.Dictionaries, site: *s, history: defaultHistory, problems: r.Problems}
	if n := facts.Get("history_after"); n != nil {
		h.history = int(n.Scalar.(float64))
	}
	h.down = inherited{words: top, hotlines: s.Hotlines, translation: s.Translation, tree: origins.KeepRegion("", facts, top.tree, nil)}
	return h
}
