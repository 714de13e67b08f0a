package source

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// dictionaryFiles are the names of files that hold authors' words in another
// language, at the top of regions/ and in any region's folder: a list of
// "words as written" = "words in that language".
var dictionaryFiles = map[string]site.Language{"en.toml": site.English, "zh-hant.toml": site.Traditional}

// A dictionary is such a file, read.
type dictionary struct {
	lang  site.Language
	words site.Dictionary
	at    map[string]problem.Position // of each entry
}

// dictionary reads a file of translations. Each has to point at what its original
// points at, so that it can stand wherever that stands.
func (r *reader) dictionary(name string, lang site.Language) (*dictionary, error) {
	text, err := r.text(name)
	if err != nil {
		return nil, err
	}
	d := &dictionary{lang: lang, words: site.Dictionary{}, at: map[string]problem.Position{}}
	for _, e := range toml.Read(path.Join(Root, name), text, 1, &r.problems).Entries() {
		translated, _ := e.Scalar.(string)
		if !toml.IsText(e, &schema.Key{Name: e.Key}, &r.problems) {
			continue
		}
		original, _ := prose.ParseWords(e.Key, e.At) // what is wrong in it is told where it is written
		words, problems := prose.ParseWords(translated, e.Value)
		r.problems = append(r.problems, problems...)
		have, want := slices.Sorted(slices.Values(words.Placeholders())), slices.Sorted(slices.Values(original.Placeholders()))
		if !slices.Equal(have, want) {
			r.problems.Add(e.Value, hintPlaceholders(want), "the translation has other placeholders than its original")
			continue
		}
		d.words[original.Source()], d.at[original.Source()] = words, e.At
	}
	return d, nil
}

func hintPlaceholders(want []string) string {
	if len(want) == 0 {
		return "the original has none"
	}
	return "the original has {{" + strings.Join(want, "}}, {{") + "}}"
}

// translation lays a folder's dictionaries over those of the folder above it.
func translation(above site.Translation, own []*dictionary) site.Translation {
	if len(own) == 0 {
		return above
	}
	t := maps.Clone(above)
	if t == nil {
		t = site.Translation{}
	}
	for _, d := range own {
		words := maps.Clone(t[d.lang])
		if words == nil {
			words = site.Dictionary{}
		}
		maps.Copy(words, d.words)
		t[d.lang] = words
	}
	return t
}

// lintDictionaries warns of translations of words that nobody wrote, or no longer:
// pages then show the original. One warning a file is enough: a region that left
// takes many words with it.
func (r *reader) lintDictionaries(f *folder, regions []*site.Region, s *site.Site) {
	if len(f.dictionaries) > 0 {
		written := writtenIn(f.name, regions, s)
		for _, d := range f.dictionaries {
			r.lintDictionary(d, written)
		}
	}
	for _, inner := range f.regions {
		r.lintDictionaries(inner, regions, s)
	}
}

func (r *reader) lintDictionary(d *dictionary, written map[string]bool) {
	var idle []string
	for words := range d.words {
		if !written[words] {
			idle = append(idle, words)
		}
	}
	slices.SortFunc(idle, func(a, b string) int { return d.at[a].Compare(d.at[b]) })
	switch {
	case len(idle) == 0:
	case len(idle) == 1:
		r.problems.Warn(d.at[idle[0]], nearestWritten(idle[0], written), "nothing says %q, so its translation is not used", idle[0])
	default:
		r.problems.Warn(d.at[idle[0]], nearestWritten(idle[0], written), "nothing says %q, nor what %d other translations in this file are of", idle[0], len(idle)-1)
	}
}

func nearestWritten(words string, written map[string]bool) string {
	if near := problem.Nearest(words, slices.Collect(maps.Keys(written))); near != "" {
		return fmt.Sprintf("did it become %q?", near)
	}
	return "take it away"
}
