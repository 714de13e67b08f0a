package arrival

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPathsAreForgiven writes a path as people and shells do: it stays the same place.
func TestPathsAreForgiven(t *testing.T) {
	random := rand.New(rand.NewPCG(18, 3))
	words := []string{"jiangsu", "苏州 市", "2021-platform", "x"}
	pick := func(of ...string) string { return of[random.IntN(len(of))] }
	for range 2000 {
		var parts []string
		for range 1 + random.IntN(3) {
			parts = append(parts, pick(words...))
		}
		want := strings.Join(parts, "/")
		written := pick("", "./", `.\`) + pick("", "regions/", `regions\`) + strings.Join(parts, pick("/", `\`, "//", "／", "＼")) + pick("", "/", `\`, "/notice.toml", `\region.toml`)
		tail := pick("", "#stop")
		around := pick("", " ", "\u3000", `"`)
		typed := around + written + strings.Replace(tail, "#", pick("#", "＃", "# "), 1) + around
		if got := Path(pick("regions", "regions/", "./regions", `regions\`), typed); got != want+tail {
			t.Fatalf("%q is %q, want %q", typed, got, want+tail)
		}
	}
	for _, all := range []string{"", ".", "regions", `regions\`, "./regions/"} {
		if got := Path("regions", all); got != "" {
			t.Errorf("%q is %q", all, got)
		}
	}
}

// TestWholePathsAreForgiven takes what a file manager copies.
func TestWholePathsAreForgiven(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "我的 文件夹")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	written := `"` + filepath.Join(dir, "regions", "jiangsu", "x", "notice.toml") + `"`
	if got := Path("regions", written); got != "jiangsu/x" {
		t.Errorf("%s is %q", written, got)
	}
	if got := Path("regions", "ｊｉａｎｇｓｕ／２０２１－x＃stop－１"); got != "jiangsu/2021-x#stop-1" {
		t.Error(got)
	}
}
