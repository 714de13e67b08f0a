package folders

import (
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

// parse reads the text of a file, by the name that positions show.
func parse(name, text string, t *schema.Table) *file {
	f := &file{base: path.Base(name), text: text}
	other := otherEncoding(text)
	if !other.Empty() {
		f.found.Problems.Add(problem.Position{File: name}, "open it in Notepad, choose File, Save as, Encoding: UTF-8, and save it over the old one", "the file is saved as %s, not as UTF-8", other)
	}
	if !other.Empty() || conflicts(name, text, &f.found.Problems) {
		if t != nil {
			return f
		}
		text = "" // nothing is to be said of it besides
	}
	lang, translates := dictionaryFiles[f.base]
	switch {
	case t != nil:
		f.facts = f.found.facts(name, text, 1, t)
	case translates:
		f.dictionary = f.found.dictionary(name, text, lang)
	default:
		f.fragment = f.found.fragment(name, text)
	}
	return f
}

func (f *Found) facts(name, text string, first int, t *schema.Table) *toml.Node {
	n := toml.Read(name, text, first, &f.Problems)
	if n == nil {
		return nil
	}
	n.At = problem.Position{File: name, Line: first}
	n.Value = n.At
	toml.Check(n, t, &f.Problems)
	toml.EachText(n, t, f.value)
	f.Problems = append(f.Problems, f.Colleague.Facts(n, t)...)
	return n
}

// value keeps a text of a TOML file that is printed somewhere.
func (f *Found) value(n *toml.Node, k *schema.Key) {
	if slices.Contains(addresses, k.Name) {
		return
	}
	text, _ := n.Scalar.(string)
	at := n.Inside()
	prose.Unmarked(text, at, &f.Problems)
	if k.Kind != schema.AWords {
		prose.Unfilled(k.Name, text, at, &f.Problems)
	}
	if f.Values == nil {
		f.Values = make([]site.Value, 0, usual)
	}
	f.Values = append(f.Values, site.Value{Text: text, At: at})
}

// usual is how many texts a file of facts has room for at first.
const usual = 8

// addresses are the keys whose values are read by programs alone.
var addresses = []string{"url", "report_url", "base_url", "logo"}

// fragment reads a Markdown file: front matter between +++ lines, then prose.
func (f *Found) fragment(name, text string) *Fragment {
	read := &Fragment{Base: path.Base(name), Front: toml.Empty(problem.Position{File: name}), Prose: &prose.Fragment{}}
	front, body, first := f.front(name, text)
	if front == nil {
		return read
	}
	read.Front = front
	if read.Front.Flag("omit") && strings.TrimSpace(body) != "" {
		f.Problems.Add(read.Front.Get("omit").At, "take omit away to print the text, or the text to drop what is inherited", "the file is to be dropped, and yet has a text")
	}
	var problems problem.List
	read.Prose, problems = prose.Parse(name, body, first)
	f.Problems = append(f.Problems, problems...)
	read.Prose.Address(prose.AddressOf(read.ID()), addressesOf(read.Front.Texts("former"))...)
	read.Times = advice.TypedTimes(read.Prose)
	f.Problems = append(f.Problems, f.Colleague.Prose(read.Prose.Blocks, read.Front.Text("kind") == "faq")...)
	return read
}

func addressesOf(names []string) []string {
	var all []string
	for _, name := range names {
		all = append(all, prose.AddressOf(name))
	}
	return all
}

// Translations stand beside a region's file, in a file of a language:
// "words as written" = "words in that language".
var dictionaryFiles = map[string]site.Language{"en.toml": site.English, "zh-hant.toml": site.Traditional}

// dictionary reads a file of translations. Each has to point at what its original
// points at, so that it can stand wherever that stands.
func (f *Found) dictionary(name, text string, lang site.Language) *Dictionary {
	d := &Dictionary{Language: lang, Words: site.Dictionary{}, At: map[string]problem.Position{}}
	for _, e := range toml.Read(name, text, 1, &f.Problems).Entries() {
		translated, _ := e.Scalar.(string)
		if !toml.IsText(e, &schema.Key{Name: e.Key}, &f.Problems) {
			continue
		}
		original, _ := prose.ParseWords(e.Key, e.At) // what is wrong in it is told where it is written
		words, problems := prose.ParseWords(translated, e.Value)
		f.Problems = append(f.Problems, problems...)
		have, want := slices.Sorted(slices.Values(words.Placeholders())), slices.Sorted(slices.Values(original.Placeholders()))
		if !slices.Equal(have, want) {
			f.Problems.Add(e.Value, hintPlaceholders(want), "the translation has other placeholders than its original")
			continue
		}
		d.Words[original.Source()], d.At[original.Source()] = words, e.At
	}
	return d
}

func hintPlaceholders(want []string) message.Text {
	if len(want) == 0 {
		return message.Say("the original has none")
	}
	return message.Say("the original has %s", "{{"+strings.Join(want, "}}, {{")+"}}")
}
