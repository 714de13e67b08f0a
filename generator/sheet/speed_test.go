package sheet

import (
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/testkit"
)

// BenchmarkNew reads and checks the faces and all characters of the site.
func BenchmarkNew(b *testing.B) {
	_, p := press(b, testkit.Regions())
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := New(look.New(testkit.Templates()), p); err != nil {
			b.Fatal(err)
		}
	}
}
