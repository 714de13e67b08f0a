// Nation writes the files of a made-up country to a folder, to measure builds
// with: go run ./.ci/nation FOLDER REGIONS.
package main

import (
	"fmt"
	"os"
	"strconv"

	"tonggao/generator/testkit"
)

func main() {
	if len(os.Args) != 3 {
		fail("usage: nation FOLDER REGIONS")
	}
	regions, err := strconv.Atoi(os.Args[2])
	if err != nil || regions < 1 {
		fail("REGIONS is a number of regions, from 1")
	}
	if err := os.CopyFS(os.Args[1], testkit.Nation(regions)); err != nil {
		fail(err.Error())
	}
}

func fail(why string) {
	fmt.Fprintln(os.Stderr, "nation:", why)
	os.Exit(2)
}
