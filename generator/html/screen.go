package html

import (
	"bufio"
	"bytes"
	_ "embed" // the schema is kept by hand beside this file
	"encoding/json"
	"fmt"
	"io"

	"tonggao/generator/code"
	"tonggao/generator/now"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/words"
)

//go:embed now.schema.json
var nowSchema string

// A screenView is what a television or a widget needs beside the facts: it has no frame,
// and its script writes what it shows.
type screenView struct {
	*words.Screen
	Name     string // of the region; empty for the widget
	Facts    string // the file that is fetched anew, or the folder above all of them
	Manifest string // tells that something was published anew
	Home     string // the official page, for the code
	QR       code.Drawing
	Words    *words.Now
	Revised  string
	Own      *now.View // the facts that a television has before it fetches any
}

func (p *page) screenView() *screenView {
	own := *words.ScreenIn(p.output.Language)
	if ask := p.voice.Name(p.Site.Ask); ask.Text != "" && !ask.Chinese {
		own.Ask = ask.Text
	}
	return &screenView{Screen: &own, Words: &p.Words.Now, Manifest: p.to("manifest.json")}
}

// screen is the page of a region's television. It carries its facts, so that it shows them
// from a stick and before the net is up, and fetches them anew from then on.
func (p *page) screen() {
	r := p.output.Region
	p.Screen = p.screenView()
	p.Screen.Name, p.Screen.Home = p.say(r.Name), p.writer.plan.URL(plan.RegionDir(r))
	p.Screen.QR, p.Screen.Facts = p.writer.codes.Draw(p.Screen.Home), p.to(plan.RegionDir(r)+"now.json")
	p.titled(p.Screen.Note, p.Screen.Ask, p.Screen.Name)
	p.Screen.Revised = p.asOf(r)
	p.Screen.Own = &now.View{Facts: p.regionFacts(r), Quiet: p.Words.Quiet, Silent: p.voice.Silent(r)}
	p.NowScript = p.to(plan.AssetDir + "now.js")
	p.frameless("screen.css", "screen.js")
}

// asOf words the day of the newest revision of a region's notices; "" where it has none.
func (p *page) asOf(r *site.Region) string {
	newest := (&site.Site{Regions: []*site.Region{r}}).Newest()
	if newest.IsZero() {
		return ""
	}
	return fmt.Sprintf(p.Screen.Asof, p.voice.Day(newest))
}

// embed is the widget for other sites: its address says behind # which region it is for,
// and behind a comma which service.
func (p *page) embed() {
	p.Screen = p.screenView()
	p.Screen.Facts, p.Screen.Home = p.to(plan.In(p.output.Language, "")), p.writer.plan.URL(plan.In(p.output.Language, ""))
	p.titled(p.Screen.Note, p.Screen.Ask)
	p.NowScript = p.to(plan.AssetDir + "now.js")
	p.frameless("embed.css", "screen.js")
}

// frameless leaves a page its own style and script.
func (p *page) frameless(style, script string) {
	p.Styles, p.Scripts, p.Early, p.Alternates = []string{p.to(plan.AssetDir + style)}, []string{p.to(plan.AssetDir + script)}, "", nil
	p.Meta = append(p.Meta, meta{"robots", "noindex"})
}

// writeNow writes the facts of the present as pages carry them, a region a line.
func (w *Writer) writeNow(out io.Writer, o plan.Output) error {
	regions := w.plan.Site.Regions
	if o.Region != nil {
		regions = []*site.Region{o.Region}
	}
	address, _ := json.Marshal(w.plan.URL("now.schema.json"))
	words, _ := json.Marshal(&w.page(o, &notes{}).Words.Now)
	text := bufio.NewWriter(out)
	fmt.Fprintf(text, `{"version":1,"$schema":%s,"words":%s,"regions":[`, address, words)
	for i, r := range regions {
		if i > 0 {
			text.WriteByte(',')
		}
		line, err := w.nowLine(o, r)
		if err != nil {
			return err
		}
		text.WriteByte('\n')
		text.Write(line)
	}
	text.WriteString("]}\n")
	return text.Flush()
}

// nowLine is a line without its end. That of the last region published ends otherwise.
func (w *Writer) nowLine(o plan.Output, r *site.Region) ([]byte, error) {
	if o.Region == nil && w.Published != nil {
		if line, between := bytes.CutSuffix(w.Published(o, r), []byte(",")); between {
			return line, nil
		}
	}
	return json.Marshal(w.nowOf(o, r))
}

// A nowRegion is a region's facts in now.json.
type nowRegion struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	URL     string     `json:"url"`
	Revised string     `json:"revised"` // in words; empty where it has no notice
	Quiet   string     `json:"quiet"`   // said when no fact is left to show
	Silent  string     `json:"silent"`  // said instead when one of them never said when it is over
	Facts   []now.Fact `json:"facts"`
}

func (w *Writer) nowOf(o plan.Output, r *site.Region) nowRegion {
	o.Region = r
	p := w.page(o, &notes{})
	p.Screen = p.screenView()
	line := nowRegion{r.ID, p.say(r.Name), w.plan.URL(plan.In(o.Language, plan.RegionDir(r))), p.asOf(r), p.Words.Quiet, p.voice.Silent(r), p.regionFacts(r)}
	for i, f := range line.Facts {
		if line.Facts[i].Href = ""; f.Steps == nil {
			line.Facts[i].Steps = []now.Step{}
		}
	}
	if line.Facts == nil {
		line.Facts = []now.Fact{}
	}
	return line
}
