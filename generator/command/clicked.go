package command

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"os/signal"

	"tonggao/generator/arrival"
)

// clicked receives somebody who opened the program by a double click.
func (t *terminal) clicked(in io.Reader) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	v := arrival.Visitor{
		In: bufio.NewReader(in), Window: t.out, Language: t.lang, Browse: arrival.Browse,
		Serve: func(ctx context.Context, address string) error {
			return t.serveHere(ctx, files{regions: "regions"}, address)
		},
		Fail: func(err error) {
			if !errors.Is(err, errContent) {
				t.warn("tonggao: %v", err)
			}
		},
	}
	if !v.Receive(ctx) {
		return failure
	}
	return good
}
