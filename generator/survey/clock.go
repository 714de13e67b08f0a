package survey

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Clock writes a file into a folder and returns the time that the file system gives it: its
// clock is the one that stamps all files. Nothing else of that name stays in the folder, and
// nothing is written into it: it may be a link to a file elsewhere.
func Clock(dir string) (time.Time, error) {
	name := filepath.Join(dir, "clock")
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) && os.RemoveAll(name) == nil {
		file, err = os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	}
	if err != nil {
		return time.Time{}, err
	}
	info, err := file.Stat()
	if err := errors.Join(err, file.Close()); err != nil {
		return time.Time{}, err
	}
	return info.ModTime(), os.Remove(name)
}
