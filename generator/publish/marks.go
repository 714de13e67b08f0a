package publish

import (
	"maps"
	"math"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"tonggao/generator/disk"
	"tonggao/generator/manifest"
	"tonggao/generator/survey"
)

// left tells of the folders of a published folder that was left as it is: each of its files
// was found to be good after the folder had been looked at.
func (s *Stage) left(yield func(string, survey.Known) bool) {
	var again []string
	for folder, seen := range s.seen.Folders {
		if seen.Mark != (survey.Mark{}) && !survey.Settled(seen.Newest, s.clock) {
			again = append(again, folder)
		}
	}
	later := s.lookAgain(again, math.MaxInt64)
	for folder, seen := range s.seen.Folders {
		one := seen.Known(s.clock)
		if !survey.Settled(seen.Newest, s.clock) {
			one = later[folder]
		}
		if one.Twin = seen.Twin; seen.Mark != (survey.Mark{}) && one.Mark == seen.Mark && !yield(folder, one) {
			return
		}
	}
}

// handed tells of the folders of a tree that was made the published one: of the quiet ones
// first, while the others settle. What is written once more after it was whole is nobody's.
func (s *Stage) handed(yield func(string, survey.Known) bool) {
	var again []string
	for _, f := range s.inShares {
		if !f.quiet {
			again = append(again, f.folder)
		} else if one, _ := s.handedAs(f, nil); !yield(f.folder, one) {
			return
		}
	}
	later := s.lookAgain(again, s.whole)
	s.doubt(later)
	for _, folder := range again {
		if one, known := s.handedAs(s.shares[folder], later); known && !yield(folder, one) {
			return
		}
	}
}

// handedAs tells of one folder of such a tree. What was not touched in it has the marks that it
// had in the other.
func (s *Stage) handedAs(f *share, later map[string]survey.Known) (one survey.Known, known bool) {
	seen := f.seen
	if f.quiet {
		one = survey.Known{Names: seen.Names, Mark: seen.Mark, Stamp: seen.Twin}
	} else if one, known = later[f.folder]; !known {
		return one, false
	}
	if s.kept && f.same() && !s.copied[f.folder] && survey.Settled(seen.Made, s.clock) {
		one.Twin = seen.Stamp
	}
	return one, true
}

// doubt leaves out the folders of the new tree into which somebody wrote while this build
// ran: their files need not have the content any more that was found in them. Copies are
// nobody else's.
func (s *Stage) doubt(folders map[string]survey.Known) {
	maps.DeleteFunc(folders, func(folder string, one survey.Known) bool {
		return !s.shares[folder].other && !s.copied[folder] && one.Mark.Likeness() != s.seen.At(folder).Mark.Likeness()
	})
	for path, info := range s.checked {
		folder := survey.FolderOf(path)
		if _, told := folders[folder]; told && s.shares[folder].other && !s.copied[folder] && still(filepath.Join(s.output, filepath.FromSlash(path)), info) != nil {
			delete(folders, folder)
		}
	}
}

// lookAgain tells of some published folders, of those that can be trusted later and that
// have the files of the manifest and no others, none of which was written after a time;
// without a clock, of no more.
func (s *Stage) lookAgain(folders []string, last int64) map[string]survey.Known {
	found := make(map[string]survey.Known, len(folders))
	for range 2 {
		now, err := survey.Clock(s.work)
		if err != nil || len(folders) == 0 {
			return found
		}
		var mu sync.Mutex
		var early []string
		wait := time.Duration(0)
		survey.Split(folders, func(folder string) {
			seen, exact := s.exact(folder)
			mu.Lock()
			defer mu.Unlock()
			switch {
			case !exact, seen.Written > last:
			case survey.Settled(seen.Newest, now):
				found[folder] = seen.Known(now)
			default:
				early, wait = append(early, folder), max(wait, time.Unix(0, seen.Newest).Add(survey.Grain(seen.Newest)).Sub(now))
			}
		})
		if folders = early; len(folders) > 0 && wait < time.Second {
			time.Sleep(wait + survey.Finest/5) // the clock goes in steps
		}
	}
	return found
}

// exact looks at a published folder, and reports whether its files are those of the
// manifest, by name.
func (s *Stage) exact(folder string) (survey.Sight, bool) {
	at, err := disk.Open(filepath.Join(s.output, filepath.FromSlash(folder)))
	if err != nil {
		return survey.Sight{}, false
	}
	defer at.Close()
	seen, err := survey.SightOf(at, folder, true)
	planned := 0
	for name := range survey.Each(seen.Files) {
		switch {
		case s.has(survey.In(folder, name)):
			planned++
		case folder != "." || name != manifest.Name && !strings.HasPrefix(name, "."):
			return seen, false
		}
	}
	for name := range survey.Each(seen.Folders) {
		if s.shares[survey.In(folder, name)] != nil {
			planned++
		}
	}
	share := s.shares[folder]
	return seen, err == nil && seen.Mark != survey.Mark{} && share != nil && planned == share.files+share.below
}
