package publish

import (
	"io"
	"os"

	"tonggao/generator/manifest"
)

// Before opens a file as it was published, whether it is taken over or not; nil where it is
// not there as its manifest says, or nothing may be taken from the folder. Files of it can be
// of a country's size, so it is read twice and never kept: to be hashed, and by the caller.
func (s *Stage) Before(path string) io.ReadCloser {
	from := &s.sources[0]
	i, listed := from.manifest.Files.Find(path)
	if !listed || !from.trusted {
		return nil
	}
	name, err := from.name(path)
	if err != nil {
		return nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil
	}
	sum, err := manifest.Sum(file)
	if err == nil {
		_, err = file.Seek(0, io.SeekStart)
	}
	if err != nil || sum != from.manifest.Files.Entry(i).SHA256 {
		_ = file.Close() // it was only read
		return nil
	}
	return file
}

// Stays reports whether a file of the published folder is taken over.
func (s *Stage) Stays(path string) bool {
	file, _ := s.of(path)
	return file.from == 1
}
