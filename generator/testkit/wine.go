package testkit

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Wine is a Windows of its own for a test, without a screen. It returns what begins a
// program in it.
func Wine(t testing.TB) func(dir string, args ...string) *exec.Cmd {
	t.Helper()
	Need(t, "wine")
	// Wine keeps its sockets beside a folder that it names after the prefix: no long names.
	prefix, err := os.MkdirTemp("", "wine")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = inWine(prefix, "", "wineboot", "--kill").Run() // ends what runs in this prefix alone
		_ = os.RemoveAll(prefix)
	})
	if err := MakeWindows(prefix); err != nil {
		t.Fatal(err)
	}
	return func(dir string, args ...string) *exec.Cmd { return inWine(prefix, dir, args...) }
}

// OfProgram is what a program in Wine printed, without what Wine printed between its lines:
// WINEDEBUG does not silence that a service of its own fell, and that is not the program's
// doing. One that falls itself ends with a code that tells so.
func OfProgram(printed string) string {
	lines := slices.Collect(strings.Lines(printed))
	lines = slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, "wine: ") })
	return strings.Join(lines, "")
}

// MakeWindows makes a Windows for Wine in a folder, in which programs of Go run.
func MakeWindows(prefix string) error {
	// What it prints is not read: its services go on, and keep the pipe.
	if err := inWine(prefix, "", "wineboot", "--init").Run(); err != nil {
		return fmt.Errorf("wineboot: %w", err)
	}
	return addRandomness(prefix)
}

// inWine is a program that runs in a prefix of Wine, without a screen.
func inWine(prefix, dir string, args ...string) *exec.Cmd {
	c := exec.Command("wine", args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "WINEPREFIX="+prefix, "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml=", "DISPLAY=", "LC_ALL=C.UTF-8")
	return c
}

// addRandomness gives Wine the library from which Go takes random numbers, where it is
// older than 9 and has none.
func addRandomness(prefix string) error {
	name := filepath.Join(prefix, "drive_c", "windows", "system32", "bcryptprimitives.dll")
	if _, err := os.Stat(name); err == nil {
		return nil
	}
	return os.WriteFile(name, forwarder("bcryptprimitives.dll", "ProcessPrng", "ADVAPI32.SystemFunction036"), 0o666)
}

// forwarder is a library for 64-bit Windows with one function, which is another
// library's: headers and a table of exports, and no code (Microsoft, PE Format).
func forwarder(name, function, target string) []byte {
	const address, head, directory = 0x1000, 0x200, 52
	names := name + "\x00" + function + "\x00" + target + "\x00"
	at := func(n int) uint32 { return uint32(address + directory + n) }
	var exports, file bytes.Buffer
	put := func(to *bytes.Buffer, values ...any) {
		for _, v := range values {
			_ = binary.Write(to, binary.LittleEndian, v) // a buffer takes everything
		}
	}
	put(&exports, []uint32{0, 0, 0, at(0), 1, 1, 1, address + 40, address + 44, address + 48,
		at(len(name) + len(function) + 2), at(len(name) + 1), 0})
	exports.WriteString(names)
	size := uint32(exports.Len())
	put(&file, []byte("MZ"), make([]byte, 58), uint32(64), []byte("PE\x00\x00"),
		[]uint16{0x8664, 1}, []uint32{0, 0, 0}, []uint16{240, 0x2022}, // one section; a library for large addresses
		[]uint16{0x20b, 0}, []uint32{0, head, 0, 0, address}, uint64(0x180000000), []uint32{address, head},
		[]uint16{6, 0, 0, 0, 6, 0}, []uint32{0, 2 * address, head, 0}, []uint16{3, 0x100},
		[]uint64{0x100000, 0x1000, 0x100000, 0x1000}, []uint32{0, 16}, []uint32{address, size}, make([]uint32, 30),
		[]byte(".edata\x00\x00"), []uint32{size, address, head, head, 0, 0, 0, 0x40000040})
	put(&file, make([]byte, head-file.Len()), exports.Bytes())
	put(&file, make([]byte, 2*head-file.Len()))
	return file.Bytes()
}
