package prose

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// A heading's address is what stands behind # in a link to it. It follows from the
// fragment's file and the heading's words, not from its number: a question that is
// put before another takes no link away from it. Of the words only a short sum is
// in it, because programs that find links in a text stop at the first Chinese
// character, and an address with a question in it would not fit a telephone.
//
// A heading inside another has that one's address before its own, so that 办理方式
// under each of several services is each time another. Blanks and marks are not in the
// sum: they may be mended.

var sums = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

const sumLength = 6

// made is the form of an address that Address makes: an author who writes it behind a
// heading keeps the address that the heading had before its words changed.
var made = regexp.MustCompile(`-[0-9a-hjkmnp-tv-z]{6}(-[0-9]+)?$`)

// Address gives every heading of the fragment its address, below the fragment's own.
// Former are addresses that the fragment had: the headings can be reached by those too.
func (f *Fragment) Address(own string, former ...string) {
	for i, base := range append([]string{own}, former...) {
		f.addressBelow(base, i == 0)
	}
}

func (f *Fragment) addressBelow(base string, first bool) {
	var above [4]string       // the addresses of the headings around, by level
	taken := map[string]int{} // and from which number on others may be free
	for _, b := range f.Blocks {
		h, ok := b.(*Heading)
		if !ok {
			continue
		}
		level := min(max(h.Level, 1), 3)
		address := h.pinned()
		if address == "" {
			parent := base
			for _, a := range above[1:level] {
				if a != "" {
					parent = a
				}
			}
			address = unique(parent+"-"+sumOf(h.Words.Source()), taken)
		}
		taken[address] = max(taken[address], 1)
		above[level] = address
		clear(above[level+1:])
		if first {
			h.addresses = nil
		}
		if !slices.Contains(h.addresses, address) {
			h.addresses = append(h.addresses, address)
		}
	}
}

// unique is an address that is not taken, with a number behind it where the bare one is.
func unique(address string, taken map[string]int) string {
	all := address
	for i := max(taken[address], 2); taken[all] > 0; i++ {
		all = fmt.Sprintf("%s-%d", address, i)
		taken[address] = i
	}
	return all
}

// pinned is the address that the author wrote, if any.
func (h *Heading) pinned() string {
	if h.kept != "" {
		return h.kept
	}
	return h.ID
}

// Addresses are the heading's address and those that it had when its file was called
// otherwise; none before Fragment.Address was called.
func (h *Heading) Addresses() []string { return h.addresses }

// sumOf sums the letters and figures of a heading.
func sumOf(words string) string {
	bare := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, words)
	if bare == "" {
		bare = words
	}
	sum := sha256.Sum256([]byte(bare))
	return sums.EncodeToString(sum[:])[:sumLength]
}

// AddressOf is a file's name as an address: letters, figures and hyphens of it.
func AddressOf(name string) string {
	address := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' || r == '-' {
			return r
		}
		return '-'
	}, name)
	if strings.Trim(address, "-") == "" {
		return "section"
	}
	return address
}

// SameWords reports whether two addresses that were made have the same words behind
// the names of two files, and returns the name of the second file.
func SameWords(a, b string) (file string, same bool) {
	words := made.FindString(b)
	if words == "" || made.FindString(a) != words {
		return "", false
	}
	for file = strings.TrimSuffix(b, words); made.MatchString(file); {
		file = made.ReplaceAllString(file, "")
	}
	return file, true
}

// IsMade reports whether an address has the form of one that was made of words.
func IsMade(address string) bool { return made.MatchString(address) }
