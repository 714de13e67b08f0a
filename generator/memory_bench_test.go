package generator

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/look"
	"tonggao/generator/testkit"
)

// BenchmarkSave is what serve does at a save in a country: one county's file has changed.
func BenchmarkSave(b *testing.B) {
	files, m := testkit.Nation(3210), &Memory{}
	o := Options{Regions: files, Look: look.New(os.DirFS("../templates")), Memory: m}
	if _, problems, err := Preview(o, "tonggao"); err != nil || problems.Failed() {
		b.Fatal(problems, err)
	}
	const county = "province-05/city-02/county-03"
	text := string(files[county+"/region.toml"].Data)
	o.Changed = []string{county}
	i, before := 0, testkit.Processor()
	for b.Loop() {
		i++
		files[county+"/region.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(text, "issuer = \"", "issuer = \"新"+strconv.Itoa(i), 1))}
		if _, problems, err := Preview(o, "tonggao"); err != nil || problems.Failed() {
			b.Fatal(problems, err)
		}
	}
	b.ReportMetric(float64((testkit.Processor()-before).Microseconds())/1000/float64(b.N), "cpu-ms/op")
}
