package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// mount gives a test a small disk of its own, which only root can.
func mount(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "disk")
	must(t, os.Mkdir(dir, 0o755))
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size=256k"); err != nil {
		t.Skipf("a small tmpfs cannot be mounted here: %v", err)
	}
	t.Cleanup(func() { _ = unix.Unmount(dir, unix.MNT_DETACH) })
	return dir
}

func TestFullDiskLeavesTheOldTree(t *testing.T) {
	disk := mount(t)
	output := filepath.Join(disk, "output")
	must(t, build(Options{Output: output}, map[string]string{"index.html": "1"}))
	before := tree(t, output)
	err := build(Options{Output: output}, map[string]string{"a/index.html": strings.Repeat("x", 1<<20)})
	if err == nil || !strings.Contains(err.Error(), "the disk is full") {
		t.Fatalf("the error is %v", err)
	}
	if got := tree(t, output); fmt.Sprint(got) != fmt.Sprint(before) {
		t.Errorf("the output changed to %v", got)
	}
	alone(t, output)
}

func TestMountedOutputIsRefused(t *testing.T) {
	disk := mount(t)
	err := build(Options{Output: disk}, map[string]string{"index.html": "1"})
	if err == nil || !strings.Contains(err.Error(), "name a folder inside it") {
		t.Fatalf("the error is %v", err)
	}
}

func TestReadOnlyDisk(t *testing.T) {
	disk := mount(t)
	must(t, unix.Mount("", disk, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""))
	err := build(Options{Output: filepath.Join(disk, "output")}, map[string]string{"index.html": "1"})
	if err == nil || !strings.Contains(err.Error(), "can only be read") {
		t.Fatalf("the error is %v", err)
	}
}

// TestFoldersThatCannotBeWrittenToAreRemoved is what an ordinary user meets in a
// .git that was kept.
func TestFoldersThatCannotBeWrittenToAreRemoved(t *testing.T) {
	top := t.TempDir()
	must(t, os.Chmod(filepath.Dir(top), 0o755))
	name := filepath.Join(top, "tree")
	must(t, os.MkdirAll(filepath.Join(name, "sub"), 0o755))
	must(t, os.WriteFile(filepath.Join(name, "sub", "file"), nil, 0o444))
	must(t, os.Chmod(filepath.Join(name, "sub"), 0o555))
	for _, path := range []string{top, name, filepath.Join(name, "sub")} {
		if os.Getuid() == 0 {
			must(t, os.Chown(path, nobody, nobody))
		}
	}
	var plainly, ours error
	asNobody(func() { plainly, ours = os.RemoveAll(name), removeTree(name) })
	if plainly == nil {
		t.Error("the folder could be removed without more ado")
	}
	must(t, ours)
	if _, err := os.Lstat(name); err == nil {
		t.Error("it is still there")
	}
}

// nobody is the number of an ordinary user.
const nobody = 65534

// asNobody runs something without root's rights over files: in a thread of its own,
// which ends with it.
func asNobody(run func()) {
	done := make(chan bool)
	go func() {
		defer close(done)
		runtime.LockOSThread()
		if os.Getuid() == 0 {
			_, _ = unix.SetfsuidRetUid(nobody) // it has no error; a failure shows in what is run
		}
		run()
	}()
	<-done
}
