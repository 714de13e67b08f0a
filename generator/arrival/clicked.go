package arrival

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tonggao/generator/catalog"
	"tonggao/generator/message"
)

// A Visitor is somebody who opened the program by a double click: it has a window of its
// own that closes with it, and nobody there knows commands.
type Visitor struct {
	In       *bufio.Reader
	Window   io.Writer
	Language catalog.Language
	Serve    func(ctx context.Context, address string) error // the site in the folder regions; where there is none, the form that begins it
	Browse   func(address string) error                      // opens a browser
	Fail     func(err error)                                 // tells of a failure
}

// Receive opens the site that it finds, and shows it; where there is none it offers to
// begin one, which the browser asks about: a window like this one is no place to write in.
// It reports whether that went well; when something failed, it keeps the window open until
// a key is pressed.
func (v Visitor) Receive(ctx context.Context) bool {
	err := v.receive(ctx)
	if err == nil {
		return true
	}
	v.Fail(err)
	v.ask("Press Enter to close this window.")
	return false
}

func (v Visitor) receive(ctx context.Context) error {
	home, found, err := siteNear()
	if err != nil {
		return err
	}
	if err := os.Chdir(home); err != nil {
		return message.Errorf("open folder: %w", err)
	}
	if found {
		v.tell("Found the site in %s.", home)
	} else if !v.wantsOne(home) {
		return nil
	}
	addr := freeAddress()
	v.tell("The browser opens http://%s by itself. Keep this window open; close it to end.", addr)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go v.whenReady(ctx, "http://"+addr)
	return v.Serve(ctx, addr)
}

// tell writes a line into the window, in which no word acts on it.
func (v Visitor) tell(form string, values ...any) {
	fmt.Fprintln(v.Window, message.Visible(v.Language.Say(form, values...)))
}

// siteNear is the folder of the site around the place where the program was opened, or
// around the program itself; else that place.
func siteNear() (string, bool, error) {
	here, err := os.Getwd()
	if err != nil {
		return "", false, message.Errorf("open folder: %w", err)
	}
	starts := []string{here}
	if program, err := os.Executable(); err == nil {
		starts = append(starts, filepath.Dir(program))
	}
	for _, dir := range starts {
		for ; ; dir = filepath.Dir(dir) {
			if IsSite(filepath.Join(dir, "regions")) {
				return dir, true, nil
			}
			if filepath.Dir(dir) == dir {
				break
			}
		}
	}
	return here, false, nil
}

// wantsOne offers to begin a site.
func (v Visitor) wantsOne(home string) bool {
	v.tell("There is no site in %s yet.", home)
	return !strings.HasPrefix(strings.ToLower(v.ask("Begin one here? Press Enter to begin, or type n to leave:")), "n")
}

// ask puts a question; the answer is one line, "" at the end of the input.
func (v Visitor) ask(question string) string {
	v.tell("%s", message.Say(question))
	line, _ := v.In.ReadString('\n') // its end is an empty answer
	return strings.TrimSpace(line)
}

// freeAddress is the usual address of serve, or another where a program has that.
func freeAddress() string {
	for _, addr := range []string{"127.0.0.1:8080", "127.0.0.1:0"} {
		if l, err := net.Listen("tcp", addr); err == nil {
			defer l.Close()
			return l.Addr().String()
		}
	}
	return "127.0.0.1:8080"
}

// whenReady opens the browser as soon as the site answers.
func (v Visitor) whenReady(ctx context.Context, address string) {
	for ctx.Err() == nil {
		answer, err := http.Get(address)
		if err == nil {
			_ = answer.Body.Close()
			if v.Browse(address) != nil {
				v.tell("No browser opened: open one and type %s", address)
			}
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}
