package schema

// A File is one that the schema is written into for those who write notices.
type File struct {
	Name    string
	Content []byte
}

// Name is what the schema of a kind of file is called.
func (k FileKind) Name() string { return string(k) + ".schema.json" }

// Files are the JSON Schemas of the authors' files, for editors, and the references of all
// keys, for people.
func Files() []File {
	var all []File
	for _, kind := range FileKinds {
		all = append(all, File{kind.Name(), JSON(kind)})
	}
	return append(all, File{"reference.md", []byte(Reference())}, File{"reference.zh-CN.md", []byte(ReferenceChinese())})
}
