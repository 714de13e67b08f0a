package publish

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// TestPipeIsNotWaitedFor puts a pipe in the place of a published file: whoever opens one waits
// until somebody writes into it.
func TestPipeIsNotWaitedFor(t *testing.T) {
	output := filepath.Join(t.TempDir(), "output")
	_, err := over(output, map[string]string{"a": "1"})
	must(t, err)
	s, err := Open(t.Context(), Options{Output: output})
	must(t, err)
	defer s.Discard()
	name := filepath.Join(output, "a")
	must(t, os.Remove(name))
	must(t, unix.Mkfifo(name, 0o644))
	opened := make(chan bool, 1)
	go func() { opened <- s.Before("a") != nil }()
	select {
	case is := <-opened:
		if is {
			t.Error("the pipe was opened as a file that was published")
		}
	case <-time.After(10 * time.Second):
		t.Error("the pipe is waited for")
	}
}
