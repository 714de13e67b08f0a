package command

import (
	"encoding/json"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"tonggao/generator/message"
	"tonggao/generator/rewrite"
	"tonggao/generator/schema"
	"tonggao/generator/usage"
)

func (t *terminal) schema() *cobra.Command {
	var of string
	c := &cobra.Command{
		Use:   "schema [DIR]",
		Short: "write the JSON Schemas of the authors' files, and their reference, for editors and people",
		Long: `Schema writes into DIR the JSON Schemas of site.toml, region.toml, notice.toml and
front matter, and reference.md and reference.zh-CN.md, which explain every key and
placeholder. Without DIR it prints the schemas as one JSON object, or with --of one of
them.

An editor with a TOML server takes a schema from the first line of a file:
#:schema DIR/notice.schema.json`,
		Example: `  tonggao schema schemas
  tonggao schema --of notice`,
		Args: usage.Between(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return t.writeSchemas(args[0])
			}
			return t.printSchemas(schema.FileKind(of))
		},
	}
	c.Flags().StringVar(&of, "of", "", "print one `schema`: site, region, notice, front-matter or print")
	complete(c, "of", fixed(kinds()...))
	return c
}

func kinds() []string {
	var names []string
	for _, kind := range schema.FileKinds {
		names = append(names, string(kind))
	}
	return names
}

func (t *terminal) printSchemas(of schema.FileKind) error {
	all := map[schema.FileKind]json.RawMessage{}
	for _, kind := range schema.FileKinds {
		if kind == of {
			_, err := t.out.Write(schema.JSON(kind))
			return err
		}
		all[kind] = schema.JSON(kind)
	}
	if of != "" {
		return message.Errorf("--of %s: it can be site, region, notice, front-matter, print", of)
	}
	text, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(t.out, "%s\n", text)
	return err
}

func (t *terminal) writeSchemas(dir string) error {
	if err := rewrite.Schemas(dir); err != nil {
		return err
	}
	for _, file := range schema.Files() {
		t.tell("%s", filepath.ToSlash(filepath.Join(dir, file.Name)))
	}
	return nil
}
