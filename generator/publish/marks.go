package publish

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"tonggao/generator/manifest"
)

// left seals the folders of a published folder that was left as it is: each of its files
// was found to be good after the folder had been looked at.
func (s *Stage) left(sum string) (folderSeals, error) {
	f := folderSeals{sum, make(map[string]folderSeal, len(s.seen.folders))}
	var again []string
	for folder, seen := range s.seen.folders {
		switch {
		case seen.mark == mark{}:
		case settled(seen.newest, s.clock):
			f.folders[folder] = seen.seal(s.clock)
		default:
			again = append(again, folder)
		}
	}
	later, err := s.lookAgain(again)
	for folder, one := range later {
		if one.mark == s.seen.folders[folder].mark {
			f.folders[folder] = one
		}
	}
	for folder, one := range f.folders {
		one.twin = s.seen.folders[folder].twin
		f.folders[folder] = one
	}
	return f, err
}

// seal is what a seal tells of a folder that was seen at a time.
func (s sight) seal(now time.Time) folderSeal {
	f := folderSeal{names: s.names, mark: s.mark}
	if s.count == s.names.count() && settled(s.made, now) {
		f.stamp = s.stamp
	}
	return f
}

// handed seals the folders of a tree that was made the published one. What was not
// touched in it has the marks that it had in the other.
func (s *Stage) handed(sum string) (folderSeals, error) {
	f := folderSeals{sum, make(map[string]folderSeal, len(s.shares))}
	var again []string
	for folder, share := range s.shares {
		if share.quiet {
			seen := s.seen.folders[folder]
			f.folders[folder] = folderSeal{seen.names, seen.mark, seen.twin, stamp{}}
		} else {
			again = append(again, folder)
		}
	}
	later, err := s.lookAgain(again)
	for folder, one := range later {
		seen := s.seen.folders[folder]
		if seen.intact && !s.shares[folder].other && one.mark.likeness() != seen.mark.likeness() {
			continue // somebody wrote into it while this build ran
		}
		f.folders[folder] = one
	}
	for folder, one := range f.folders {
		seen := s.seen.folders[folder]
		if s.kept && s.shares[folder].same(seen) && !s.copied[folder] && settled(seen.made, s.clock) {
			one.twin = seen.stamp
			f.folders[folder] = one
		}
	}
	return f, err
}

// lookAgain tells of some published folders, of those that can be trusted later and that
// have the files of the manifest and no others.
func (s *Stage) lookAgain(folders []string) (map[string]folderSeal, error) {
	found := make(map[string]folderSeal, len(folders))
	for range 2 {
		now, err := touch(filepath.Join(s.work, "clock"))
		if err != nil || len(folders) == 0 {
			return found, err
		}
		var early []string
		wait := time.Duration(0)
		for _, folder := range folders {
			seen, exact := s.exact(folder)
			switch {
			case !exact:
			case settled(seen.newest, now):
				found[folder] = seen.seal(now)
			default:
				early, wait = append(early, folder), max(wait, time.Unix(0, seen.newest).Add(grain(seen.newest)).Sub(now))
			}
		}
		if folders = early; len(folders) > 0 && wait < time.Second {
			time.Sleep(wait + finest/5) // the clock goes in steps
		}
	}
	return found, nil
}

// exact looks at a published folder, and reports whether its files are those of the
// manifest, by name.
func (s *Stage) exact(folder string) (sight, bool) {
	at, err := os.Open(filepath.Join(s.output, filepath.FromSlash(folder)))
	if err != nil {
		return sight{}, false
	}
	defer at.Close()
	seen, err := sightOf(at, folder, true)
	planned := 0
	for name := range each(seen.files) {
		_, file := s.files[in(folder, name)]
		switch {
		case file:
			planned++
		case folder != "." || name != manifest.Name && !strings.HasPrefix(name, "."):
			return seen, false
		}
	}
	for name := range each(seen.folders) {
		if s.shares[in(folder, name)] != nil {
			planned++
		}
	}
	share := s.shares[folder]
	return seen, err == nil && seen.mark != mark{} && share != nil && planned == share.files+share.below
}

// touch writes a file anew and returns the time that the file system gives it: its clock
// is the one that stamps all files.
func touch(name string) (time.Time, error) {
	if err := os.WriteFile(name, nil, 0o666); err != nil {
		return time.Time{}, err
	}
	info, err := os.Stat(name)
	if err != nil {
		return time.Time{}, err
	}
	return info.ModTime(), os.Remove(name)
}
