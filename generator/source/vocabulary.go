package source

import (
	"cmp"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// words is a vocabulary with the tree it was made from, so that a file further
// down can change one key of a word and keep the rest.
type words struct {
	tree *toml.Node // the tables service, audience and channel, merged down to here
	own  site.Own   // the site's words for a service that has none of its own
	site.Vocabulary
}

// extend returns the words with those of one file laid over them. A file without
// words of its own shares those above it.
func (w words) extend(facts *toml.Node, problems *problem.List) words {
	own := toml.Empty(facts.At)
	for _, name := range schema.Vocabulary {
		if n := facts.Get(name); n != nil {
			own.Set(n)
		}
	}
	if len(own.Entries()) == 0 && w.tree != nil {
		return w
	}
	tree := toml.Merge(w.tree, own)
	return words{tree: tree, own: w.own, Vocabulary: site.Vocabulary{Services: w.services(tree, problems), Audiences: audiences(tree, problems), Channels: channels(tree, problems)}}
}

func (w words) services(tree *toml.Node, problems *problem.List) []*site.Service {
	var all []*site.Service
	for _, n := range tree.Get("service").Entries() {
		toml.Require(n, schema.ServiceTable, message.Say("service %s", n.Key), problems)
		all = append(all, &site.Service{ID: n.Key, Name: n.Text("name"), Aliases: n.Texts("aliases"), Everyday: n.Text("everyday"), Items: n.Texts("items"), Except: n.Texts("except"),
			Own: ownWords(n, w.own)})
	}
	wholes(tree.Get("service"), all, problems)
	return all
}

// ownWords are a table's words for how a service stands, or those that hold else.
func ownWords(n *toml.Node, or site.Own) site.Own {
	return site.Own{On: cmp.Or(n.Text("on"), or.On), Off: cmp.Or(n.Text("off"), or.Off), Partly: cmp.Or(n.Text("partly"), or.Partly), Back: cmp.Or(n.Text("back"), or.Back)}
}

// wholes links each service to the one that it is a part of.
func wholes(tree *toml.Node, all []*site.Service, problems *problem.List) {
	known := wordsOf(all, serviceWord)
	vocabulary := site.Vocabulary{Services: all}
	for _, s := range all {
		n := tree.Get(s.ID)
		id := n.Text("part_of")
		if id == "" {
			continue
		}
		whole := vocabulary.Service(id)
		if whole == nil {
			problems.Add(n.ValueAt("part_of"), unknownWord(id, "service", known), "part_of = %q is not in the vocabulary", id)
			continue
		}
		for w := whole; w != nil; w = w.PartOf {
			if w == s {
				problems.Add(n.ValueAt("part_of"), "let one of them stand alone", "the service %s is a part of itself", s.ID)
				whole = nil
				break
			}
		}
		s.PartOf = whole
	}
}

func audiences(tree *toml.Node, problems *problem.List) []*site.Audience {
	var all []*site.Audience
	for _, n := range tree.Get("audience").Entries() {
		toml.Require(n, schema.AudienceTable, message.Say("audience %s", n.Key), problems)
		all = append(all, &site.Audience{ID: n.Key, Name: n.Text("name")})
	}
	return all
}

func channels(tree *toml.Node, problems *problem.List) []*site.Channel {
	var all []*site.Channel
	for _, n := range tree.Get("channel").Entries() {
		toml.Require(n, schema.ChannelTable, message.Say("channel %s", n.Key), problems)
		checkAddress(n, "url", problems)
		all = append(all, &site.Channel{ID: n.Key, Name: n.Text("name"), URL: n.Text("url")})
	}
	return all
}
