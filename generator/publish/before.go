package publish

import (
	"crypto/sha256"
	"hash"
	"io"
	"os"

	"tonggao/generator/manifest"
)

// Before opens a file as it was published, whether it is taken over or not; nil where it is
// not there as its manifest says, or nothing may be taken from the folder. Files of it can be
// of a country's size, so it is never kept: it is hashed while the caller reads it, to whom
// Close says whether somebody wrote into it, and before that where the mark of its folder does
// not stand.
func (s *Stage) Before(path string) io.ReadCloser {
	from := &s.sources[0]
	i, listed := from.manifest.Files.Find(path)
	if !listed || !from.trusted {
		return nil
	}
	e := from.manifest.Files.Entry(i)
	if _, intact := from.find(path, e); !intact {
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
	return &before{s, path, file, e.SHA256, sha256.New()}
}

// A before is a file as it was published, on its way to who reads it.
type before struct {
	stage *Stage
	path  string
	file  *os.File
	sum   manifest.Hash
	read  hash.Hash
}

func (b *before) Read(p []byte) (int, error) {
	n, err := b.file.Read(p)
	b.read.Write(p[:n])
	return n, err
}

// Close reads the rest.
func (b *before) Close() error {
	defer b.file.Close()
	_, err := io.Copy(io.Discard, b)
	if err == nil && manifest.Hash(b.read.Sum(nil)) != b.sum {
		err = errChanged
	}
	if err != nil {
		return b.stage.spoilt(b.path, err)
	}
	return nil
}

// Stays reports whether a file of the published folder is taken over.
func (s *Stage) Stays(path string) bool {
	file, _ := s.of(path)
	return file.from == 1
}
