package publish

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"

	"tonggao/generator/manifest"
)

// TestFilesOfAStage takes some of a published folder's files over, makes others anew, and
// holds what the stage says of its files against a map of them.
func TestFilesOfAStage(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 100 {
		published, want := map[string]manifest.Entry{}, map[string]record{}
		for range random.IntN(1 + round) {
			published[fmt.Sprint(random.IntN(100))] = manifest.Entry{Size: random.Int64(), Key: manifest.Key{1}}
		}
		old := source{}
		old.manifest.Files = manifest.FilesOf(published)
		s := &Stage{sources: []source{old}, files: map[string]record{}}
		s.taken = make([]atomic.Bool, old.manifest.Files.Len())
		for i := range 100 {
			path := fmt.Sprint(i)
			at, listed := s.sources[0].manifest.Files.Find(path)
			switch random.IntN(3) {
			case 0:
				want[path] = record{manifest.Entry{Size: int64(i)}, int32(2 * random.IntN(2))}
				s.enter(path, want[path])
			case 1:
				if listed {
					want[path] = record{published[path], 1}
					s.taken[at].Store(true)
				}
			}
		}
		var all, ordered []string
		reused := 0
		for path, file := range s.all() {
			if all = append(all, path); file != want[path] {
				t.Fatalf("%s is %v, want %v", path, file, want[path])
			}
			if file.from > 0 {
				reused++
			}
		}
		for path, e := range s.inOrder() {
			if ordered = append(ordered, path); e != want[path].Entry {
				t.Fatalf("%s is %v in order, want %v", path, e, want[path])
			}
		}
		slices.Sort(all)
		if n, over := s.count(); n != len(want) || over != reused || len(all) != n || !slices.Equal(all, ordered) {
			t.Fatalf("%d files, %d of them taken over, want %d and %d: %v and %v", n, over, len(want), reused, all, ordered)
		}
		for i := range 100 {
			path := fmt.Sprint(i)
			file, has := s.of(path)
			if is, wanted := want[path]; file != is || has != wanted || s.Stays(path) != (is.from == 1) {
				t.Fatalf("%s is %v, %v, want %v, %v", path, file, has, is, wanted)
			}
		}
	}
}
