package ics_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // golang-ical asks for the zone by name

	ical "github.com/arran4/golang-ical"

	"tonggao/generator/testkit"
)

// folder writes files for a program to read.
func folder(t *testing.T, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for path, file := range files {
		if err := os.WriteFile(filepath.Join(dir, path), file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func goReader(t *testing.T, folder string) map[string]row {
	t.Helper()
	rows := map[string]row{}
	for _, path := range list(t, folder) {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		calendar, err := ical.ParseCalendar(bytes.NewReader(file))
		if err != nil {
			t.Fatal(path, err)
		}
		for _, e := range calendar.Events() {
			value := func(name ical.ComponentProperty) string { return e.GetProperty(name).Value }
			r := row{File: filepath.Base(path), UID: e.Id(), Status: value(ical.ComponentPropertyStatus), Summary: value(ical.ComponentPropertySummary),
				Description: value(ical.ComponentPropertyDescription), Location: value(ical.ComponentPropertyLocation), URL: value(ical.ComponentPropertyUrl)}
			r.Sequence, _ = strconv.Atoi(value(ical.ComponentPropertySequence))
			r.Day = len(value(ical.ComponentPropertyDtStart)) == len("20060102")
			start, end := e.GetStartAt, e.GetEndAt
			if r.Day {
				start, end = e.GetAllDayStartAt, e.GetAllDayEndAt
			}
			r.Start, r.End, r.Stamp = unix(t, start, r.Day), unix(t, end, r.Day), unix(t, e.GetDtStampTime, false)
			rows[r.File+" "+r.UID] = r
		}
	}
	return rows
}

// unix takes an instant; a day in the machine's zone counts as one in UTC.
func unix(t *testing.T, get func() (time.Time, error), day bool) int64 {
	t.Helper()
	at, err := get()
	if err != nil {
		t.Fatal(err)
	}
	if day {
		at = time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
	}
	return at.Unix()
}

func nodeReader(t *testing.T, folder string) map[string]row {
	t.Helper()
	module := testkit.Package(t, "ical.js/dist/ical.js")
	out := run(t, testkit.Need(t, "node"), "testdata/reader.mjs", module, folder)
	rows := map[string]row{}
	for line := range strings.Lines(string(out)) {
		var r row
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		rows[r.File+" "+r.UID] = r
	}
	return rows
}

func cReader(t *testing.T, folder string) map[string]row {
	t.Helper()
	rows := map[string]row{}
	out := run(t, compiled(t), list(t, folder)...)
	for record := range strings.SplitSeq(strings.TrimSuffix(string(out), "\x1e"), "\x1e") {
		f := strings.Split(record, "\x1f")
		if len(f) != 12 {
			continue
		}
		start, _ := strconv.ParseInt(f[2], 10, 64)
		end, _ := strconv.ParseInt(f[3], 10, 64)
		sequence, _ := strconv.Atoi(f[6])
		stamp, _ := strconv.ParseInt(f[7], 10, 64)
		file := filepath.Base(f[0])
		rows[file+" "+f[1]] = row{File: file, UID: f[1], Start: start, End: end, Day: f[4] == "1", Status: f[5], Sequence: sequence, Stamp: stamp,
			Summary: f[8], Description: f[9], Location: f[10], URL: f[11]}
	}
	return rows
}

// compiled builds the reader on libical.
func compiled(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "reader")
	gcc := testkit.Need(t, "gcc")
	testkit.Header(t, gcc, "libical/ical.h")
	run(t, gcc, "-O1", "-Wall", "-o", program, "testdata/reader.c", "-lical")
	return program
}

func list(t *testing.T, folder string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.ics"))
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

func run(t *testing.T, program string, args ...string) []byte {
	t.Helper()
	command := exec.Command(program, args...)
	var problems bytes.Buffer
	command.Stderr = &problems
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, problems.String())
	}
	return out
}
