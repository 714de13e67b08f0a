package survey

import (
	"bytes"
	"encoding/hex"
	"io"
	"iter"
	"strings"
	"time"
)

// Known is what is kept of a folder from one build to another.
type Known struct {
	Names
	Mark  Mark
	Stamp Stamp // zero where it could not be trusted, or more lies there than the names
	Twin  Stamp // of a second folder that has the same names, for the very same files; else zero
}

// Known is what can be kept of a folder that was seen at a time.
func (s Sight) Known(now time.Time) Known {
	k := Known{Names: s.Names, Mark: s.Mark}
	if s.All == s.Names.Count() && Settled(s.Made, now) {
		k.Stamp = s.Stamp
	}
	return k
}

// end is behind the last line of folders, so that a part of them is none.
const end = "\n.\n"

// Write writes what is known of folders, a line each, in the order that they come in.
func Write(w io.Writer, folders iter.Seq2[string, Known]) error {
	var line []byte
	for folder, k := range folders {
		line = appendLine(line[:0], folder, k)
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, end)
	return err
}

// Read reads what Write wrote, false where that is damaged.
func Read(text []byte) (map[string]Known, bool) {
	if !bytes.HasSuffix(text, []byte(end)) {
		return nil, false
	}
	folders := make(map[string]Known, bytes.Count(text, []byte("\n")))
	names := map[string]string{} // most folders have the same
	for line := range bytes.Lines(text) {
		if folder, k, ours := readLine(bytes.TrimSuffix(line, []byte("\n")), names); ours {
			folders[folder] = k
		}
	}
	return folders, true
}

// readLine reads the line of a folder, as appendLine writes it. Names that are there
// already are not kept again.
func readLine(line []byte, names map[string]string) (folder string, k Known, ours bool) {
	const sums = len(k.Mark) + len(k.Stamp) + len(k.Twin)
	var sum [sums]byte
	end := min(2*sums, len(line))
	name, rest, _ := bytes.Cut(line[end:], []byte{0})
	files, folders, ours := bytes.Cut(rest, []byte{0})
	if n, err := hex.Decode(sum[:], line[:end]); n < sums || err != nil || !ours {
		return "", k, false
	}
	once := func(text []byte) string {
		kept, is := names[string(text)]
		if !is {
			kept = string(text)
			names[kept] = kept
		}
		return kept
	}
	k = Known{Names{once(files), once(folders)}, Mark(sum[:]), Stamp(sum[len(k.Mark):]), Stamp(sum[sums-len(k.Twin):])}
	return string(name), k, true
}

// appendLine adds the line of a folder. A name that has two lines is not told of.
func appendLine(line []byte, folder string, k Known) []byte {
	for _, text := range []string{folder, k.Files, k.Folders} {
		if strings.Contains(text, "\n") {
			return line
		}
	}
	for _, sum := range [][]byte{k.Mark[:], k.Stamp[:], k.Twin[:]} {
		line = hex.AppendEncode(line, sum)
	}
	line = append(append(line, folder...), 0)
	line = append(append(line, k.Files...), 0)
	return append(append(line, k.Folders...), '\n')
}
