package command

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

func (t *terminal) serve() *cobra.Command {
	var f files
	addr, public := "", false
	c := &cobra.Command{
		Use: "serve", Short: "show the site in a browser while it is written, and every mistake over it", Args: cobra.NoArgs,
		Long: `Serve builds the site in memory and shows it in a browser. A page reloads itself
when a file is saved; what is wrong with a file appears over the last good page
and vanishes when it is mended. Nothing is written. Ctrl-C ends it.

Only this machine can see it, since what is being written is not public yet;
--public lets --addr name an address that others reach too.`,
		RunE: func(*cobra.Command, []string) error {
			if err := errors.Join(checkAddr(addr, public), published(f.against)); err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			return t.serveSite(ctx, f, addr, public)
		},
	}
	f.flags(c)
	f.compared(c, "output, where there is one")
	t.flags(c)
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", "`address` to listen at; port 0 takes any that is free")
	c.Flags().BoolVar(&public, "public", false, "let --addr be one that other machines reach")
	return c
}

// checkAddr refuses an address that other machines reach, unless that is wanted.
func checkAddr(addr string, public bool) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return fmt.Errorf("--addr %s is no address: write 127.0.0.1:8080", addr)
	}
	if ip := net.ParseIP(host); public || host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil
	}
	return fmt.Errorf("other machines can reach %s, and what is being written is not public yet: add --public if they shall", addr)
}

// serveSite serves until ctx ends.
func (t *terminal) serveSite(ctx context.Context, f files, addr string, public bool) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("listen at %s: %w", addr, err)
	}
	watch, err := newWatcher(f.regions, f.templates)
	if err != nil {
		_ = listener.Close() // the first error tells
		return err
	}
	defer watch.close()
	roomy()
	desk := newDesk(t, f)
	desk.rebuild()
	if !t.quiet {
		fmt.Fprintf(t.out, "serving http://%s - ctrl-C ends it\n", listener.Addr())
	}
	go watch.run(ctx, desk.rebuild)
	handler := http.Handler(desk)
	if !public {
		handler = ownNames(handler)
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	cancel() // pages that wait for news are told to go
	patience, done := context.WithTimeout(context.Background(), 2*time.Second)
	defer done()
	if err := server.Shutdown(patience); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("stop serving: %w", err)
	}
	return nil
}

// ownNames answers only requests for this machine's own names: a page elsewhere
// that makes its name point here must not read what is being written.
func ownNames(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			http.Error(w, "this name is not served here", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}
