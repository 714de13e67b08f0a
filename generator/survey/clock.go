package survey

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"tonggao/generator/disk"
)

// Clock writes a file into a folder and returns the time that the file system gives it: its
// clock is the one that stamps all files. Nothing else of that name stays in the folder, and
// nothing is written into it: it may be a link to a file elsewhere.
func Clock(dir string) (time.Time, error) {
	name := filepath.Join(dir, "clock")
	if err := os.RemoveAll(name); err != nil {
		return time.Time{}, err
	}
	file, err := disk.Create(name)
	if err != nil {
		return time.Time{}, err
	}
	info, err := file.Stat()
	if err := errors.Join(err, file.Close()); err != nil {
		return time.Time{}, err
	}
	return info.ModTime(), os.Remove(name)
}
