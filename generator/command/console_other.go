//go:build !windows

package command

import "os/exec"

// ownConsole is false: outside Windows a program with a terminal was begun from a shell.
func ownConsole() bool { return false }

// visit opens an address in the user's browser.
func visit(address string) error {
	for _, opener := range []string{"xdg-open", "open"} {
		if program, err := exec.LookPath(opener); err == nil {
			return exec.Command(program, address).Start()
		}
	}
	return exec.ErrNotFound
}
