package mention

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// TestPlainCharactersAreSkipped holds that what a walk skips is nothing that it would have
// stopped at: every step on the way leads over one character and finds nothing.
func TestPlainCharactersAreSkipped(t *testing.T) {
	random, skipped := rand.New(rand.NewPCG(11, 12)), 0
	signs := []rune("暂停办理业务于县医院窗口今明后昨节假长月年春国元五端中清劳本下上这周星礼零〇○一二三四六七八九十廿卅两日时点号起前至0189０９:：.-/ \n，。、；（）㐀䶿鿿\ufffd")
	for range 200_000 {
		var b strings.Builder
		for range random.IntN(12) {
			b.WriteRune(signs[random.IntN(len(signs))])
		}
		text := b.String()
		if random.IntN(4) == 0 && text != "" { // broken
			i := random.IntN(len(text))
			text = text[:i] + string([]byte{byte(random.IntN(256))}) + text[i:]
		}
		slow := finder{text: text, context: issued}
		for i := 0; i < len(text); {
			next := slow.step(i)
			if skipPlain(text, i) > i {
				skipped++
				if n := lengthNumber(text, i); next != i+3 || len(slow.found) > 0 && slow.last().End > i || n.end != i {
					t.Fatalf("%q: %q is no plain character", text, text[i:])
				}
			}
			i = next
		}
		if found := find(text, issued); !reflect.DeepEqual(found, slow.found) {
			t.Fatalf("%q: %v, step by step %v", text, found, slow.found)
		}
	}
	if skipped < 100_000 {
		t.Errorf("only %d characters were skipped", skipped)
	}
}
