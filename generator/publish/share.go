package publish

import (
	"os"

	"tonggao/generator/survey"
)

// A share is what a folder of the new tree holds of the published one. A folder of which
// both the published and the spare tree have the very files that are wanted is quiet: none of
// them is touched, however many there are.
type share struct {
	folder       string
	above        *share        // nil at the top
	seen         *survey.Sight // the published folder
	files, below int           // how many files and folders it has
	other        bool          // a file in it, or in a folder below it, is not the one that is published there
	quiet        bool
	asked, real  bool // what the spare tree has in its place is a folder, as are all above it
}

// sharesOf counts what the folders of the new tree hold, and lists them, each behind the one
// that it lies in and, for the most part, beside its neighbours.
func (s *Stage) sharesOf() (shares map[string]*share, inOrder []*share) {
	shares = make(map[string]*share, len(s.seen.Folders)+1)
	inOrder = make([]*share, 0, len(s.seen.Folders)+1)
	var of func(folder string) *share
	of = func(folder string) *share {
		if known := shares[folder]; known != nil {
			return known
		}
		made := &share{folder: folder, seen: s.seen.At(folder)}
		if folder != "." {
			made.above = of(survey.FolderOf(folder))
			made.above.below++
		}
		shares[folder], inOrder = made, append(inOrder, made)
		return made
	}
	var in *share
	for path, file := range s.all() {
		if folder := survey.FolderOf(path); in == nil || folder != in.folder {
			in = of(folder)
		}
		in.files++
		if file.from == 1 { // the published folder
			continue
		}
		for at := in; at != nil && !at.other; at = at.above {
			at.other = true
		}
	}
	return shares, inOrder
}

// same reports whether a published folder has the files and folders of its share, and
// nothing else.
func (f *share) same() bool {
	return !f.other && f.seen.Stamp != survey.Stamp{} && f.seen.All == f.files+f.below
}

// hush finds the folders of a spare tree that have what is wanted. A folder's stamp stands
// for its names; those above it must be folders too, and no links to some.
func (s *Stage) hush() {
	if !s.spare {
		return
	}
	tree, err := os.Open(s.tree)
	if err != nil {
		return
	}
	defer tree.Close()
	var same []*share
	for _, f := range s.inShares {
		if f.seen.Intact && f.seen.Twin != (survey.Stamp{}) && f.same() {
			same = append(same, f)
		}
	}
	survey.Split(same, func(f *share) {
		t, is := survey.TraceIn(tree, f.folder, true)
		f.quiet = is && t.Stamp() == f.seen.Twin
	})
	for _, f := range same {
		f.quiet = f.quiet && f.stands(tree)
	}
}

// stands reports whether a spare tree has a folder in the place of a share, on a way that
// leads through no link.
func (f *share) stands(tree *os.File) bool {
	if f.above == nil {
		return true
	}
	if !f.asked {
		f.asked, f.real = true, f.above.stands(tree)
		if f.real && !f.quiet {
			_, f.real = survey.TraceIn(tree, f.folder, true)
		}
	}
	return f.real
}
