package schema

import (
	"encoding/json"
	"fmt"
)

// A FileKind is a kind of file that authors write, by the name of its schema.
type FileKind string

// The kinds of file, in the order in which an author meets them.
const (
	SiteFile    FileKind = "site"
	RegionFile  FileKind = "region"
	NoticeFile  FileKind = "notice"
	FrontMatter FileKind = "front-matter" // between the +++ lines of a Markdown file
	PrintFile   FileKind = "print"        // beside the templates
)

// FileKinds lists the kinds of file.
var FileKinds = []FileKind{SiteFile, RegionFile, NoticeFile, FrontMatter, PrintFile}

// A contract is what one kind of file may hold.
type contract struct {
	kind    FileKind
	file    string // what the file is called
	table   *Table
	inherit bool // the file may leave to those above what it must have in the end
	English string
	Chinese string
}

var contracts = []contract{
	{SiteFile, "regions/site.toml", SiteTable, false, "settings and vocabulary of the whole site", "全站设置和共用词汇"},
	{RegionFile, "regions/…/region.toml", RegionTable, false, "a place or a body that issues notices", "发布通告的地区或机构"},
	{NoticeFile, "regions/…/notice.toml", NoticeTable, true, "the facts of one notice; below a cascading notice of the same folder name only what differs", "一篇通告的事实；下级沿用上级同名通告时，只写不同之处"},
	{FrontMatter, "regions/…/NN-name.md", FrontTable, false, "between two lines of +++ at the top of a Markdown file", "写在 Markdown 文件开头两行 +++ 之间"},
	{PrintFile, PrintPath, PrintTable, false, "how the PDF files look; needed only where they should look otherwise than GB/T 9704 and this program have it", "PDF 的字体、字号、页边距；只在需要不同于 GB/T 9704 和本程序默认值时写"},
}

// JSON returns the JSON Schema (draft 7, which the TOML servers of editors
// know) of a kind of file, made from the same tables by which the reader checks
// it. Descriptions are Chinese first, then English. It panics for no kind.
func JSON(kind FileKind) []byte {
	for _, c := range contracts {
		if c.kind == kind {
			s := ofTable(c.table, !c.inherit)
			s.Schema, s.Title, s.Description = "http://json-schema.org/draft-07/schema#", c.file, c.Chinese+"\n\n"+c.English
			text, err := json.MarshalIndent(s, "", "  ")
			if err != nil {
				panic(err) // the tables hold nothing that JSON cannot
			}
			return append(text, '\n')
		}
	}
	panic(fmt.Sprintf("no kind of file: %q", kind))
}

// A jsonSchema is the part of JSON Schema that the contract needs.
type jsonSchema struct {
	Schema               string                 `json:"$schema,omitempty"`
	Title                string                 `json:"title,omitempty"`
	Description          string                 `json:"description,omitempty"`
	Type                 string                 `json:"type,omitempty"`
	AnyOf                []*jsonSchema          `json:"anyOf,omitempty"`
	Enum                 []string               `json:"enum,omitempty"`
	Pattern              string                 `json:"pattern,omitempty"`
	Format               string                 `json:"format,omitempty"`
	Minimum              float64                `json:"minimum,omitempty"`
	Maximum              float64                `json:"maximum,omitempty"`
	MinLength            int                    `json:"minLength,omitempty"`
	Items                *jsonSchema            `json:"items,omitempty"`
	Properties           map[string]*jsonSchema `json:"properties,omitempty"`
	Required             []string               `json:"required,omitempty"`
	PropertyNames        *pattern               `json:"propertyNames,omitempty"`
	AdditionalProperties any                    `json:"additionalProperties,omitempty"`
}

type pattern struct {
	Pattern string `json:"pattern"`
}

// ofTable describes a table. whole says that no file above can give what the
// table lacks, so that its required keys are required here.
func ofTable(t *Table, whole bool) *jsonSchema {
	s := &jsonSchema{Type: "object", Properties: map[string]*jsonSchema{}, AdditionalProperties: false}
	for _, k := range t.Keys {
		property := ofKey(k, whole)
		property.Description = k.Chinese + "\n\n" + k.English
		s.Properties[k.Name] = property
		if k.Required && whole {
			s.Required = append(s.Required, k.Name)
		}
	}
	return s
}

// timeForm is what at, after, before, from and published can hold: a time, the
// id of a milestone, tbd.
const timeForm = `^([0-9]{4}-[0-9]{2}(-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:00)?)?)?|[a-z][a-z0-9-]*)$`

func ofKey(k Key, whole bool) *jsonSchema {
	switch k.Kind {
	case AFlag:
		return &jsonSchema{Type: "boolean"}
	case AHold:
		return &jsonSchema{AnyOf: []*jsonSchema{{Type: "boolean"}, {Type: "string", Format: "date"}}}
	case ADay:
		return &jsonSchema{Type: "string", Format: "date"}
	case ATime:
		return &jsonSchema{Type: "string", Pattern: timeForm}
	case ANumber:
		return &jsonSchema{Type: "number", Minimum: k.Least, Maximum: k.Most}
	case ATexts:
		return &jsonSchema{Type: "array", Items: &jsonSchema{Type: "string", MinLength: 1, Enum: k.One}}
	case AList:
		one := &jsonSchema{Type: "string", MinLength: 1}
		return &jsonSchema{AnyOf: []*jsonSchema{one, {Type: "array", Items: one}}}
	case ADays:
		return &jsonSchema{Type: "array", Items: &jsonSchema{Type: "string", Format: "date"}}
	case ATable:
		return ofTable(k.Table, whole)
	case ANamed: // a table of the same name may stand in a file above
		return &jsonSchema{Type: "object", PropertyNames: &pattern{Identifier.String()}, AdditionalProperties: ofTable(k.Table, false)}
	case ASeries:
		return &jsonSchema{Type: "array", Items: ofTable(k.Table, true)}
	case AColors:
		return &jsonSchema{Type: "object", PropertyNames: &pattern{Property.String()}, AdditionalProperties: &jsonSchema{Type: "string"}}
	}
	return &jsonSchema{Type: "string", MinLength: 1, Enum: k.One}
}
