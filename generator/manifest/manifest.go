// Package manifest is what a published folder says of itself: which files it holds,
// which notices they belong to, which sheets carry which code, and the signature that
// shows who says so. publish writes one, verify judges by it; neither knows the other.
//
// It is not the tree, and compares nothing. Begin with Manifest (manifest.go); files.go lists files, read.go and
// write.go know its form, load.go reads one from a folder, carry.go keeps the codes of earlier ones, sign.go is the only
// place that knows minisign.
package manifest

// The names of the two files that describe a published folder.
const (
	Name          = "manifest.json"
	SignatureName = "manifest.json.minisig"
)

// A Manifest says what a published folder holds. Everything that can be checked
// later is in it: whether a file is as published, which notice a sheet belongs
// to, and whether there is a newer revision.
type Manifest struct {
	Version int      `json:"version"` // of this form; 1
	Program string   `json:"program"` // such as tonggao 1.2.0
	Site    string   `json:"site"`
	BaseURL string   `json:"base_url"`
	Notices []Notice `json:"notices"` // by id
	Files   Files    `json:"files"`   // by path
}

// A Notice is what the manifest tells of a notice.
type Notice struct {
	ID       string  `json:"id"`
	Title    string  `json:"title"`
	Region   string  `json:"region"`         // its name
	Revision int     `json:"revision"`       // the newest
	On       string  `json:"on"`             // the day of that revision, 2006-01-02
	Gone     bool    `json:"gone,omitempty"` // it is published no more; its sheets are kept
	Sheets   []Sheet `json:"sheets"`         // those of the newest revision, then earlier ones

	Former   []string  `json:"former,omitempty"`   // ids that it had, under which its files are too
	Sections []Section `json:"sections,omitempty"` // places in its page that somebody may have sent on
}

// A Section is a heading of a notice's page.
type Section struct {
	ID    string `json:"id"` // what stands behind # in its address
	Title string `json:"title"`
}

// A Sheet is something printed that carries a short code.
type Sheet struct {
	Code     string `json:"code"`
	Revision int    `json:"revision"`
	Folder   string `json:"folder"`           // of the page that it belongs to, with a slash at its end
	Former   bool   `json:"former,omitempty"` // it was replaced
}

// An Entry describes one file. It holds no texts: of a country there are hundreds of
// thousands, and the collector would look at each again and again.
type Entry struct {
	SHA256 Hash  `json:"sha256"`
	Size   int64 `json:"size"` // in octets
	Key    Key   `json:"key,omitzero"`
}
