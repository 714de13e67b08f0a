package command

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"tonggao/generator/blank"
	"tonggao/generator/message"
)

// A visitor is somebody who opened the program by a double click: it has a window of its
// own that closes with it, and nobody there knows commands.
type visitor struct {
	*terminal
	in    *bufio.Reader
	serve func(ctx context.Context, f files, addr string, public bool) error
	visit func(address string) error // opens a browser
}

// clicked receives such a visitor, and keeps the window open when something failed.
func (t *terminal) clicked(in io.Reader) int {
	v := visitor{t, bufio.NewReader(in), t.serveSite, visit}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := v.receive(ctx)
	if err == nil {
		return good
	}
	if !errors.Is(err, errContent) {
		t.warn("tonggao: %v", err)
	}
	v.ask("Press Enter to close this window.")
	return failure
}

// receive opens the site that it finds, or begins one, and shows it.
func (v visitor) receive(ctx context.Context) error {
	home, found, err := siteNear()
	if err != nil {
		return err
	}
	if err := os.Chdir(home); err != nil {
		return message.Errorf("open folder: %w", err)
	}
	if found {
		v.tell("Found the site in %s.", home)
	} else if begun, err := v.begin(home); !begun {
		return err
	}
	addr := freeAddress()
	v.tell("The browser opens http://%s by itself. Keep this window open; close it to end.", addr)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go v.whenReady(ctx, "http://"+addr)
	return v.serve(ctx, files{regions: "regions"}, addr, false)
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
			if isSite(filepath.Join(dir, "regions")) {
				return dir, true, nil
			}
			if filepath.Dir(dir) == dir {
				break
			}
		}
	}
	return here, false, nil
}

// begin offers a site and asks what it needs to know; false where none was wanted.
func (v visitor) begin(home string) (bool, error) {
	v.tell("There is no site in %s yet.", home)
	if answer := strings.ToLower(v.ask("Begin one here? Press Enter to begin, or type n to leave:")); strings.HasPrefix(answer, "n") {
		return false, nil
	}
	for {
		name := v.ask("Name of the region, such as 常熟市:")
		if name == "" {
			return false, nil
		}
		folder := v.ask("Short name in small Latin letters, which stands in addresses, such as changshu:")
		if folder == "" {
			return false, nil
		}
		err := v.beginRegion(beginning{regions: "regions", path: below("regions", folder), region: blank.Region{Name: name, Issuer: v.ask("Who signs its notices, such as 常熟市医疗保障局:")}})
		if err == nil {
			return true, nil
		}
		if !errors.Is(err, errContent) {
			v.warn("tonggao: %v", err)
		}
		v.tell("That did not work; once more. An empty line ends it.")
	}
}

// ask puts a question; the answer is one line, "" at the end of the input.
func (v visitor) ask(question string) string {
	v.tell("%s", message.Say(question))
	line, _ := v.in.ReadString('\n') // its end is an empty answer
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
func (v visitor) whenReady(ctx context.Context, address string) {
	for ctx.Err() == nil {
		answer, err := http.Get(address)
		if err == nil {
			_ = answer.Body.Close()
			if v.visit(address) != nil {
				v.warn("No browser opened: open one and type %s", address)
			}
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}
