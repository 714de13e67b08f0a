package rewrite

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"

	"tonggao/generator/arrival"
	"tonggao/generator/blank"
	"tonggao/generator/message"
	"tonggao/generator/move"
	"tonggao/generator/schema"
)

// WithSchemas writes files as Files does. New files name schemas, which come with them and
// go with the site when its beginning is taken back.
func WithSchemas(regions string, all []move.Rewrite) error {
	schemas := filepath.Join(regions, blank.SchemaDir)
	if slices.ContainsFunc(all, func(one move.Rewrite) bool { return one.Old == "" }) {
		if err := Schemas(schemas); err != nil {
			return err
		}
	}
	err := Files(regions, all)
	if err == nil && !arrival.IsSite(regions) {
		schemasGone(schemas)
	}
	return err
}

// Schemas writes the schemas and references: they are the program's own, and follow its
// version.
func Schemas(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return message.Errorf("make folder: %w", err)
	}
	for _, file := range schema.Files() {
		if err := os.WriteFile(filepath.Join(dir, file.Name), file.Content, 0o666); err != nil {
			return message.Errorf("write schema: %w", err)
		}
	}
	return nil
}

// schemasGone takes the schemas away that Schemas wrote; what somebody changed stays.
func schemasGone(dir string) {
	for _, file := range schema.Files() {
		name := filepath.Join(dir, file.Name)
		if text, err := os.ReadFile(name); err == nil && bytes.Equal(text, file.Content) {
			_ = os.Remove(name) // one that stays harms nobody
		}
	}
	_ = os.Remove(dir) // fails while anything is in it
}
