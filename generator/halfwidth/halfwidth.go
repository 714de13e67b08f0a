// Package halfwidth gives the letters, figures and signs that a Chinese input method writes
// across a whole square the width that programs read: the forms of ASCII at U+FF01 to U+FF5E.
// Which of them are left as they are is for the caller to say. Begin with Of.
package halfwidth

// Of is the ASCII form of a character, or the character where it has none.
func Of(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}
