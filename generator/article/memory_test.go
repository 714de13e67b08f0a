package article

import (
	"reflect"
	"sync"
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// TestRememberedArticlesAreComposedAlike asks from many goroutines for the articles of more
// notices than are remembered, each twice: they are those that are composed anew.
func TestRememberedArticlesAreComposedAlike(t *testing.T) {
	s, problems, err := source.Read(testkit.Nation(2 * few))
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	v := phrase.In(site.Chinese)
	m := NewMemory(v)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for _, r := range s.Regions {
				for _, n := range r.Notices {
					for _, a := range append([]*site.Audience{nil, nil}, n.Editions...) {
						if got, want := m.Of(n, a), Of(v, n, a); !reflect.DeepEqual(got, want) {
							t.Errorf("%s differs", n.ID)
						}
					}
				}
			}
		})
	}
	all.Wait()
}
