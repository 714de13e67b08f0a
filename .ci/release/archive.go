package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A file stands in an archive.
type file struct {
	name string
	text []byte
	mode int64
}

// common are the files that every archive has beside the program.
func (r *release) common() ([]file, error) {
	all, err := r.completions()
	if err != nil {
		return nil, err
	}
	names := []string{"README.md", "README.zh-CN.md", "LICENSE"}
	for _, pattern := range []string{"docs/*.md", "docs/*.yml", "docs/pictures/*.png", "templates/fonts/OFL-*.txt"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			return nil, err
		}
		names = append(names, found...)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if base := path.Base(name); strings.HasPrefix(base, "OFL-") {
			name = "licences/fonts/" + base
		}
		all = append(all, file{filepath.ToSlash(name), text, 0o644})
	}
	licences, err := licences(r.modules)
	return append(all, licences...), err
}

// archive makes the archive of a system: zip for Windows, whose Explorer opens it, else
// tar.gz, which keeps the program's right to run.
func (r *release) archive(system string, common []file) error {
	dir, err := os.MkdirTemp("", "release")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program, err := r.compile(system, dir)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	files := append(slices.Clone(common), file{filepath.Base(program), text, 0o755})
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	folder := "tonggao-" + r.number() + "-" + strings.Replace(system, "/", "-", 1)
	pack, ending := packTar, ".tar.gz"
	if strings.HasPrefix(system, "windows/") {
		pack, ending = packZip, ".zip"
	}
	var packed bytes.Buffer
	if err := pack(&packed, folder, files, r.at); err != nil {
		return err
	}
	return r.write(system, folder+ending, packed.Bytes())
}

func packZip(w io.Writer, folder string, files []file, at time.Time) error {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	for _, f := range files {
		head := &zip.FileHeader{Name: folder + "/" + f.name, Method: zip.Deflate, Modified: at}
		head.SetMode(os.FileMode(f.mode))
		entry, err := z.CreateHeader(head)
		if err != nil {
			return err
		}
		if _, err := entry.Write(f.text); err != nil {
			return err
		}
	}
	return z.Close()
}

func packTar(w io.Writer, folder string, files []file, at time.Time) error {
	g, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	t := tar.NewWriter(g)
	for _, f := range files {
		head := &tar.Header{Name: folder + "/" + f.name, Mode: f.mode, Size: int64(len(f.text)), ModTime: at, Format: tar.FormatUSTAR}
		if err := t.WriteHeader(head); err != nil {
			return err
		}
		if _, err := t.Write(f.text); err != nil {
			return err
		}
	}
	if err := t.Close(); err != nil {
		return err
	}
	return g.Close()
}
