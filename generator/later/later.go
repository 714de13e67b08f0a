// Package later keeps regular expressions until they are asked for: the rooms that read
// what offices wrote have three hundred, and most commands ask none of them. Compiling them
// took a third of the time in which the program starts.
//
// It is regexp, only later; a room all of whose expressions are asked for in every command
// has no need of it. A test compiles each that the program has.
//
// Begin reading at Compile.
package later

import (
	"regexp"
	"sync"
)

// An Expression is a regular expression. It may be used from many goroutines.
type Expression struct {
	written  string
	once     sync.Once
	compiled *regexp.Regexp
}

// Compile keeps an expression. One that is not well formed panics when it is first asked.
func Compile(written string) *Expression { return &Expression{written: written} }

func (e *Expression) regexp() *regexp.Regexp {
	e.once.Do(func() { e.compiled = regexp.MustCompile(e.written) })
	return e.compiled
}

// MatchString is that of regexp.
func (e *Expression) MatchString(s string) bool { return e.regexp().MatchString(s) }

// FindString is that of regexp.
func (e *Expression) FindString(s string) string { return e.regexp().FindString(s) }

// FindStringIndex is that of regexp.
func (e *Expression) FindStringIndex(s string) []int { return e.regexp().FindStringIndex(s) }

// FindStringSubmatch is that of regexp.
func (e *Expression) FindStringSubmatch(s string) []string { return e.regexp().FindStringSubmatch(s) }

// FindStringSubmatchIndex is that of regexp.
func (e *Expression) FindStringSubmatchIndex(s string) []int {
	return e.regexp().FindStringSubmatchIndex(s)
}

// FindSubmatch is that of regexp.
func (e *Expression) FindSubmatch(b []byte) [][]byte { return e.regexp().FindSubmatch(b) }

// FindAllString is that of regexp.
func (e *Expression) FindAllString(s string, n int) []string { return e.regexp().FindAllString(s, n) }

// FindAllStringIndex is that of regexp.
func (e *Expression) FindAllStringIndex(s string, n int) [][]int {
	return e.regexp().FindAllStringIndex(s, n)
}

// ReplaceAllString is that of regexp.
func (e *Expression) ReplaceAllString(s, with string) string {
	return e.regexp().ReplaceAllString(s, with)
}

// ReplaceAllStringFunc is that of regexp.
func (e *Expression) ReplaceAllStringFunc(s string, with func(string) string) string {
	return e.regexp().ReplaceAllStringFunc(s, with)
}

// Split is that of regexp.
func (e *Expression) Split(s string, n int) []string { return e.regexp().Split(s, n) }

// ExpandString is that of regexp.
func (e *Expression) ExpandString(to []byte, template, s string, match []int) []byte {
	return e.regexp().ExpandString(to, template, s, match)
}
