package source

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"tonggao/generator/toml"
)

// An endless file says that it is large, and fails a reader that takes it all.
type endless struct{ read int64 }

func (e *endless) Name() string               { return "" }
func (e *endless) Size() int64                { return 1 << 40 }
func (e *endless) Mode() fs.FileMode          { return 0o444 }
func (e *endless) ModTime() time.Time         { return time.Time{} }
func (e *endless) IsDir() bool                { return false }
func (e *endless) Sys() any                   { return nil }
func (e *endless) Stat() (fs.FileInfo, error) { return e, nil }
func (e *endless) Close() error               { return nil }

func (e *endless) Read(p []byte) (int, error) {
	if e.read += int64(len(p)); e.read > 16<<20 {
		return 0, errors.New("the whole of a huge file is read")
	}
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// endlessFS is a site of which one file has no end.
type endlessFS struct {
	fstest.MapFS
	name string
}

func (f endlessFS) Open(name string) (fs.File, error) {
	if name == f.name {
		return &endless{}, nil
	}
	return f.MapFS.Open(name)
}

func (f endlessFS) ReadFile(name string) ([]byte, error) {
	if name == f.name {
		return nil, errors.New("the whole of a huge file is read")
	}
	return f.MapFS.ReadFile(name)
}

func (f endlessFS) Stat(name string) (fs.FileInfo, error) {
	if name == f.name {
		return &endless{}, nil
	}
	return f.MapFS.Stat(name)
}

func small() fstest.MapFS {
	return fstest.MapFS{
		"site.toml":            {Data: []byte("name = \"x\"\nbase_url = \"https://x.example\"\n")},
		"en.toml":              {},
		"a/region.toml":        {Data: []byte("name = \"县\"\nissuer = \"局\"\n")},
		"a/2024-x/notice.toml": {Data: []byte("title = \"x\"\nissued = 2024-05-06\n")},
		"a/2024-x/10-a.md":     {Data: []byte("停\n")},
	}
}

// TestHugeFilesAreNotRead holds that no file can fill the memory: each is a problem
// with its name.
func TestHugeFilesAreNotRead(t *testing.T) {
	for name := range small() {
		_, problems, err := Read(endlessFS{small(), name})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		found := false
		for _, p := range problems {
			found = found || p.File == "regions/"+name && strings.Contains(p.Message, "has more than 256 KB")
		}
		if !found {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

// TestLongTextsAreRefused holds the limit of one value, wherever it stands.
func TestLongTextsAreRefused(t *testing.T) {
	files := small()
	long := strings.Repeat("长", toml.MaxText+1)
	files["a/2024-x/notice.toml"].Data = []byte("title = \"" + long + "\"\nissued = 2024-05-06\nissuers = [\"局\", \"" + long + "\"]\n")
	_, problems, err := Read(files)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range problems {
		got = append(got, p.Position.String()+" "+p.Message)
	}
	want := "regions/a/2024-x/notice.toml:1:9 title has 1001 characters; 1000 is the most\nregions/a/2024-x/notice.toml:3:17 issuers has 1001 characters; 1000 is the most"
	if strings.Join(got, "\n") != want {
		t.Errorf("have\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}

// TestProblemsStayInProportion holds that a fact which is stated a thousand times
// is not compared with itself a million times in print.
func TestProblemsStayInProportion(t *testing.T) {
	files := small()
	text := "title = \"x\"\nissued = 2024-05-06\n"
	const many = 300
	for i := range many {
		text += fmt.Sprintf("[milestone.m%d]\nkind = \"suspend\"\nservice = \"water\"\nat = \"2024-05-10 08:00\"\ntext = \"停\"\n", i)
	}
	files["site.toml"].Data = append(files["site.toml"].Data, "[service.water]\nname = \"水\"\n"...)
	files["a/2024-x/notice.toml"].Data = []byte(text)
	_, problems, err := Read(files)
	if err != nil || len(problems) > 5*many {
		t.Errorf("%d problems of %d milestones, %v", len(problems), many, err)
	}
}
