//go:build !unix

package disk

import "os"

// Create begins a regular file where nothing is yet, to be written.
func Create(name string) (*os.File, error) {
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

// Open opens a regular file or a folder to be read.
func Open(name string) (*os.File, error) { return os.Open(name) }
