// Package docx spells articles as Word files.
package docx
