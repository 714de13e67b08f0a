package disk

import (
	"bytes"
	"io"
	"io/fs"
)

// Append adds a file to room, up to a size, and returns that, with what fails. A file system
// that has such a method does so in one go.
func Append(room []byte, files fs.FS, name string, most int) ([]byte, error) {
	if f, can := files.(interface {
		Append(room []byte, name string, most int) ([]byte, error)
	}); can {
		return f.Append(room, name, most)
	}
	f, err := files.Open(name)
	if err != nil {
		return room, err
	}
	defer f.Close()
	content := bytes.NewBuffer(room)
	_, err = content.ReadFrom(io.LimitReader(f, int64(most)))
	return content.Bytes(), err
}
