package publish

import (
	"iter"
	"maps"
	"slices"

	"tonggao/generator/manifest"
)

// A record is what a stage keeps of a file: what the manifest will say of it, and where it
// comes from.
type record struct {
	manifest.Entry
	from int32 // the source that it is taken over from, from 1 on; 0 for one that was made
}

// source is where a file comes from that is taken over, nil for one that was made.
func (s *Stage) source(r record) *source {
	if r.from == 0 {
		return nil
	}
	return &s.sources[r.from-1]
}

// of is what is kept of a file of the new tree, false where there is none yet. Most files of
// a country are those of the published folder, of which its manifest has all but whether
// they are taken over.
func (s *Stage) of(path string) (record, bool) {
	old := &s.sources[0].manifest.Files
	if i, listed := old.Find(path); listed && s.taken[i].Load() {
		return record{old.Entry(i), 1}, true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	file, has := s.files[path]
	return file, has
}

// has reports whether the new tree has a file.
func (s *Stage) has(path string) bool {
	_, has := s.of(path)
	return has
}

// count counts the files of the new tree, and those that are taken over.
func (s *Stage) count() (files, reused int) {
	for i := range s.taken {
		if s.taken[i].Load() {
			reused++
		}
	}
	files = reused + len(s.files)
	for _, file := range s.files {
		if file.from > 0 {
			reused++
		}
	}
	return files, reused
}

// all goes through the files of the new tree: those that are taken over from the published
// folder in order, so that most stand behind others of their folder.
func (s *Stage) all() iter.Seq2[string, record] {
	return func(yield func(string, record) bool) {
		for path, e := range s.stay() {
			if !yield(path, record{e, 1}) {
				return
			}
		}
		for path, file := range s.files {
			if !yield(path, file) {
				return
			}
		}
	}
}

// stay goes through the files that are taken over from the published folder, in order.
func (s *Stage) stay() iter.Seq2[string, manifest.Entry] {
	return func(yield func(string, manifest.Entry) bool) {
		i := 0
		for path, e := range s.sources[0].manifest.Files.All() {
			if s.taken[i].Load() && !yield(path, e) {
				return
			}
			i++
		}
	}
}

// inOrder goes through all files of the new tree in the order of their paths.
func (s *Stage) inOrder() iter.Seq2[string, manifest.Entry] {
	return func(yield func(string, manifest.Entry) bool) {
		others := slices.Sorted(maps.Keys(s.files))
		for path, e := range s.stay() {
			for ; len(others) > 0 && others[0] < path; others = others[1:] {
				if !yield(others[0], s.files[others[0]].Entry) {
					return
				}
			}
			if !yield(path, e) {
				return
			}
		}
		for _, path := range others {
			if !yield(path, s.files[path].Entry) {
				return
			}
		}
	}
}
