package source

import (
	"path"
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// A home is what something lies in: it has an id, and ids that it had.
type home struct {
	id string
	site.Called
}

func homeOf(r *site.Region) home {
	if r == nil {
		return home{}
	}
	return home{r.ID, r.Called}
}

// called reads the former names of a region or notice, and makes them whole with those
// of what it lies in. A name with a slash is whole already; a notice that is inherited
// never lay there.
func called(facts *toml.Node, id string, in home) site.Called {
	var names []string
	for _, name := range formerNames(facts, id) {
		names = append(names, textOf(name))
	}
	base := path.Base(id)
	c := site.Called{Origin: join2(first(in), base)}
	if len(names) > 0 {
		c.Origin = join2(first(in), names[0])
	}
	for _, above := range append([]string{in.id}, in.Former...) {
		for _, name := range append([]string{base}, names...) {
			if old := join2(above, name); old != id && !slices.Contains(c.Former, old) {
				c.Former = append(c.Former, old)
			}
		}
	}
	if c.Origin == id {
		c.Origin = ""
	}
	return c
}

// formerNames are the former names that the file of a region, notice or milestone has
// for what is there.
func formerNames(facts *toml.Node, id string) []*toml.Node {
	listed := facts.Get("former")
	if listed == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(listed.List), func(name *toml.Node) bool {
		return strings.Contains(textOf(name), "/") && path.Dir(name.Value.File) != path.Join(Root, id)
	})
}

func textOf(n *toml.Node) string {
	text, _ := n.Scalar.(string)
	return text
}

func first(in home) string {
	if in.Origin != "" {
		return in.Origin
	}
	return in.id
}

// join2 puts a name into a folder; one with a slash stands for itself.
func join2(dir, name string) string {
	if dir == "" || strings.Contains(name, "/") {
		return name
	}
	return dir + "/" + name
}

// calledHere reads the former names of a milestone.
func calledHere(n *toml.Node) site.Called {
	names := n.Texts("former")
	if len(names) == 0 {
		return site.Called{}
	}
	return site.Called{Former: names, Origin: names[0]}
}

// A claim is a former name with who has it.
type claim struct {
	id    string // whole
	owner string // what it is now
	at    problem.Position
}

// checkFormers reports former names that cannot be: what a thing is called now, what
// another is called, what two were called.
func (r *reader) checkFormers(s *site.Site) {
	if len(r.claims) == 0 {
		return
	}
	region, notice, milestone := message.Say("a region"), message.Say("a notice"), message.Say("a milestone")
	living := map[string]message.Text{}
	for _, x := range s.Regions {
		living[x.ID] = region
		for _, n := range x.Notices {
			living[n.ID] = notice
			for _, m := range n.Milestones {
				living[n.ID+"/"+m.ID] = milestone
			}
		}
	}
	taken := map[string]claim{}
	for _, c := range r.claims {
		what, alive := living[c.id]
		before, claimed := taken[c.id]
		switch {
		case !placeName(c.id):
			r.Problems.Add(c.at, "write the name that the folder or the milestone had", "former: %q is no name that it can have had", path.Base(c.id))
		case c.id == c.owner:
			r.Problems.Add(c.at, "take it away: only names that it has no more stand here", "former: %q is what it is called now", path.Base(c.id))
		case alive:
			r.Problems.Add(c.at, "an address leads to one place: take it away, or give what is called so another name", "former: %s is still there, as %s", c.id, what)
		case claimed && before.owner == c.owner && before.at != c.at:
			r.Problems.Add(c.at, "name it once", "former names %q twice", path.Base(c.id))
		case claimed && before.owner != c.owner:
			r.Problems.Add(c.at, "an address leads to one place: take it away from one of the two", "former: %s was %s too, at %s", c.id, before.owner, before.at)
		}
		if !claimed {
			taken[c.id] = c
		}
	}
}

// claim enters the former names of a thing, which lies in another, for checkFormers.
func (r *reader) claim(facts *toml.Node, in, owner string) {
	for _, name := range formerNames(facts, owner) {
		r.claims = append(r.claims, claim{join2(in, textOf(name)), owner, name.Value})
	}
}

// claimAll enters those of a notice and of its milestones.
func (r *reader) claimAll(b *noticeBuilder) {
	if !b.published {
		return
	}
	id := b.notice.ID
	r.claim(b.facts, b.region.ID, id)
	for _, key := range sortedKeys(b.nodes) {
		if b.nodes[key].Get("former") == nil {
			continue
		}
		for _, name := range b.nodes[key].Texts("former") {
			if strings.Contains(name, "/") {
				r.Problems.Add(b.nodes[key].ValueAt("former"), "write the id alone", "former: %q is no name that a milestone can have had", name)
			}
		}
		r.claim(b.nodes[key], id, id+"/"+key)
	}
}

// placeName reports whether each part of a path is a name that a folder can have.
func placeName(id string) bool {
	for _, part := range strings.Split(id, "/") {
		if !schema.IsFolder(part) || schema.IsDevice(part) {
			return false
		}
	}
	return true
}
