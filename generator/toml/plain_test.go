package toml

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/problem"
	"tonggao/generator/testkit"
)

// same holds that a file which is read as a plain one has the tree that the library's
// values and the scan make, and nothing wrong; it reports whether it was read so.
func same(t *testing.T, text string, first int) bool {
	t.Helper()
	fast := readPlain("a.toml", text, first)
	if fast == nil || strings.Contains(text, "nan") { // which is not equal to itself
		return false
	}
	var problems problem.List
	if slow := readAny("a.toml", text, first, &problems); len(problems) > 0 || !reflect.DeepEqual(fast, slow) {
		t.Fatalf("%v\n%s\n%s", problems, text, difference(fast, slow))
	}
	return true
}

// difference is the first place at which two trees are not alike.
func difference(a, b *Node) string {
	if b == nil {
		return "no tree"
	}
	for i := range min(len(a.entries), len(b.entries)) {
		if !reflect.DeepEqual(a.entries[i], b.entries[i]) {
			return a.Key + "." + difference(a.entries[i], b.entries[i])
		}
	}
	for i := range min(len(a.List), len(b.List)) {
		if !reflect.DeepEqual(a.List[i], b.List[i]) {
			return a.Key + "#" + difference(a.List[i], b.List[i])
		}
	}
	x, y := *a, *b
	x.entries, y.entries, x.List, y.List = nil, nil, nil, nil
	return fmt.Sprintf("%+v\n%+v", x, y)
}

// plainly is a random file of the kind that authors write, with what makes one no plain one
// here and there.
func plainly(random *rand.Rand) string {
	var text strings.Builder
	pick := func(of ...string) string { return of[random.IntN(len(of))] }
	for range random.IntN(12) {
		name := pick("a", "b", "c-1", "d_2", "2026", "-") + pick("", "", ".x", ".y.z")
		switch random.IntN(8) {
		case 0:
			text.WriteString("[" + name + "]")
		case 1:
			text.WriteString("[[" + name + "]]")
		case 2:
			text.WriteString(pick("", "# 注释\tx", "  "))
		default:
			value := func() string {
				return pick(`"县医保局"`, `""`, `"a\tb"`, "\"a\tb\"", `'x'`, "true", "false", "12", "-3", "1.5", "2026-11-20", "2026-02-30", "2026-11-20 20:00", "1_000", "0x1f", "inf", "{}", "[]", `"""x"""`, "nan1", "20:00:00")
			}
			text.WriteString(pick("", "", " ") + pick("k", "l", "m", "n", name) + pick(" = ", "=", "  =\t"))
			if random.IntN(3) == 0 {
				text.WriteString("[" + pick("", " ", "\n  ") + value() + pick("", ",", ", ", ",\n\t# x\n", ",\n\n") + pick("", value()) + pick("", ",", "\n") + "]")
			} else {
				text.WriteString(value())
			}
		}
		text.WriteString(pick("", "", "", " # 说明", "\t", " x") + pick("\n", "\n", "\n", "\n\n", "\n", " "))
	}
	return text.String()
}

// TestPlainFilesReadAlike holds the reader of plain files against the library, for random
// files, sound and damaged.
func TestPlainFilesReadAlike(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	signs := []rune("\"'[]{}=.,#\\\n\x00 \u3000＝“”。a0-+_\r\t\ufffe\x7f:")
	plain := 0
	for range 60_000 {
		text := plainly(random)
		if random.IntN(4) == 0 {
			text = written(random)
		}
		for range random.IntN(3) {
			letters := []rune(text)
			text = string(slices.Insert(letters, random.IntN(len(letters)+1), signs[random.IntN(len(signs))]))
		}
		if same(t, text, 1+random.IntN(3)) {
			plain++
		}
	}
	if plain < 4_000 {
		t.Errorf("only %d files were plain", plain)
	}
}

// TestSampleFilesArePlain holds that what authors write is read fast, and reads alike.
func TestSampleFilesArePlain(t *testing.T) {
	all, plain := 0, 0
	err := fs.WalkDir(os.DirFS("../../regions"), ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".toml") || strings.HasSuffix(name, "en.toml") || strings.HasSuffix(name, "hant.toml") {
			return err // keys of dictionaries have quotes
		}
		text, err := os.ReadFile("../../regions/" + name)
		if all++; same(t, string(text), 1) {
			plain++
		} else {
			t.Log(name)
		}
		return err
	})
	if err != nil || plain < all*9/10 {
		t.Errorf("%d of %d files are plain; %v", plain, all, err)
	}
}

// FuzzPlain holds the same for any file.
func FuzzPlain(f *testing.F) {
	f.Add("title = \"通告\"\nissued = 2026-11-20\n[milestone.a] # x\nkind = \"suspend\"\nservices = [\"a\", \"b\",\n]\n[[revision]]\non = 2026-11-21\n[[revision]]\n[revision.a]\n")
	f.Add("a.b = 1\n[a]\n'x' = 2\n[a.c]\n[a]\n")
	f.Fuzz(func(t *testing.T, text string) { same(t, text, 1) })
}

// BenchmarkGrowth measures what sixteen times a line costs.
func BenchmarkGrowth(b *testing.B) {
	for _, unit := range []string{`"医",`, `'医',`, "1,"} {
		b.Run(unit, func(b *testing.B) {
			testkit.Growth(b, unit, 1<<13, 16, func(text string) { Read("a.toml", "l=["+text+"]", 1, &problem.List{}) })
		})
	}
}
