package html_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

var pictures = flag.String("pictures", "", "folder to put the README's pictures of the pages into")

// TestPictures takes the README's pictures anew, in the middle of an outage:
// go test ./generator/html -run Pictures -pictures ../../docs/pictures
func TestPictures(t *testing.T) {
	notice := "jiangsu/suzhou/changshu/2021-platform/"
	for name, path := range map[string]string{"index": "index.html", "region": "jiangsu/suzhou/changshu/index.html",
		"notice": notice + "index.html", "milestone": notice + "settlement-stop/index.html"} {
		for width, height := range map[int64]int64{390: 844, 1280: 1000} {
			kind := "-desktop"
			if width < 500 {
				kind = "-phone"
			}
			b := newTab(t, width, height)
			b.at("2022-01-01T10:20:00+08:00", "Asia/Shanghai")
			b.open(serve(t) + path)
			time.Sleep(300 * time.Millisecond) // until the page has answered and painted
			png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
			if err != nil || len(png) < 5000 {
				t.Fatalf("%s%s: %d octets, %v", name, kind, len(png), err)
			}
			if *pictures != "" {
				if err := os.WriteFile(filepath.Join(*pictures, name+kind+".png"), png, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
