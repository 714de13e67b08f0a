package publish

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"tonggao/generator/disk"
	"tonggao/generator/manifest"
	"tonggao/generator/message"
)

// Create begins a file of the new tree and the folders above it. The path is one
// of the plan's; the key stands in the manifest, for Reuse. The writer hashes what passes through it; the file counts when
// Close returns nil. Every path can be created once.
func (s *Stage) Create(path, key string) (io.WriteCloser, error) {
	name, err := s.place(path)
	if err != nil {
		return nil, explain("write", path, err)
	}
	if err := s.clear(name); err != nil {
		return nil, explain("write", path, err)
	}
	file, err := disk.Create(name)
	if err != nil {
		return nil, explain("write", path, err)
	}
	f := &staged{stage: s, path: path, key: manifest.KeyOf(key), file: file, hash: sha256.New(), buffer: s.buffers.Get().(*bufio.Writer)}
	f.buffer.Reset(io.MultiWriter(f.hash, file))
	return f, nil
}

// place makes the folders above a path in the new tree and returns its name on
// this system.
func (s *Stage) place(name string) (string, error) {
	local, err := filepath.Localize(name)
	if err != nil {
		return "", err
	}
	s.used.Store(true)
	return filepath.Join(s.tree, local), s.folder(path.Dir(name))
}

// folder makes a folder of the new tree and those above it, each once: to ask the
// system for each of many thousand files whether its folder is there costs more
// than the folders do.
func (s *Stage) folder(dir string) error {
	s.making.Lock()
	defer s.making.Unlock()
	return s.folders(dir)
}

// folders is folder for who alone makes folders.
func (s *Stage) folders(dir string) error {
	if dir == "." || s.made[dir] {
		return nil
	}
	if err := s.folders(path.Dir(dir)); err != nil {
		return err
	}
	if err := s.makeFolder(filepath.Join(s.tree, filepath.FromSlash(dir))); err != nil {
		return err
	}
	s.made[dir] = true
	return nil
}

// enter notes a finished file for the manifest.
func (s *Stage) enter(path string, r record) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[path] = r
}

// Entry is what was noted of a finished file, without the key, which only the tree has.
func (s *Stage) Entry(path string) manifest.Entry {
	file, _ := s.of(path)
	file.Key = manifest.Key{}
	return file.Entry
}

// Confirm fails where a file of the new tree holds something else than what was noted of it.
// One that is taken over is still where it was published, and somebody may have written into
// it since it was found good.
func (s *Stage) Confirm(path string, content []byte) error {
	file, has := s.of(path)
	if has && (int64(len(content)) != file.Size || file.from > 0 && sha256.Sum256(content) != file.SHA256) {
		return s.spoilt(path, errChanged)
	}
	return nil
}

// A staged file is one that Create began.
type staged struct {
	stage  *Stage
	path   string
	key    manifest.Key
	file   *os.File
	hash   hash.Hash
	size   int64
	buffer *bufio.Writer // nil when closed
}

func (f *staged) Write(p []byte) (int, error) { return f.wrote(f.buffer.Write(p)) }

// WriteString is Write, for a text that would be copied for it.
func (f *staged) WriteString(text string) (int, error) { return f.wrote(f.buffer.WriteString(text)) }

func (f *staged) wrote(n int, err error) (int, error) {
	f.size += int64(n)
	if err != nil {
		err = explain("write", f.path, err)
	}
	return n, err
}

// Close finishes the file. An error of an earlier Write is reported again.
func (f *staged) Close() error {
	if f.buffer == nil {
		return message.Errorf("write %s: %w", f.path, fs.ErrClosed)
	}
	err := errors.Join(f.buffer.Flush(), f.file.Close())
	f.buffer.Reset(nil)
	f.stage.buffers.Put(f.buffer)
	f.buffer = nil
	if err != nil {
		return explain("write", f.path, err)
	}
	e := manifest.Entry{Size: f.size, Key: f.key}
	f.hash.Sum(e.SHA256[:0])
	f.stage.enter(f.path, record{Entry: e})
	return nil
}
