package publish

import "tonggao/generator/manifest"

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

// reused counts the files that are taken over.
func (s *Stage) reused() int {
	n := 0
	for _, file := range s.files {
		if file.from > 0 {
			n++
		}
	}
	return n
}
