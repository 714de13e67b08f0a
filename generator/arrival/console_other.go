//go:build !windows

package arrival

import "os/exec"

// OwnConsole is false: outside Windows a program with a terminal was begun from a shell.
func OwnConsole() bool { return false }

// Browse opens an address in the user's browser.
func Browse(address string) error {
	for _, opener := range []string{"xdg-open", "open"} {
		if program, err := exec.LookPath(opener); err == nil {
			return exec.Command(program, address).Start()
		}
	}
	return exec.ErrNotFound
}

// Language is the language of the system's own windows; "" where the environment says it.
func Language() string { return "" }
