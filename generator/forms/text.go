package forms

import (
	"cmp"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/amend"
	"tonggao/generator/message"
	"tonggao/generator/move"
)

// fragmentName is what a new piece of text can be called; its number orders it.
var fragmentName = regexp.MustCompile(`^[0-9]{2}-[a-z][a-z0-9-]*\.md$`)

// text makes of a form the new text of a file.
func text(_ *Forms, s *state, r *http.Request) (*proposal, error) {
	v := r.PostForm
	name := v.Get("file")
	old := s.text(name)
	if !editable(name) || old == "" && !fragmentName.MatchString(path.Base(name)) {
		return nil, fieldError{"file", message.Errorf("%s cannot be the name of a text: write 25-more.md", path.Base(name))}
	}
	if strings.TrimSpace(v.Get("text")) == "" {
		return nil, fieldError{"text", message.New("the text is empty: to leave an inherited text out, write omit = true between the +++ lines")}
	}
	if was := v.Get("was"); was != "" && was != digest(old) {
		return nil, fieldError{"text", message.New("another window has changed this text since this page was opened: it is shown below as it is now; take over what you need, then send this one again")}
	}
	fresh := amend.Lines(old, v.Get("text"))
	if !strings.HasSuffix(fresh, "\n") {
		fresh += "\n"
	}
	return &proposal{Title: message.Say("change the text of %s", path.Base(name)), Back: back(v), Files: []move.Rewrite{{Name: name, Old: old, Text: fresh}}}, nil
}

// editable reports whether a name can be that of an author's file.
func editable(name string) bool {
	if name != path.Clean(name) || strings.HasPrefix(name, "/") || strings.Contains(name, "..") || strings.ContainsAny(name, "\\:") {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") {
			return false
		}
	}
	ending := path.Ext(name)
	return ending == ".md" || ending == ".toml"
}

// texts are the files of a notice's folder and the texts that it inherits.
func (s *state) texts(id string) (all []textView) {
	entries, _ := fs.ReadDir(s.options.Regions, id) // a folder that is not there has none
	for _, e := range entries {
		if !e.IsDir() && editable(id+"/"+e.Name()) {
			all = append(all, textView{File: id + "/" + e.Name(), Name: e.Name()})
		}
	}
	n := s.notice(id)
	if n == nil {
		return all
	}
	for _, one := range n.Fragments {
		name := path.Base(one.Prose.File)
		i := slices.IndexFunc(all, func(t textView) bool { return t.Name == name })
		if i < 0 {
			all = append(all, textView{File: id + "/" + name, Name: name, Inherited: true})
			i = len(all) - 1
		}
		all[i].Title = cmp.Or(one.Title, firstWords(s.text(strings.TrimPrefix(one.Prose.File, "regions/"))))
	}
	slices.SortFunc(all, func(a, b textView) int { return strings.Compare(a.Name, b.Name) })
	return all
}

var (
	frontMatter  = regexp.MustCompile(`(?s)\A\x{feff}?\+\+\+\r?\n.*?^?\+\+\+\r?\n`)
	placeholders = regexp.MustCompile(`\{\{[^}]*\}\}`)
)

// firstWords are how a text without a title begins, to tell it from others.
func firstWords(text string) string {
	for line := range strings.Lines(asking.ReplaceAllString(frontMatter.ReplaceAllString(text, ""), "")) {
		line = strings.TrimSpace(placeholders.ReplaceAllString(strings.TrimLeft(line, "#>-* "), "…"))
		if words := []rune(line); len(words) > mostWords {
			return string(words[:mostWords]) + "…"
		}
		if strings.Trim(line, "…") != "" {
			return line
		}
	}
	return ""
}

// mostWords is how many characters tell a text from others.
const mostWords = 18
