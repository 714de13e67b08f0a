package plan

import "tonggao/generator/prints"

// Pictures are sheets as pixels, to be shared in chats and shown beside links.
const Pictures Format = "pictures"

// The kinds of pictures.
const (
	SharePicture  Kind = "picture to share"
	SquarePicture Kind = "square picture"
	PosterPicture Kind = "picture of the poster"
)

// Pictured is what a picture shows: the sheet that is published as a file, so that it is laid
// out for both at once.
func (o Output) Pictured() Output {
	dir, kind := NoticeDir(o.Notice), Kind(prints.Summary)
	if o.Kind == PosterPicture {
		dir, kind = MilestoneDir(o.Milestone), prints.Poster
	}
	o.Format, o.Kind, o.Path = PDF, kind, dir+prints.Called(string(kind)).File+".pdf"
	return o
}
