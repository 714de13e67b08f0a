package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"tonggao/generator/message"
)

// A lock is held by the one build that may work beside an output folder. The
// system gives it back when the program ends, however it ends.
type lock struct {
	work string
	file *os.File
}

// take makes the work folder and locks the file in it. A build that ends removes
// both, so the file that was waited for may be gone: then take begins again.
func take(ctx context.Context, work string, waiting func()) (*lock, error) {
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := os.MkdirAll(work, 0o777); err != nil {
			return nil, err
		}
		if err := realFolder(work); err != nil {
			return nil, err
		}
		file, err := os.OpenFile(filepath.Join(work, "lock"), os.O_RDWR|os.O_CREATE, 0o666)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if waiting, err = wait(ctx, file, waiting); err != nil {
			return nil, err
		}
		if current(file) {
			return &lock{work: work, file: file}, nil
		}
		file.Close()
	}
}

// realFolder refuses a link in the place of the work folder: the build would clean
// up in the folder that it leads to.
func realFolder(work string) error {
	info, err := os.Lstat(work)
	if err == nil && !info.IsDir() {
		return message.Errorf("%s is a link, not the folder that a build works in: move it away", work)
	}
	return nil // one that is gone again is told by the next call
}

// wait locks a file; where another holds it, it says so once and waits. It
// returns what is left to say. On an error the file is closed, or will be.
func wait(ctx context.Context, file *os.File, waiting func()) (func(), error) {
	held, err := tryLock(file)
	if err != nil {
		file.Close()
		return nil, message.Errorf("lock %s: %w", file.Name(), err)
	}
	if held {
		return waiting, nil
	}
	if waiting != nil {
		waiting()
	}
	done := make(chan error, 1)
	go func() { done <- waitLock(file) }()
	select {
	case err = <-done:
		if err != nil {
			file.Close()
		}
		return nil, err
	case <-ctx.Done():
		go func() { <-done; file.Close() }()
		return nil, ctx.Err()
	}
}

// current reports whether an open lock file is still the one of its path.
func current(file *os.File) bool {
	mine, err := file.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(file.Name())
	return err == nil && os.SameFile(mine, there)
}

// release removes the lock file and its folder, then lets the next build in. Windows
// removes no open file: there the next build is let in first, and the file stays where one
// has it.
func (l *lock) release() {
	if runtime.GOOS == "windows" {
		_ = l.file.Close()
	}
	_ = os.Remove(l.file.Name())
	_ = os.Remove(l.work) // fails, rightly, when the next build is in it already
	_ = l.file.Close()    // a second time it only says so
}
