package source

import (
	"cmp"

	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/site"
)

// words is a vocabulary with the tree it was made from, so that a file further
// down can change one key of a word and keep the rest.
type words struct {
	tree *node    // the tables service, audience and channel, merged down to here
	own  site.Own // the site's words for a service that has none of its own
	site.Vocabulary
}

var vocabularyNames = []string{"service", "audience", "channel"}

// extend returns the words with those of one file laid over them. A file without
// words of its own shares those above it.
func (w words) extend(facts *node, problems *problem.List) words {
	own := &node{at: facts.at, table: map[string]*node{}}
	for _, name := range vocabularyNames {
		if n := facts.get(name); n != nil {
			own.set(n)
		}
	}
	if len(own.order) == 0 && w.tree != nil {
		return w
	}
	tree := merge(w.tree, own)
	return words{tree: tree, own: w.own, Vocabulary: site.Vocabulary{Services: w.services(tree, problems), Audiences: audiences(tree, problems), Channels: channels(tree, problems)}}
}

func (w words) services(tree *node, problems *problem.List) []*site.Service {
	var all []*site.Service
	for _, n := range tree.get("service").entries() {
		require(n, schema.ServiceTable, "service "+n.key, problems)
		all = append(all, &site.Service{ID: n.key, Name: n.text("name"), Aliases: n.texts("aliases"), Everyday: n.text("everyday"), Items: n.texts("items"), Except: n.texts("except"),
			Own: ownWords(n, w.own)})
	}
	wholes(tree.get("service"), all, problems)
	return all
}

// ownWords are a table's words for how a service stands, or those that hold else.
func ownWords(n *node, or site.Own) site.Own {
	return site.Own{On: cmp.Or(n.text("on"), or.On), Off: cmp.Or(n.text("off"), or.Off), Partly: cmp.Or(n.text("partly"), or.Partly), Back: cmp.Or(n.text("back"), or.Back)}
}

// wholes links each service to the one that it is a part of.
func wholes(tree *node, all []*site.Service, problems *problem.List) {
	known := ids(all, func(s *site.Service) string { return s.ID })
	words := site.Vocabulary{Services: all}
	for _, s := range all {
		n := tree.get(s.ID)
		id := n.text("part_of")
		if id == "" {
			continue
		}
		whole := words.Service(id)
		if whole == nil {
			problems.Add(n.valueAt("part_of"), unknownWord(id, "service", known), "part_of = %q is not in the vocabulary", id)
			continue
		}
		for w := whole; w != nil; w = w.PartOf {
			if w == s {
				problems.Add(n.valueAt("part_of"), "let one of them stand alone", "the service %s is a part of itself", s.ID)
				whole = nil
				break
			}
		}
		s.PartOf = whole
	}
}

func audiences(tree *node, problems *problem.List) []*site.Audience {
	var all []*site.Audience
	for _, n := range tree.get("audience").entries() {
		require(n, schema.AudienceTable, "audience "+n.key, problems)
		all = append(all, &site.Audience{ID: n.key, Name: n.text("name")})
	}
	return all
}

func channels(tree *node, problems *problem.List) []*site.Channel {
	var all []*site.Channel
	for _, n := range tree.get("channel").entries() {
		require(n, schema.ChannelTable, "channel "+n.key, problems)
		checkAddress(n, "url", problems)
		all = append(all, &site.Channel{ID: n.key, Name: n.text("name"), URL: n.text("url")})
	}
	return all
}
