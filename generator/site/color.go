package site

import "regexp"

var color = regexp.MustCompile(`^(#[0-9a-fA-F]{3,8}|[a-zA-Z]+|(rgb|hsl|oklch|light-dark)\([0-9a-zA-Z#.,%/ ()]*\))$`)

// IsColor reports whether a text is a CSS colour, with no room in it for anything
// that would end the declaration it stands in.
func IsColor(text string) bool { return color.MatchString(text) }
