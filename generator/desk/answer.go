package desk

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"tonggao/generator/message"
)

// Serve serves a handler until ctx ends; pages that wait for news are then told to
// go.
func Serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return message.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	patience, done := context.WithTimeout(context.Background(), 2*time.Second)
	defer done()
	if err := server.Shutdown(patience); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return message.Errorf("stop serving: %w", err)
	}
	return nil
}

// IsOwn reports whether a host is this machine as it calls itself: localhost, or a loopback
// address.
func IsOwn(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// OwnNames answers only requests for this machine's own names: a page elsewhere
// that makes its name point here must not read what is being written.
func OwnNames(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		if !IsOwn(host) {
			http.Error(w, "this name is not served here", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}
