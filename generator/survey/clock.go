package survey

import (
	"os"
	"path/filepath"
	"time"
)

// Clock writes a file into a folder and returns the time that the file system gives it: its
// clock is the one that stamps all files.
func Clock(dir string) (time.Time, error) {
	name := filepath.Join(dir, "clock")
	if err := os.WriteFile(name, nil, 0o666); err != nil {
		return time.Time{}, err
	}
	info, err := os.Stat(name)
	if err != nil {
		return time.Time{}, err
	}
	return info.ModTime(), os.Remove(name)
}
