// Tonggao turns one file of facts per public notice into web pages, printable
// notices and posters, calendars and data. See README.md.
package main

import (
	"embed"
	"io/fs"
	"os"

	"tonggao/generator/command"
)

//go:embed templates
var embedded embed.FS

func main() {
	templates, err := fs.Sub(embedded, "templates")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	os.Exit(command.Run(os.Args[1:], os.Stdout, os.Stderr, templates))
}
