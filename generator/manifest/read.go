package manifest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"tonggao/generator/message"
)

// Read decodes a manifest and refuses one of a later form.
func Read(text []byte) (Manifest, error) { return ReadFrom(bytes.NewReader(text)) }

// ReadFrom is Read line by line, to the end: the text of a country's manifest does not have to
// be there at once. One that is not written in lines of ours is read twice.
func ReadFrom(r io.ReadSeeker) (m Manifest, err error) {
	size, _ := r.Seek(0, io.SeekEnd) // it is a guess
	for _, read := range []func() (Manifest, error){
		func() (Manifest, error) { return readLines(r, int(size)) },
		func() (Manifest, error) { return readJSON(r) },
	} {
		if _, err = r.Seek(0, io.SeekStart); err != nil {
			break
		}
		if m, err = read(); err == nil {
			break
		}
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
func readJSON(r io.Reader) (m Manifest, err error) {
	d := json.NewDecoder(r)
	err = d.Decode(&m)
	if _, more := d.Token(); err == nil && more != io.EOF {
		err = message.New("something stands behind its end")
	}
	return m, err
}

// The lines between the parts of a manifest: notices and files have a line each, with a comma
// at its end but for the last.
const (
	noticesBegin = `"notices": [`
	noticesEnd   = `],`
	filesBegin   = `"files": {`
	filesEnd     = `}`
	end          = `}`
)

// errWritten says that a manifest is not written as Encode writes it.
var errWritten = errors.New("not in lines of ours")

// readLines reads a manifest of about a size as Encode writes it, for which a country's needs a
// tenth of the time. It means what readJSON means, or is an error.
func readLines(r io.Reader, size int) (m Manifest, err error) {
	l := lines{Reader: bufio.NewReaderSize(r, 256<<10)}
	var head []byte
	for l.next(); string(l.line) != noticesBegin && l.err == nil; l.next() {
		head = append(append(head, l.line...), '\n')
	}
	if l.err != nil || json.Unmarshal(append(head, filesBegin+filesEnd+end...), &m) != nil || m.Notices != nil || m.Files.Len() > 0 {
		return m, errWritten
	}
	m.Notices = []Notice{}
	l.each(noticesEnd, func(line []byte) error {
		n, err := readNotice(string(line))
		m.Notices = append(m.Notices, n)
		return err
	})
	l.want(filesBegin)
	var all listing
	rest := max(0, size-l.read)
	all.grow(rest/180, rest/3) // most lines of files have more octets
	l.each(filesEnd, func(line []byte) error {
		path, e, err := readLine(line)
		if err == nil && !all.add(path, e) {
			err = errWritten
		}
		return err
	})
	l.want(end)
	if _, more := l.ReadByte(); l.err == nil && more != io.EOF {
		return m, errWritten
	}
	m.Files = all.files()
	return m, l.err
}

// lines are read one after the other, up to the first error.
type lines struct {
	*bufio.Reader
	line []byte // the last one, without its end
	read int    // octets
	err  error
}

// next reads the next line. One that does not end, or is as long as none of ours, is an error.
func (l *lines) next() {
	if l.err != nil {
		return
	}
	line, err := l.ReadSlice('\n')
	if l.read += len(line); err != nil {
		l.err = errWritten
		return
	}
	l.line = line[:len(line)-1]
}

// want reads a line that must be this one.
func (l *lines) want(line string) {
	if l.next(); l.err == nil && string(l.line) != line {
		l.err = errWritten
	}
}

// each reads lines up to the one behind the last, without the commas between them.
func (l *lines) each(behind string, take func(line []byte) error) {
	for comma, first := false, true; l.err == nil; first = false {
		if l.next(); l.err != nil {
			return
		}
		last := string(l.line) == behind
		if comma && last || !comma && !last && !first {
			l.err = errWritten
		}
		if last || l.err != nil {
			return
		}
		l.line, comma = bytes.CutSuffix(l.line, []byte(","))
		l.err = take(l.line)
	}
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
