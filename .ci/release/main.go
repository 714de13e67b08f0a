// Release makes what a tag publishes: an archive for each system, their checksums with a
// signature, the list of what is in them, and what package managers read.
//
//	go run ./.ci/release --version v1.2.3 --out dist --site https://github.com/OWNER/tonggao
//
// The same commit makes the same bytes: archives carry the time of the commit, and hold
// their files in order. TONGGAO_RELEASE_KEY and TONGGAO_RELEASE_PASSWORD sign.
// It is used instead of a general tool because all of it is three archives' worth of the
// standard library, and a test can run it without the network.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// systems are those that the program is released for.
const systems = "windows/amd64,windows/arm64,darwin/amd64,darwin/arm64,linux/amd64,linux/arm64,linux/loong64"

// A release is one version, made from one commit.
type release struct {
	version string // v1.2.3
	out     string
	site    string // address of the repository
	at      time.Time
	modules []module
	made    []asset
}

// An asset is a file of the release for one system.
type asset struct{ system, name, sha256 string }

// number is the version as package managers write it.
func (r *release) number() string { return strings.TrimPrefix(r.version, "v") }

func main() {
	r := &release{}
	flag.StringVar(&r.version, "version", "", "the tag, such as v1.2.3")
	flag.StringVar(&r.out, "out", "dist", "folder to write")
	flag.StringVar(&r.site, "site", "https://github.com/OWNER/tonggao", "address of the repository")
	of := flag.String("systems", systems, "which to make")
	flag.Parse()
	if err := r.make(strings.Split(*of, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(2)
	}
}

// A tag is read by package managers, and stands in names of files.
var tag = regexp.MustCompile(`^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$`)

func (r *release) make(systems []string) error {
	if !tag.MatchString(r.version) {
		return fmt.Errorf("the version %q is none: v1.2.3", r.version)
	}
	var err error
	if r.at, err = committed(); err != nil {
		return err
	}
	if r.modules, err = modules(); err != nil {
		return err
	}
	if err := os.MkdirAll(r.out, 0o777); err != nil {
		return err
	}
	common, err := r.common()
	if err != nil {
		return err
	}
	for _, system := range systems {
		if err := r.archive(system, common); err != nil {
			return fmt.Errorf("%s: %w", system, err)
		}
	}
	if err := r.bill(); err != nil {
		return err
	}
	if err := r.packages(); err != nil {
		return err
	}
	return r.checksums()
}

// committed is the time of the commit; a build outside of Git has SOURCE_DATE_EPOCH
// (reproducible-builds.org) or the beginning of 2000.
func committed() (time.Time, error) {
	written := os.Getenv("SOURCE_DATE_EPOCH")
	if written == "" {
		out, _ := exec.Command("git", "log", "-1", "--format=%ct").Output() // without Git: the default
		written = strings.TrimSpace(string(out))
	}
	seconds, err := strconv.ParseInt(cmp.Or(written, "946684800"), 10, 64)
	return time.Unix(seconds, 0).UTC(), err
}

// compile makes the program for a system and returns its file.
func (r *release) compile(system, dir string) (string, error) {
	name, processor, ok := strings.Cut(system, "/")
	if !ok {
		return "", fmt.Errorf("a system is written linux/amd64")
	}
	file := filepath.Join(dir, "tonggao")
	if name == "windows" {
		file += ".exe"
	}
	c := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid= -X tonggao/generator/command.released="+r.version, "-o", file, ".")
	c.Env = append(c.Environ(), "GOOS="+name, "GOARCH="+processor, "CGO_ENABLED=0", "GOAMD64=v1", "GOARM64=v8.0")
	out, err := c.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return file, nil
}

// completions are what shells read, printed by the program for this machine.
func (r *release) completions() ([]file, error) {
	dir, err := os.MkdirTemp("", "release")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	program, err := r.compile(runtime.GOOS+"/"+runtime.GOARCH, dir)
	if err != nil {
		return nil, err
	}
	var all []file
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		text, err := exec.Command(program, "completion", shell, "--lang", "en").Output()
		if err != nil {
			return nil, fmt.Errorf("completion %s: %w", shell, err)
		}
		all = append(all, file{"completions/tonggao." + strings.Replace(shell, "powershell", "ps1", 1), text, 0o644})
	}
	return all, nil
}
