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
	f := folderSeals{sum, make(map[string]string, len(s.seen.folders)), map[string]string{}}
	var again []string
	for folder, seen := range s.seen.folders {
		switch {
		case seen.mark == "":
		case settled(seen.newest, s.clock):
			f.marks[folder] = seen.mark
		default:
			again = append(again, folder)
		}
		if _, intact := s.sources[0].intact[folder]; intact && s.sealed.twins[folder] != "" {
			f.twins[folder] = s.sealed.twins[folder]
		}
	}
	later, err := s.lookAgain(again)
	for _, folder := range again {
		if mark := s.seen.folders[folder].mark; later[folder] == mark {
			f.marks[folder] = mark
		}
	}
	return f, err
}

// handed seals the folders of a tree that was made the published one. What was not
// touched in it has the marks that it had in the other.
func (s *Stage) handed(sum string) (folderSeals, error) {
	f := folderSeals{sum, make(map[string]string, len(s.shares)), make(map[string]string, len(s.shares))}
	var again []string
	for folder, share := range s.shares {
		seen := s.seen.folders[folder]
		if share.quiet {
			f.marks[folder] = seen.mark
		} else {
			again = append(again, folder)
		}
		if s.kept && share.same(seen) && !s.copied[folder] && settled(seen.made, s.clock) {
			f.twins[folder] = seen.stamp
		}
	}
	later, err := s.lookAgain(again)
	for folder, mark := range later {
		if _, intact := s.sources[0].intact[folder]; intact && !s.shares[folder].other && likeness(mark) != likeness(s.seen.folders[folder].mark) {
			continue // somebody wrote into it while this build ran
		}
		f.marks[folder] = mark
	}
	return f, err
}

// lookAgain returns the marks of some published folders, of those that can be trusted
// later and that have the files of the manifest and no others.
func (s *Stage) lookAgain(folders []string) (map[string]string, error) {
	marks := make(map[string]string, len(folders))
	for range 2 {
		now, err := touch(filepath.Join(s.work, "clock"))
		if err != nil || len(folders) == 0 {
			return marks, err
		}
		var early []string
		wait := time.Duration(0)
		for _, folder := range folders {
			seen, exact := s.exact(folder)
			switch {
			case !exact:
			case settled(seen.newest, now):
				marks[folder] = seen.mark
			default:
				early, wait = append(early, folder), max(wait, seen.newest.Add(grain(seen.newest)).Sub(now))
			}
		}
		if folders = early; len(folders) > 0 && wait < time.Second {
			time.Sleep(wait + finest/5) // the clock goes in steps
		}
	}
	return marks, nil
}

// exact looks at a published folder, and reports whether its files are those of the
// manifest, by name.
func (s *Stage) exact(folder string) (sight, bool) {
	at, err := os.Open(filepath.Join(s.output, filepath.FromSlash(folder)))
	if err != nil {
		return sight{}, false
	}
	defer at.Close()
	seen, entries, err := sightOf(at, folder, true)
	planned := 0
	for _, e := range entries {
		name := e.Name()
		if folder != "." {
			name = folder + "/" + name
		}
		_, file := s.files[name]
		_, below := s.shares[name]
		switch {
		case file || below && e.IsDir():
			planned++
		case name != manifest.Name && !e.IsDir() && !strings.HasPrefix(e.Name(), "."):
			return seen, false
		}
	}
	share := s.shares[folder]
	return seen, err == nil && seen.mark != "" && share != nil && planned == share.files+share.below
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
