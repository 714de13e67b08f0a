package sheet

import (
	"cmp"

	"tonggao/generator/look"
	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/typeset"
)

// The page of GB/T 9704—2012, 5.2, in millimetres: 37 above the type area, 28 left
// of it, 156 × 225 for the area itself. 28 characters fill a line and 22 lines the
// area; that needs 15.79 points, not 3号's nominal 16, and a pitch of one character
// and seven eighths (5.2.3).
const (
	topEdge, bottomEdge = 37, 35
	leftEdge, rightEdge = 28, 26
	bodySize            = 15.79
	titleSize           = 22.0 // 2号
	largeSize           = 22.1 // 2号, of which 20 characters fill a line
	size4               = 14.0 // 4号: page numbers, tables
)

// gridOf is the grid of notices with a body of a size, as print.toml sets it.
func gridOf(p site.Print, body float64) grid {
	top, left := cmp.Or(p.Top, topEdge), cmp.Or(p.Left, leftEdge)
	g := grid{
		left: left, top: top,
		width:  placed.A4.Width - left - cmp.Or(p.Right, rightEdge),
		height: placed.A4.Height - top - cmp.Or(p.Bottom, bottomEdge),
		size:   body, pitch: body / typeset.PointsAMM * 15 / 8,
		title:  max(cmp.Or(p.TitleSize, titleSize), body*1.25),
		spread: typeset.Quarter,
	}
	if typeset.Measure(g.width, g.size) < shortLine {
		g.spread = 2 * typeset.Em / 5
	}
	return g
}

// shortLine is the measure under which a line has too few gaps to be spread by a
// quarter of an em each.
const shortLine = 25 * typeset.Em

// The faces by what they are for, as the kit has them.
const (
	fang    = iota // body: 仿宋
	song           // title: 小标宋
	hei            // first level, stress: 黑体
	kai            // second level: 楷体
	figures        // page numbers: 宋体, of which it has no more than ASCII and the dash
)

// ownFaces are the files of this program's faces, by role.
var ownFaces = [...]string{fang: "fonts/fang.ttf", song: "fonts/song-bold.ttf", hei: "fonts/hei-bold.ttf", kai: "fonts/kai.ttf", figures: "fonts/song.ttf"}

// Expect asks a look for the faces that every site has, before there is a plan. What fails,
// New tells. Compose takes them whole, for which the first sheets wait.
func Expect(l *look.Look) []*typeset.Face { return l.Faces(ownFaces[:]...) }

// openKit opens the faces of a site by role. A bureau's own face that cannot be used
// is a problem of print.toml; behind each stands this program's, for characters
// that it lacks: 仿宋_GB2312 has 6,763 ideographs, and place names need more.
func openKit(l *look.Look, p site.Print, words typeset.Sense) (*typeset.Kit, problem.List, error) {
	var problems problem.List
	chosen := [len(ownFaces)]site.PrintFace{fang: p.Body, song: p.Title, hei: p.Heading, kai: p.Subheading}
	faces, spare := make([]*typeset.Face, len(ownFaces)), make([]int, len(ownFaces))
	Expect(l)
	for role, own := range ownFaces {
		f, err := l.Face(cmp.Or(chosen[role].File, own))
		switch {
		case err != nil && chosen[role].File == "":
			return nil, nil, err
		case err != nil:
			problems.Add(chosen[role].At, "name a TrueType file under templates/, or leave the key out for this program's face", "%v", err)
		case chosen[role].File != "":
			if behind, err := l.Face(own); err == nil {
				spare[role] = len(faces)
				faces = append(faces, behind)
			}
		}
		faces[role] = f
	}
	return typeset.NewKit(faces, spare, words), problems, nil
}

// spansOf gives each run its face: stressed words stand in 黑体.
func spansOf(runs []phrase.Run, face int) []typeset.Span {
	spans := make([]typeset.Span, len(runs))
	for i, r := range runs {
		spans[i] = spanOf(r, face)
	}
	return spans
}

func spanOf(r phrase.Run, face int) typeset.Span {
	if r.Strong {
		face = hei
	}
	return typeset.Span{Text: r.Text, Face: face, Link: r.URL, Moment: r.Datetime != "", Struck: r.Gone}
}
