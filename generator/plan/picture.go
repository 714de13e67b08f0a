package plan

// Pictures are sheets as pixels, to be shared in chats and shown beside links.
const Pictures Format = "pictures"

// The kinds of pictures.
const (
	SharePicture  Kind = "picture to share"
	SquarePicture Kind = "square picture"
	PosterPicture Kind = "picture of the poster"
)
