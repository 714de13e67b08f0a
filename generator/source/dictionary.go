package source

import (
	"maps"

	"tonggao/generator/advice"
	"tonggao/generator/folders"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// translation lays a folder's dictionaries over those of the folder above it.
func translation(above site.Translation, own []*folders.Dictionary) site.Translation {
	if len(own) == 0 {
		return above
	}
	t := maps.Clone(above)
	if t == nil {
		t = site.Translation{}
	}
	for _, d := range own {
		words := maps.Clone(t[d.Language])
		if words == nil {
			words = site.Dictionary{}
		}
		maps.Copy(words, d.Words)
		t[d.Language] = words
	}
	return t
}

// lintDictionaries looks for translations of words that nobody wrote.
func (r *reader) lintDictionaries(f *folders.Folder, by *advice.Dictionaries) {
	var places []map[string]problem.Position
	for _, d := range f.Dictionaries {
		places = append(places, d.At)
	}
	r.Problems = append(r.Problems, by.Check(f.Name, places)...)
	for _, inner := range f.Regions {
		r.lintDictionaries(inner, by)
	}
}
