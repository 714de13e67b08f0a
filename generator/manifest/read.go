package manifest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"tonggao/generator/message"
)

// Read decodes a manifest and refuses one of a later form.
func Read(text []byte) (Manifest, error) {
	m, err := readLines(text)
	if err != nil {
		m, err = readJSON(text)
	}
	if err != nil {
		return Manifest{}, message.Errorf("read the manifest: %w: %w", ErrForged, err)
	}
	if m.Version != 1 {
		return Manifest{}, message.Errorf("read the manifest: its form is version %d, this program knows 1", m.Version)
	}
	return m, nil
}

// readJSON reads a manifest whoever wrote it.
func readJSON(text []byte) (m Manifest, err error) {
	d := json.NewDecoder(bytes.NewReader(text))
	err = d.Decode(&m)
	if _, more := d.Token(); err == nil && more != io.EOF {
		err = message.New("something stands behind its end")
	}
	return m, err
}

// The ends of the parts of a manifest that have a line for each notice, and for each file.
const (
	noticesBegin = "\n\"notices\": ["
	noticesEnd   = "\n],"
	filesBegin   = "\n\"files\": {"
	filesEnd     = "\n}\n}\n"
)

// errWritten says that a manifest is not written as Encode writes it.
var errWritten = errors.New("not in lines of ours")

// readLines reads a manifest as Encode writes it, for which a country's needs a tenth
// of the time: its files are nearly all there is to it, and each is a line of one form, as is each
// notice. It means what readJSON means, or is an error.
func readLines(text []byte) (m Manifest, err error) {
	head, files, ours := bytes.Cut(text, []byte(filesBegin))
	files, ends := bytes.CutSuffix(files, []byte(filesEnd))
	head, notices, listed := bytes.Cut(head, []byte(noticesBegin))
	notices, ended := bytes.CutSuffix(notices, []byte(noticesEnd))
	if !ours || !ends || !listed || !ended {
		return m, errWritten
	}
	if err = json.Unmarshal(slices.Concat(head, []byte(filesBegin+filesEnd)), &m); err != nil || m.Notices != nil || m.Files.Len() > 0 {
		return m, errWritten
	}
	if m.Notices, err = readNotices(string(notices)); err != nil {
		return m, err
	}
	var all listing
	all.grow(bytes.Count(files, []byte("\n")), len(files)/3) // the rest of a line is nearly always longer
	for len(files) > 0 {
		line, rest, more := bytes.Cut(bytes.TrimPrefix(files, []byte("\n")), []byte(",\n"))
		path, e, err := readLine(line)
		if err != nil || more && len(rest) == 0 || !all.add(path, e) {
			return m, errWritten
		}
		files = rest
	}
	m.Files = all.files()
	return m, nil
}

// readLine reads the line of a file, without the comma at its end.
func readLine(line []byte) (path []byte, e Entry, err error) {
	path, rest, ours := bytes.Cut(bytes.TrimPrefix(line, []byte(`"`)), []byte(`": {"sha256":"`))
	sum, rest, summed := bytes.Cut(rest, []byte(`","size":`))
	size, rest, keyed := bytes.Cut(rest, []byte(`,"key":"`))
	if keyed {
		rest, keyed = bytes.CutSuffix(rest, []byte(`"}`))
	} else {
		size, keyed = bytes.CutSuffix(size, []byte("}"))
	}
	if !ours || !summed || !keyed || line[0] != '"' || !plain(path) || !plain(sum) || !plain(rest) || !number(size) {
		return nil, e, errWritten
	}
	decode(e.SHA256[:], sum)
	decode(e.Key[:], rest)
	e.Size, err = strconv.ParseInt(string(size), 10, 64)
	return path, e, err
}

// number reports whether a text is a number as Encode writes it: JSON has no other form
// of it in digits alone.
func number(text []byte) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' || i == 0 && text[i] == '0' && len(text) > 1 {
			return false
		}
	}
	return len(text) > 0
}

// plain reports whether a text stands in JSON as it is and has one octet to a letter, as
// paths and hashes do.
func plain(text []byte) bool {
	for _, c := range text {
		if c > '~' || escaped[c] {
			return false
		}
	}
	return true
}

// bare reports whether a text that is UTF-8 stands in JSON as it is.
func bare(text string) bool {
	for i := range len(text) {
		if c := text[i]; escaped[c] || c == 0xe2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")) {
			return false
		}
	}
	return true
}

// escaped are the octets that encoding/json never writes as they are.
var escaped = func() (is [256]bool) {
	for c := range ' ' {
		is[c] = true
	}
	for _, c := range `"\<>&` {
		is[c] = true
	}
	return is
}()
