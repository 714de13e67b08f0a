package source

import (
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// words is a vocabulary with the tree it was made from, so that a file further
// down can change one key of a word and keep the rest.
type words struct {
	tree *node // the tables service, audience and channel, merged down to here
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
	return words{tree: tree, Vocabulary: site.Vocabulary{Services: services(tree, problems), Audiences: audiences(tree, problems), Channels: channels(tree, problems)}}
}

func services(tree *node, problems *problem.List) []*site.Service {
	var all []*site.Service
	for _, n := range tree.get("service").entries() {
		require(n, serviceTable, "service "+n.key, problems)
		all = append(all, &site.Service{ID: n.key, Name: n.text("name"), Aliases: n.texts("aliases"), Items: n.texts("items"), Except: n.texts("except")})
	}
	return all
}

func audiences(tree *node, problems *problem.List) []*site.Audience {
	var all []*site.Audience
	for _, n := range tree.get("audience").entries() {
		require(n, audienceTable, "audience "+n.key, problems)
		all = append(all, &site.Audience{ID: n.key, Name: n.text("name")})
	}
	return all
}

func channels(tree *node, problems *problem.List) []*site.Channel {
	var all []*site.Channel
	for _, n := range tree.get("channel").entries() {
		require(n, channelTable, "channel "+n.key, problems)
		checkAddress(n, "url", problems)
		all = append(all, &site.Channel{ID: n.key, Name: n.text("name"), URL: n.text("url")})
	}
	return all
}
