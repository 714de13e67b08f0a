package publish

import (
	"os"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/survey"
)

// A share is what a folder of the new tree holds of the published one. A folder of which
// both the published and the spare tree have the very files that are wanted is quiet: none of
// them is touched, however many there are.
type share struct {
	files, below int  // how many files and folders it has
	other        bool // a file in it, or in a folder below it, is not the one that is published there
	quiet        bool
}

// folderOf is the folder of a file, "." for the top.
func folderOf(file string) string {
	if i := strings.LastIndexByte(file, '/'); i >= 0 {
		return file[:i]
	}
	return "."
}

// sharesOf counts what the folders of the new tree hold.
func (s *Stage) sharesOf() map[string]*share {
	shares := make(map[string]*share, len(s.seen.Folders)+1)
	var of func(folder string) *share
	of = func(folder string) *share {
		if known := shares[folder]; known != nil {
			return known
		}
		made := &share{}
		shares[folder] = made
		if folder != "." {
			of(folderOf(folder)).below++
		}
		return made
	}
	for path, file := range s.all() {
		folder := folderOf(path)
		in := of(folder)
		in.files++
		if file.from == 1 { // the published folder
			continue
		}
		for ; !in.other && folder != "."; folder = folderOf(folder) {
			in.other = true
			in = of(folderOf(folder))
		}
		in.other = true
	}
	return shares
}

// same reports whether a published folder has the files and folders of its share, and
// nothing else.
func (f *share) same(seen survey.Sight) bool {
	return !f.other && seen.Stamp != survey.Stamp{} && seen.All == f.files+f.below
}

// hush finds the folders of a spare tree that have what is wanted. A folder's stamp stands
// for its names; those above it must be folders too, and no links to some.
func (s *Stage) hush() {
	if !s.spare {
		return
	}
	var folders []string
	for folder, share := range s.shares {
		if seen := s.seen.Folders[folder]; seen.Intact && share.same(seen) && seen.Twin != (survey.Stamp{}) {
			folders = append(folders, folder)
		}
	}
	tree, err := os.Open(s.tree)
	if err != nil {
		return
	}
	defer tree.Close()
	slices.Sort(folders) // what lies side by side is found side by side
	s.split(folders, func(folder string) {
		t, is := survey.TraceIn(tree, folder, true)
		s.shares[folder].quiet = is && t.Stamp() == s.seen.Folders[folder].Twin
	})
	real := map[string]bool{".": true}
	var stands func(folder string) bool
	stands = func(folder string) bool {
		is, known := real[folder]
		if !known {
			is = stands(folderOf(folder))
			if is && !s.shares[folder].quiet {
				_, is = survey.TraceIn(tree, folder, true)
			}
			real[folder] = is
		}
		return is
	}
	for _, folder := range folders {
		if s.shares[folder].quiet && !stands(folder) {
			s.shares[folder].quiet = false
		}
	}
}

// split does the same for many folders, side by side.
func (s *Stage) split(folders []string, do func(folder string)) {
	var group errgroup.Group
	for some := range slices.Chunk(folders, 1+len(folders)/runtime.GOMAXPROCS(0)/4) {
		group.Go(func() error {
			for _, folder := range some {
				do(folder)
			}
			return nil
		})
	}
	_ = group.Wait() // none of them fails
}
