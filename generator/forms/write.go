package forms

import (
	"net/http"
	"slices"

	"tonggao/generator/message"
	"tonggao/generator/move"
)

// write writes a proposal that was shown; a second click on the button writes nothing more,
// and tells it again: the page that was to tell it first is not seen.
func (f *Forms) write(w http.ResponseWriter, r *http.Request) {
	for _, done := range f.undo {
		if done.ID == r.PostFormValue("proposal") {
			f.wrote(w, r, done)
			return
		}
	}
	i := slices.IndexFunc(f.proposals, func(p *proposal) bool { return p.ID == r.PostFormValue("proposal") })
	if i < 0 {
		f.failed(w, r, nil, "write", message.New("this change was shown too long ago: fill in the form again"))
		return
	}
	p := f.proposals[i]
	if err := f.house.Write(p.Files); err != nil {
		f.failed(w, r, nil, "write", err)
		return
	}
	f.proposals = slices.Delete(f.proposals, i, i+1)
	f.undo = append(f.undo, p)
	f.wrote(w, r, p)
}

// wrote tells on the next page what was written.
func (f *Forms) wrote(w http.ResponseWriter, r *http.Request, p *proposal) {
	f.told = message.Say("written: %s", names(p.Files))
	http.Redirect(w, r, p.Back, http.StatusSeeOther)
}

// takeBack gives the files of the newest change their old text, unless they were changed
// since. A second click on the button, or one on a page that is older than the change,
// takes nothing else back.
func (f *Forms) takeBack(w http.ResponseWriter, r *http.Request) {
	asked := r.PostFormValue("change")
	if !slices.ContainsFunc(f.undo, func(p *proposal) bool { return p.ID == asked }) {
		http.Redirect(w, r, Path, http.StatusSeeOther)
		return
	}
	p := f.undo[len(f.undo)-1]
	if p.ID != asked {
		f.failed(w, r, nil, "undo", message.New("more was changed since this page was opened: see what it is, then take it back step by step"))
		return
	}
	var old []move.Rewrite
	for _, one := range slices.Backward(p.Files) {
		old = append(old, move.Rewrite{Name: one.Name, Old: one.Text, Text: one.Old})
	}
	if err := f.house.Write(old); err != nil {
		f.failed(w, r, nil, "undo", err)
		return
	}
	f.undo = f.undo[:len(f.undo)-1]
	f.told = message.Say("taken back: %s", names(p.Files))
	to := p.Back
	if slices.ContainsFunc(old, func(r move.Rewrite) bool { return r.Text == "" }) {
		to = Path // the notice may be gone
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

func names(files []move.Rewrite) message.List {
	var all message.List
	for _, one := range files {
		all = append(all, message.Plain("regions/"+one.Name))
	}
	return all
}
