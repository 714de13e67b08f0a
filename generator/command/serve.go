package command

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"tonggao/generator/arrival"
	"tonggao/generator/desk"
	"tonggao/generator/forms"
	"tonggao/generator/message"
	"tonggao/generator/profile"
	"tonggao/generator/usage"
)

func (t *terminal) serve() *cobra.Command {
	var f files
	addr, public := "", false
	c := &cobra.Command{
		Use: "serve", Short: "show the site in a browser while it is written, and every mistake over it", Args: usage.Between(0, 0),
		Example: `  tonggao serve
  tonggao serve --addr 127.0.0.1:9000`,
		Long: `Serve builds the site in memory and shows it in a browser. A page reloads itself
when a file is saved; what is wrong with a file appears over the last good page
and vanishes when it is mended. Ctrl-C ends it.

Behind the button “修改” of each page are forms: times are moved, facts corrected
and added, texts written, notices begun, from a Word file too, without an editor.
They show the lines that they would write first; the last changes can be taken back.
In a folder without a site the first form begins one.

Only this machine can see it, since what is being written is not public yet;
--public lets --addr name an address that others reach too, without the forms.`,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := errors.Join(checkAddr(addr, public), published(f.against)); err != nil {
				return err
			}
			if public && !c.Flags().Changed("regions") && !arrival.IsSite(f.regions) {
				return message.New(noSite) // only the forms begin one
			}
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			if public || c.Flags().Changed("regions") {
				return t.serveSite(ctx, f, addr, public)
			}
			return t.serveHere(ctx, f, addr)
		},
	}
	f.flags(c)
	f.compared(c, againstOutput)
	t.flags(c)
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", "`address` to listen at; port 0 takes any that is free")
	c.Flags().BoolVar(&public, "public", false, "let --addr be one that other machines reach")
	return c
}

// checkAddr refuses an address that other machines reach, unless that is wanted.
func checkAddr(addr string, public bool) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return message.Errorf("--addr %s is no address: write 127.0.0.1:8080", addr)
	}
	if public || desk.IsOwn(host) {
		return nil
	}
	return message.Errorf("other machines can reach %s, and what is being written is not public yet: add --public if they shall", addr)
}

// serveHere serves the site of this folder; where there is none, the form that begins one.
func (t *terminal) serveHere(ctx context.Context, f files, addr string) error {
	if err := os.MkdirAll(f.regions, 0o777); err != nil {
		return message.Errorf("make folder: %w", err)
	}
	defer os.Remove(f.regions) // fails as soon as anything is in it
	if !arrival.IsSite(f.regions) && !t.quiet {
		t.tell("There is no site in this folder yet: the browser shows the form that begins one. If you meant another folder, press Ctrl-C and go there first.")
	}
	return t.serveSite(ctx, f, addr, false)
}

// serveSite serves until ctx ends.
func (t *terminal) serveSite(ctx context.Context, f files, addr string, public bool) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return message.Errorf("listen at %s: %w", addr, err)
	}
	watch, err := desk.Watch(f.regions, f.templates)
	if err != nil {
		_ = listener.Close() // the first error tells
		return err
	}
	defer watch.Close()
	profile.Roomy()
	d := desk.New(strconv.FormatInt(time.Now().UnixMilli(), 36), t.lang)
	p := &preview{terminal: t, desk: d, files: f}
	p.rebuild(nil)
	if !t.quiet {
		t.tell("serving http://%s - ctrl-C ends it", listener.Addr())
	}
	go watch.Run(ctx, p.changed)
	handler := http.Handler(d)
	if !public {
		d.Forms = forms.Path
		handler = desk.OwnNames(t.writing(f, handler))
	}
	return desk.Serve(ctx, listener, handler)
}
