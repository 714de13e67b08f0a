package manifest

import (
	"bytes"
	"io"
	"io/fs"

	"tonggao/generator/message"
)

// mostOctets is how large a file of a folder may be that is read whole: the facts
// and the manifest of a country have some hundred megabytes.
const mostOctets = 1 << 30

// ReadBounded reads a file of a folder that somebody else may have made. A device
// in its place, or a file that is larger than memory, is an error.
func ReadBounded(dir fs.FS, name string) ([]byte, error) {
	f, err := dir.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, message.Errorf("%s is no file", name)
	case info.Size() > mostOctets:
		return nil, message.Errorf("%s has %d MB; %d is the most", name, info.Size()>>20, mostOctets>>20)
	}
	var content bytes.Buffer
	content.Grow(int(info.Size()) + bytes.MinRead)
	_, err = content.ReadFrom(io.LimitReader(f, mostOctets))
	return content.Bytes(), err
}
