package publish

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"tonggao/generator/manifest"
)

// TestMain lets the test binary be the program that is killed.
func TestMain(m *testing.M) {
	output := os.Getenv("TONGGAO_TEST_OUTPUT")
	if output == "" {
		os.Exit(m.Run())
	}
	if err := run(output, os.Getenv("TONGGAO_TEST_TREE"), os.Getenv("TONGGAO_TEST_NUMBER")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// numbered is a tree whose files all hold one number.
func numbered(number string) map[string]string {
	files := map[string]string{".nojekyll": number}
	for i := range 150 {
		files[fmt.Sprintf("region%d/notice%d/index.html", i%7, i)] = strings.Repeat(number+" ", 2000)
	}
	return files
}

// nearly is a tree of which only a few files hold the number.
func nearly(number string) map[string]string {
	files := numbered("same")
	for i, path := range slices.Sorted(maps.Keys(files)) {
		if i%30 == 0 {
			files[path] = number
		}
	}
	return files
}

// trees are what is built and killed: everything anew, or a few files of a large
// site, over the tree that the build before last published.
var trees = map[string]func(number string) map[string]string{"new": numbered, "spare": nearly}

func run(output, kind, number string) error {
	if kind == "new" {
		return build(Options{Output: output}, numbered(number))
	}
	spareFrom = 100
	_, err := over(output, nearly(number))
	return err
}

func child(output, kind string, number int) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "TONGGAO_TEST_OUTPUT="+output, "TONGGAO_TEST_TREE="+kind, "TONGGAO_TEST_NUMBER="+strconv.Itoa(number))
	cmd.Stderr = os.Stderr
	return cmd
}

// whole returns the number of the tree that is published, and fails when it is
// not exactly one tree.
func whole(t *testing.T, output, kind string) int {
	t.Helper()
	got := tree(t, output)
	number, err := strconv.Atoi(got[".nojekyll"])
	must(t, err)
	for path, content := range trees[kind](strconv.Itoa(number)) {
		if got[path] != content {
			t.Fatalf("%s is not of tree %d", path, number)
		}
		delete(got, path)
	}
	for _, path := range []string{manifest.Name, ".git/HEAD", ".gitignore"} {
		if _, ok := got[path]; !ok {
			t.Fatalf("%s is lost", path)
		}
		delete(got, path)
	}
	if len(got) > 0 {
		t.Fatalf("the tree holds %d files of another", len(got))
	}
	return number
}

func TestThirtyKills(t *testing.T) {
	for kind := range trees {
		t.Run(kind, func(t *testing.T) { thirtyKills(t, kind) })
	}
}

func thirtyKills(t *testing.T, kind string) {
	output := filepath.Join(t.TempDir(), "output")
	must(t, os.MkdirAll(filepath.Join(output, ".git"), 0o755))
	must(t, os.WriteFile(filepath.Join(output, ".git", "HEAD"), []byte("ref"), 0o644))
	must(t, os.WriteFile(filepath.Join(output, ".gitignore"), nil, 0o644))
	must(t, child(output, kind, 0).Run())
	start := time.Now()
	must(t, child(output, kind, 1).Run())
	long := time.Since(start)
	random := rand.New(rand.NewPCG(7, 30))
	killed, stands := 0, 1
	for number := 2; killed < 30; number++ {
		if number > 300 {
			t.Fatalf("only %d of 300 builds could be killed", killed)
		}
		cmd := child(output, kind, number)
		must(t, cmd.Start())
		ended, begun := make(chan error, 1), time.Now()
		go func() { ended <- cmd.Wait() }()
		select {
		case err := <-ended: // it was quicker than the one measured: the machine has become less busy
			must(t, err)
			long = time.Since(begun)
		case <-time.After(time.Duration(random.Int64N(int64(long) * 5 / 4))):
			_ = cmd.Process.Kill()
			if <-ended != nil {
				killed++
			}
		}
		now := whole(t, output, kind)
		if now != stands && now != number {
			t.Fatalf("tree %d stood, tree %d was built, tree %d is published", stands, number, now)
		}
		stands = now
	}
	must(t, child(output, kind, 999).Run())
	if whole(t, output, kind) != 999 {
		t.Error("the build after the kills did not publish")
	}
	if kind == "new" {
		alone(t, output)
	}
}

func TestTwoBuildsAtOnce(t *testing.T) {
	output := filepath.Join(t.TempDir(), "output")
	must(t, os.MkdirAll(filepath.Join(output, ".git"), 0o755))
	must(t, os.WriteFile(filepath.Join(output, ".git", "HEAD"), []byte("ref"), 0o644))
	must(t, os.WriteFile(filepath.Join(output, ".gitignore"), nil, 0o644))
	var group sync.WaitGroup
	for number := range 6 {
		group.Go(func() {
			if err := child(output, "new", number).Run(); err != nil {
				t.Errorf("build %d: %v", number, err)
			}
		})
	}
	group.Wait()
	whole(t, output, "new")
	alone(t, output)
}

func TestSecondBuildSaysThatItWaits(t *testing.T) {
	output := filepath.Join(t.TempDir(), "output")
	first, err := Open(context.Background(), Options{Output: output})
	must(t, err)
	said := make(chan bool, 9)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	waiting := func() { said <- true; time.AfterFunc(50*time.Millisecond, cancel) } // it waits on, and says no more
	if _, err := Open(ctx, Options{Output: output, Waiting: waiting}); err == nil {
		t.Fatal("two builds hold one folder")
	}
	if len(said) != 1 {
		t.Errorf("said %d times that it waits, want once", len(said))
	}
	done := make(chan error)
	go func() {
		done <- build(Options{Output: output, Waiting: first.Discard}, map[string]string{"index.html": "2"})
	}()
	must(t, <-done)
	alone(t, output)
}
