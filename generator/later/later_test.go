package later

import (
	"regexp"
	"sync"
	"testing"
)

// TestAsRegexpWould asks an expression from several goroutines at once.
func TestAsRegexpWould(t *testing.T) {
	const written = `(\p{Han}+)([0-9]+)`
	want, kept := regexp.MustCompile(written), Compile(written)
	var all sync.WaitGroup
	for _, text := range []string{"自8月12日", "8月12日起", "", "none", "停水3天，停电4天"} {
		all.Go(func() {
			if kept.MatchString(text) != want.MatchString(text) || kept.ReplaceAllString(text, "$2$1") != want.ReplaceAllString(text, "$2$1") {
				t.Errorf("%q is matched otherwise", text)
			}
		})
	}
	all.Wait()
}

// TestAsksLater holds that an expression costs nothing, wrong or not, until it is asked.
func TestAsksLater(t *testing.T) {
	wrong := Compile(`(`)
	defer func() {
		if recover() == nil {
			t.Error("a wrong expression is asked")
		}
	}()
	wrong.MatchString("")
}
