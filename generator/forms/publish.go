package forms

import (
	"io"
	"net/http"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/verify"
)

// publishing is the page that says what would be published, and the form that does it.
func (f *Forms) publishing(s *state) (*view, error) {
	v := f.view("publish")
	var rest problem.List
	v.Drafts, rest = s.drafts(s.problems)
	v.Problems = f.problems(s, rest)
	v.Publish = f.form("publish", "", "")
	output := f.house.Output()
	v.First, v.Signed, v.Key = output.Tree == nil, output.Signed, output.Key
	v.Publish.Open = output.Signed || output.Key
	if s.tree == nil {
		v.Broken = true
		return v, nil
	}
	d, err := verify.DiffFS(output.Tree, s.tree)
	v.Differs = f.differs(d, s.tree, servedLink)
	return v, err
}

// publish does what tonggao build does.
func (f *Forms) publish(w http.ResponseWriter, r *http.Request) {
	s, err := f.state()
	if err != nil {
		f.unread(w, err)
		return
	}
	v, err := f.publishing(s) // before the published is the new one
	if err != nil {
		f.unread(w, err)
		return
	}
	signature := Signature{Password: r.PostFormValue("password")}
	if signature.Key, err = upload(r, "key"); err == nil {
		var done message.Text
		if done, v.found, err = f.house.Publish(r.Context(), signature); err == nil && !v.found.Failed() {
			v.Kind, v.Told = "published", f.say(done)
		}
	}
	if v.found != nil { // it was tried
		_, rest := s.drafts(v.found.Sorted())
		v.Problems = f.problems(s, rest)
	}
	status := http.StatusOK
	if v.Told == "" {
		status = http.StatusUnprocessableEntity
		v.Error = f.say(message.Say("not published: what is published stays as it was; mend what is marked"))
		f.mark(v, &v.Publish, err)
	}
	f.render(w, status, v.Kind, v)
}

// mark puts an error beside its field, or above all of them.
func (f *Forms) mark(v *view, m *form, err error) {
	if err == nil {
		return
	}
	field, said := f.sayWrong(err)
	m.wrong = map[string]string{field: said}
	if field == "" {
		v.Error = said
	}
}

// upload reads a file that a form brings; nothing where none was chosen.
func upload(r *http.Request, field string) ([]byte, error) {
	if r.MultipartForm == nil || len(r.MultipartForm.File[field]) == 0 {
		return nil, nil
	}
	header := r.MultipartForm.File[field][0]
	file, err := header.Open()
	if err != nil {
		return nil, message.Errorf("read %s: %w", header.Filename, err)
	}
	defer file.Close()
	raw, err := io.ReadAll(file)
	if err != nil {
		return nil, message.Errorf("read %s: %w", header.Filename, err)
	}
	return raw, nil
}
