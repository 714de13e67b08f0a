package site

import (
	"slices"
	"strings"
)

// What a site can have besides the usual, which its site.toml asks for by these names, or
// by those of sheets that not every site prints (package prints): each takes time and room
// that a country would notice.
const (
	Pictures     = "pictures"      // pictures of its sheets, to be shared
	Monitors     = "monitors"      // files for monitors, in each region too
	EditionTexts = "edition-texts" // texts to publish elsewhere, for each edition too
	OFD          = "ofd"           // prints in the format of GB/T 33190, beside each PDF
	DOCX         = "docx"          // the notice as a document of Word
)

// Bundles reports whether the notices of a region have a bundle, which holds their files
// once more. A hall off the net asks for it: a bureau has few, a country thousands.
func (s *Site) Bundles(r *Region) bool {
	return s.Bundled == nil || slices.ContainsFunc(s.Bundled, func(id string) bool { return strings.HasPrefix(r.ID+"/", id+"/") })
}

// Has reports whether a site asks for one of them.
func (s *Site) Has(format string) bool { return slices.Contains(s.Formats, format) }
