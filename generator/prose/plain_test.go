package prose

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
)

// same holds that a fragment which is read as a plain one has the tree that the library's
// makes, with the same places, and the same problems; it reports whether it was read so.
func same(t *testing.T, text string, firstLine int) bool {
	t.Helper()
	fast := &parser{file: "a.md"}
	blocks, plain := fast.plain(text, firstLine)
	if !plain {
		return false
	}
	slow, problems := (&parser{file: "a.md"}).any(text, firstLine)
	if !reflect.DeepEqual(blocks, slow.Blocks) || !fast.problems.Same(problems) {
		t.Fatalf("%q:\n%s\n%s\n%v\n%v", text, dump(blocks, ""), dump(slow.Blocks, ""), fast.problems, problems)
	}
	return true
}

// TestPlainFragmentsReadAlike holds the reader of plain fragments against the library, for
// random fragments, sound and damaged.
func TestPlainFragmentsReadAlike(t *testing.T) {
	random, plain := rand.New(rand.NewPCG(17, 18)), 0
	pieces := []string{"办理业务", "县医院", "，", "。", "（一）", "第一条", "一、", "问：", "2026年", "ETC", "a b", "{{region}}", "{{settlement-stop to counter-full}}", "{{schedule}}", "{{meant 3月}}", "{{", "}}", "{#q1}", ` {#q1 audience="insured"}`, "{}",
		"~~", "==", "==a==", "++a++", "$$", ":", ":::", "#", "1. ", "12345", "-", "- ", "+", "=", "(", ")", ".", "\u3000", "\u00a0", "\u200b", "\ufeff", "😀", "\x7f", "🏥", "×", "①", "\"", "'", ";", "%", "^", "@", "/", "?", "]", "!", "*", "_", "`", "|", "&", "<", ">", "\\", "\t", " ", "\r"}
	for range 150_000 {
		var text strings.Builder
		for range random.IntN(5) {
			text.WriteString([]string{"", "", "", "# ", "## ", "#### ", "#", "####### "}[random.IntN(8)])
			if random.IntN(4) > 0 {
				text.WriteString(pieces[random.IntN(3)])
			}
			for range random.IntN(4) {
				most := 53
				if random.IntN(8) == 0 {
					most = len(pieces)
				}
				text.WriteString(pieces[random.IntN(most)])
			}
			text.WriteString([]string{"\n\n", "\n\n", "\n\n\n", "\n", ""}[random.IntN(5)])
		}
		if same(t, text.String(), 1+random.IntN(3)) {
			plain++
		}
	}
	if plain < 40_000 {
		t.Errorf("only %d fragments were plain", plain)
	}
}

// TestSampleFragmentsReadAlike holds that those of the sample site read alike, and that some
// of them are plain.
func TestSampleFragmentsReadAlike(t *testing.T) {
	all, plain := 0, 0
	err := fs.WalkDir(os.DirFS("../../regions"), ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".md") {
			return err
		}
		text, err := os.ReadFile("../../regions/" + name)
		_, body, _ := strings.Cut(strings.TrimPrefix(string(text), "+++\n"), "\n+++\n")
		if all++; same(t, body, 1) {
			plain++
		}
		return err
	})
	t.Logf("%d of %d are plain", plain, all)
	if err != nil || plain < all/4 {
		t.Errorf("%d of %d are plain, %v", plain, all, err)
	}
}

func FuzzPlain(f *testing.F) {
	for _, text := range []string{"", "办理\n", "# 办理 {#a}\n\n{{schedule}}\n\nETC：$$ ~~\n", "## 一、办理\n\n（一）见 {{a to b}}", "\u3000办理\n\n\n# {}\n"} {
		f.Add(text, 1)
	}
	f.Fuzz(func(t *testing.T, text string, firstLine int) {
		if len(text) < 4096 {
			same(t, text, max(1, firstLine))
		}
	})
}
