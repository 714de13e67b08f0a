package desk

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"tonggao/generator/plan"
)

// ServeHTTP answers with what a build would publish.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
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
		if r.URL.RawQuery == versionOf(content) {
			w.Header().Set("Cache-Control", "max-age=86400")
		}
		send(w, r, name, content)
	default:
		d.servePage(w, r)
	}
}

// serveNews tells a page, as server-sent events, what it should know now and
// whenever that changes.
func (d *Desk) serveNews(w http.ResponseWriter, r *http.Request) {
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
func (d *Desk) servePage(w http.ResponseWriter, r *http.Request) {
	tree, n, _ := d.state()
	if tree == nil && d.Forms != "" && len(n.Problems) == 0 && strings.HasSuffix(r.URL.Path, "/") { // a browser asks for an icon too
		http.Redirect(w, r, d.Forms, http.StatusFound) // nothing is written yet
		return
	}
	if tree == nil {
		fail(w, http.StatusServiceUnavailable, d.addScript([]byte(blankPage), n.Version))
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	} else if isFolder(tree, name) {
		http.Redirect(w, r, "/"+name+"/", http.StatusFound)
		return
	}
	content, err := tree.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		fail(w, http.StatusNotFound, d.addScript(missingPage(tree), n.Version))
		return
	case err != nil:
		fail(w, http.StatusInternalServerError, d.addScript([]byte(failedPage+html.EscapeString(err.Error())), n.Version))
		return
	}
	switch {
	case strings.HasSuffix(name, ".html"):
		content = d.addScript(tree.addVersions(content), n.Version)
	case r.URL.RawQuery != "" && r.URL.RawQuery == tree.versions[name]:
		w.Header().Set("Cache-Control", "max-age=86400") // another content has another address
	}
	send(w, r, name, content)
}

// isFolder reports whether a name is that of a folder, and renders no file to say so.
func isFolder(tree *goodSite, name string) bool {
	if _, planned := tree.Plan.At(name); planned {
		return false
	}
	info, err := fs.Stat(tree, name)
	return err == nil && info.IsDir()
}

func missingPage(tree *goodSite) []byte {
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
