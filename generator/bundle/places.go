package bundle

import (
	"strings"

	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// Places are the names that published files have in the bundle of a notice, whose folder
// becomes the top.
type places struct {
	facts string // of the region
	tops  []top
}

// A top is a language's folder in a bundle, and the folder of the notice that it comes from.
type top struct{ name, from string }

func (b *Bundles) placesOf(n *site.Notice) places {
	p := places{facts: plan.RegionFacts(n.Region)}
	for _, lang := range b.plan.Site.Languages {
		p.tops = append(p.tops, top{plan.In(lang, ""), plan.In(lang, plan.NoticeDir(n))})
	}
	return p
}

// of returns the name in the bundle of a published file, and false for one that is not part
// of it.
func (p places) of(path string) (string, bool) {
	if path == p.facts {
		return "notices.json", true
	}
	if strings.HasPrefix(path, plan.AssetDir) {
		return path, true
	}
	for _, t := range p.tops {
		if rest, ok := strings.CutPrefix(path, t.from); ok && rest != "bundle.zip" {
			return t.name + rest, true
		}
	}
	return "", false
}
