package command

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"tonggao/generator"
	"tonggao/generator/plan"
)

// deskFiles are the script and style that serve adds to pages, and no build.
//
//go:embed serve.js serve.css
var deskFiles embed.FS

// deskPath is where they are, beside everything that a site can hold.
const deskPath = "/.tonggao/"

// ServeHTTP answers with what a build would publish.
func (d *desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Referrer-Policy", "no-referrer")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.Error(w, "only GET and HEAD are served", http.StatusMethodNotAllowed)
		return
	}
	name, ours := strings.CutPrefix(r.URL.Path, deskPath)
	switch {
	case ours && name == "news":
		d.serveNews(w, r)
	case ours:
		content, err := deskFiles.ReadFile(name)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		send(w, r, name, content)
	default:
		d.servePage(w, r)
	}
}

// serveNews tells a page, as server-sent events, what it should know now and
// whenever that changes.
func (d *desk) serveNews(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	flusher := http.NewResponseController(w)
	for {
		_, n, fresh := d.state()
		if _, err := fmt.Fprintf(w, "retry: 300\ndata: %s\n\n", n.line()); err != nil || flusher.Flush() != nil {
			return
		}
		select {
		case <-fresh:
		case <-r.Context().Done():
			return
		}
	}
}

// servePage renders an output of the last good site.
func (d *desk) servePage(w http.ResponseWriter, r *http.Request) {
	tree, n, _ := d.state()
	if tree == nil {
		fail(w, http.StatusServiceUnavailable, addScript([]byte(blankPage), n.Version))
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	} else if info, err := fs.Stat(tree, name); err == nil && info.IsDir() {
		http.Redirect(w, r, "/"+name+"/", http.StatusFound)
		return
	}
	content, err := tree.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		fail(w, http.StatusNotFound, addScript(missingPage(tree), n.Version))
		return
	case err != nil:
		fail(w, http.StatusInternalServerError, addScript([]byte(failedPage+html.EscapeString(err.Error())), n.Version))
		return
	}
	if strings.HasSuffix(name, ".html") {
		content = addScript(content, n.Version)
	}
	send(w, r, name, content)
}

func missingPage(tree *generator.Tree) []byte {
	content, err := tree.ReadFile("404.html")
	if err != nil {
		return []byte(failedPage + "404")
	}
	return content
}

// fail answers with a page that is not what was asked for.
func fail(w http.ResponseWriter, status int, page []byte) {
	w.Header().Set("Content-Type", plan.ContentType("index.html"))
	w.WriteHeader(status)
	_, _ = w.Write(page) // when that fails the browser has gone
}

// send answers with a file, or the part of it that a viewer asks for.
func send(w http.ResponseWriter, r *http.Request, name string, content []byte) {
	if kind := plan.ContentType(name); kind != "" {
		w.Header().Set("Content-Type", kind)
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
}

// Pages for what no template can show.
const (
	pageHead   = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>tonggao serve</title></head><body>`
	blankPage  = pageHead + `<p>还没有可以显示的页面：改正下列错误后自动出现。`
	failedPage = pageHead + `<p>`
)

// policy finds a page's content security policy (CSP Level 3, delivered by meta).
var policy = regexp.MustCompile(`(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")`)

// addScript adds to a page the script that waits for news, and lets the page's
// policy load it and its style and hear the news, all from this server.
func addScript(page []byte, version string) []byte {
	page = policy.ReplaceAllFunc(page, func(found []byte) []byte {
		parts := policy.FindSubmatch(found)
		wide := widen(html.UnescapeString(string(parts[2])))
		return []byte(string(parts[1]) + html.EscapeString(wide) + string(parts[3]))
	})
	script := []byte(`<script src="` + deskPath + `serve.js?version=` + version + `" defer></script>`)
	if head := bytes.Index(page, []byte("</head>")); head >= 0 {
		return bytes.Join([][]byte{page[:head], script, page[head:]}, nil)
	}
	return append(page, script...)
}

// widen adds this server to the sources of scripts, styles and connections.
func widen(policy string) string {
	missing := []string{"connect-src", "script-src", "style-src"}
	var directives []string
	for _, d := range strings.Split(policy, ";") {
		name, sources, _ := strings.Cut(strings.TrimSpace(d), " ")
		for i, m := range missing {
			if m == name {
				missing = slices.Delete(missing, i, i+1)
				sources = withSelf(sources)
				break
			}
		}
		directives = append(directives, strings.TrimSpace(name+" "+sources))
	}
	for _, m := range missing {
		directives = append(directives, m+" 'self'")
	}
	return strings.Join(directives, "; ")
}

func withSelf(sources string) string {
	if slices.Contains(strings.Fields(sources), "'self'") {
		return sources
	}
	return strings.TrimSpace("'self' " + strings.ReplaceAll(sources, "'none'", ""))
}
