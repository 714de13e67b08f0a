package source

import (
	"maps"
	"path"
	"slices"
	"strings"

	"tonggao/generator/advice"
	"tonggao/generator/message"
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

func hintPlaceholders(want []string) message.Text {
	if len(want) == 0 {
		return message.Say("the original has none")
	}
	return message.Say("the original has %s", "{{"+strings.Join(want, "}}, {{")+"}}")
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

// lintDictionaries looks for translations of words that nobody wrote.
func (r *reader) lintDictionaries(f *folder, by *advice.Dictionaries) {
	var places []map[string]problem.Position
	for _, d := range f.dictionaries {
		places = append(places, d.at)
	}
	r.problems = append(r.problems, by.Check(f.name, places)...)
	for _, inner := range f.regions {
		r.lintDictionaries(inner, by)
	}
}
