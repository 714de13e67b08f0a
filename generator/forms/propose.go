package forms

import (
	"slices"
	"strconv"

	"tonggao/generator"
	"tonggao/generator/amend"
	"tonggao/generator/message"
	"tonggao/generator/move"
	"tonggao/generator/problem"
	"tonggao/generator/verify"
)

// A proposal is what a form would write, with what it would do to the site. Only a
// proposal that was shown can be written.
type proposal struct {
	ID       string
	Title    message.Text
	Back     string // the address to which it returns
	Files    []move.Rewrite
	After    *generator.Tree // nil where the site would have errors
	Changes  verify.Difference
	Events   []move.Event
	Lines    []move.Reading
	Unmended problem.List
	Doubts   problem.List // of the file from which it is drafted
	Problems problem.List // that it brings
	Broken   bool         // it brings an error, and is not written
}

// foresee finds out what a proposal would do, where its maker has not.
func (f *Forms) foresee(s *state, p *proposal) error {
	p.Files = slices.DeleteFunc(p.Files, func(r move.Rewrite) bool { return r.Old == r.Text })
	if len(p.Files) == 0 {
		return message.New("nothing is changed: the form says what the files say already")
	}
	if p.After == nil {
		if err := f.compare(s, p); err != nil {
			return err
		}
	}
	p.Broken = p.Problems.Failed()
	if p.Broken {
		return nil
	}
	f.made++
	p.ID = strconv.FormatInt(f.made, 36)
	f.proposals = append(f.proposals, p)
	if len(f.proposals) > 50 {
		f.proposals = f.proposals[1:]
	}
	return nil
}

// compare holds the site as it would be against the site as it is.
func (f *Forms) compare(s *state, p *proposal) error {
	texts := map[string]string{}
	for _, r := range p.Files {
		texts[r.Name] = r.Text
	}
	o := s.options
	o.Unmended = true
	o.Regions = amend.Over(o.Regions, texts)
	after, problems, err := generator.Preview(o, f.house.Program)
	if err != nil {
		return err
	}
	p.After, p.Problems = after, fresh(s.problems, problems)
	if after == nil || s.tree == nil {
		return nil
	}
	p.Changes, err = verify.DiffFS(s.tree, after)
	return err
}

// fresh are the problems that were not there before; a line that moved makes no new one.
func fresh(before, after problem.List) problem.List {
	return slices.DeleteFunc(slices.Clone(after), func(p problem.Problem) bool {
		return slices.ContainsFunc(before, func(old problem.Problem) bool { return old.File == p.File && old.Message == p.Message })
	})
}
