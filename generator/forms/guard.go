package forms

import (
	"crypto/subtle"
	"net/http"
	"net/url"
)

// secure says what a page of the forms may do: nothing but its own.
func secure(h http.Header) {
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
}

// trusts reports whether a form was sent by a page of ours: it has the token, and the
// browser, where it says so, sent it from here.
func (f *Forms) trusts(r *http.Request) bool {
	if subtle.ConstantTimeCompare([]byte(r.PostFormValue("token")), []byte(f.token)) != 1 {
		return false
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin":
	default:
		return false
	}
	for _, name := range []string{"Origin", "Referer"} {
		sender := r.Header.Get(name)
		if sender == "" {
			continue
		}
		from, err := url.Parse(sender)
		return err == nil && from.Host == r.Host
	}
	return true
}
