package testkit

import (
	"bytes"
	"compress/zlib"
	"io"
)

// PlainPDF is a PDF's bytes without its compression: what stands between the streams, and
// behind that each stream, inflated where it can be. It is for tests that look for words
// in a file, wherever they are kept.
func PlainPDF(file []byte) []byte {
	var plain, streams []byte
	rest := file
	for {
		from := bytes.Index(rest, []byte("stream\n"))
		if from < 0 {
			break
		}
		from += len("stream\n")
		to := bytes.Index(rest[from:], []byte("endstream"))
		if to < 0 {
			break
		}
		plain = append(plain, rest[:from]...)
		content := rest[from : from+to]
		if z, err := zlib.NewReader(bytes.NewReader(content)); err == nil {
			if inflated, _ := io.ReadAll(z); len(inflated) > 0 { // what stands behind the end of a stream is no part of it
				content = inflated
			}
		}
		streams = append(append(streams, content...), '\n')
		rest = rest[from+to+len("endstream"):]
	}
	return append(append(plain, rest...), streams...)
}
