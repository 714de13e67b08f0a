package command

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

var consoleProcesses = windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")

// ownConsole reports whether the window closes with the program: nobody else is in it,
// as after a double click.
func ownConsole() bool {
	var ids [2]uint32
	n, _, _ := consoleProcesses.Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	return n == 1
}

// visit opens an address in the user's browser.
func visit(address string) error {
	what, err := windows.UTF16PtrFromString(address)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, nil, what, nil, nil, windows.SW_SHOWNORMAL)
}
