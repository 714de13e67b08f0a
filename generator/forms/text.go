package forms

import (
	"net/http"
	"path"
	"regexp"
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
