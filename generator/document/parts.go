package document

import (
	"archive/zip"
	"path"
	"strings"
)

// partNames says where the parts of a document are. Most are where Word's first release
// put them; a document that was edited in the browser has word/document2.xml. What a part
// is called, the one that it belongs to says: Open Packaging Conventions, ECMA-376 part 2.
func partNames(parts *zip.Reader) map[string]string {
	names := map[string]string{}
	for _, name := range [...]string{"document", "styles", "numbering", "footnotes", "endnotes"} {
		names[name] = "word/" + name + ".xml"
	}
	if main := related(parts, "")["officeDocument"]; main != "" {
		names["document"] = main
	}
	for kind, name := range related(parts, names["document"]) {
		if names[kind] != "" && kind != "document" {
			names[kind] = name
		}
	}
	return names
}

// related reads the relations of a part, or of the whole, by what they are.
func related(parts *zip.Reader, of string) map[string]string {
	all := map[string]string{}
	root, err := part(parts, path.Join(path.Dir(of), "_rels", path.Base("/"+of)+".rels"))
	if of == "" {
		root, err = part(parts, "_rels/.rels")
	}
	if err != nil || root == nil {
		return all
	}
	for _, r := range root.child("Relationships").kids {
		target := r.attr("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir("/"+of), target)
		}
		if kind := path.Base(r.attr("Type")); r.attr("TargetMode") != "External" && all[kind] == "" {
			all[kind] = strings.TrimPrefix(target, "/")
		}
	}
	return all
}
