//go:build !windows

package command

// interfaceLanguage is the language of the system's own windows, where the environment
// does not say it.
func interfaceLanguage() string { return "" }
