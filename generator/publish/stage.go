// Package publish puts bytes on disk and is the writing side of a published folder, as
// verify is the reading one: it stages a new tree beside the published folder, says in a
// manifest what is in it, takes over what has not changed, and exchanges the two trees
// in one step.
//
// Everything of one build lives in one work folder beside the output, named
// .NAME.tonggao: the lock file, the new tree, and where the system cannot
// exchange two folders, for a moment, the old one. Its name is fixed, so the next
// build finds and cleans what a killed one left behind. Of a large site the
// replaced tree stays there as a spare, see spareFrom. The published folder is
// never written into: it is the old tree until the exchange and the new one after
// it, whatever happens to the program or the machine. Where a build would publish
// what is there already, to the octet, nothing is exchanged.
//
// It renders nothing and judges nothing. Begin reading at Stage.
package publish

import (
	"bufio"
	"context"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"tonggao/generator/manifest"
	"tonggao/generator/message"
	"tonggao/generator/survey"
)

// Options say where a build is published.
type Options struct {
	Output   string           // the folder; made when it is missing, links in its path are followed
	Inputs   []string         // folders that the build reads, apart from which the output must lie, forced or not
	Force    bool             // replace a folder that holds files tonggao did not make
	Reuse    []string         // further folders that unchanged files may be taken from, such as shards; trusted as they are
	Signer   *manifest.Signer // signs the manifest; nil for none
	Unsigned bool             // let a signed folder be replaced by one without a signature
	Waiting  func()           // called once when another build holds the folder; may be nil
}

// A Stage is a new tree in the making. Create and Reuse may be called from many
// goroutines; Commit and Discard from one, when all files are closed.
type Stage struct {
	output  string // absolute, links resolved
	work    string // the work folder beside it
	tree    string // the new tree in it
	lock    *lock
	signer  *manifest.Signer
	forced  bool         // foreign files are to go
	marked  bool         // the published folder has marks that can be trusted
	spare   bool         // the new tree is an old one, to be brought up to date
	kept    bool         // it stays for the next build
	used    atomic.Bool  // something was written into it
	sources []source     // the published folder first
	buffers sync.Pool    // of *bufio.Writer
	clock   time.Time    // of the file system, before the published folder was looked at
	whole   int64        // likewise in nanoseconds, when the new tree was; 0 where nobody knows
	seen    *survey.Tree // the published folder
	seal    func() seal  // reads what the last build left, once
	note    func() error // leaves how what the build reads looked, for the next
	look    func() error // looks at the published folder, once
	sealed  seal         // what the last build left, without its folders when these were looked at
	key     string       // these two are for the next seal
	told    []byte

	making sync.Mutex      // is held by who makes folders
	made   map[string]bool // folders of the new tree

	taken []atomic.Bool // by the number of a published file: it is taken over

	mu       sync.Mutex
	files    map[string]record // the others
	copied   map[string]bool   // folders with files that could not be linked
	shares   map[string]*share // by folder, when Commit knows all files
	inShares []*share          // those folders in order

	// checked are the files to be taken over as they were when their content was found good.
	// Where the mark of their folder stands, only those are among them beside which
	// something is new.
	checked map[string]fs.FileInfo
}

// Totals says how much a new tree holds so far. The manifest is not counted.
type Totals struct {
	Files  int   `json:"files"`
	Reused int   `json:"reused"` // of the files
	Bytes  int64 `json:"bytes"`

	ByKind map[string]Weight `json:"by_kind"` // by the end of the name, such as pdf
}

// A Weight is how much of a tree files of one kind are.
type Weight struct {
	Files int   `json:"files"`
	Bytes int64 `json:"bytes"`
}

// Open takes the lock of an output folder, cleans what a killed build left, and
// begins a new tree. While another build holds the lock it waits until ctx ends.
// It refuses a folder with files that tonggao did not make, unless forced.
func Open(ctx context.Context, o Options) (*Stage, error) {
	if err := apart(o); err != nil {
		return nil, err
	}
	s, err := hold(ctx, o)
	if err != nil {
		return nil, err
	}
	return s.open(o)
}

// open is Open under the lock.
func (s *Stage) open(o Options) (*Stage, error) {
	if err := s.begin(o); err != nil {
		s.Discard()
		return nil, err
	}
	return s, nil
}

// hold takes the lock of an output folder.
func hold(ctx context.Context, o Options) (*Stage, error) {
	s, err := stageOf(o)
	if err != nil {
		return nil, err
	}
	if s.lock, err = take(ctx, s.work, o.Waiting); err != nil {
		return nil, explain("prepare", o.Output, err)
	}
	s.marked = s.signer == nil && survey.Local(s.work)
	return s, nil
}

// stageOf is the stage of an output folder before it is locked.
func stageOf(o Options) (*Stage, error) {
	output, err := locate(o.Output)
	if err != nil {
		return nil, err
	}
	dir, name := filepath.Split(output)
	s := &Stage{
		output: output,
		work:   filepath.Join(dir, "."+name+".tonggao"),
		signer: o.Signer,
		forced: o.Force,
		files:  map[string]record{},
		copied: map[string]bool{},
		made:   map[string]bool{},

		checked: map[string]fs.FileInfo{},
	}
	s.tree = filepath.Join(s.work, "new")
	s.seal = sync.OnceValue(s.readSeal)
	s.look = sync.OnceValue(func() error { return s.survey(o) })
	s.note = func() error { return nil }
	s.buffers.New = func() any { return bufio.NewWriterSize(nil, 64<<10) }
	return s, nil
}

// begin makes a held stage ready for files. The published folder is looked at while its
// manifest is read.
func (s *Stage) begin(o Options) error {
	if err := restore(s.output, s.work); err != nil {
		return explain("restore", o.Output, err)
	}
	var old source
	var err error
	var reading sync.WaitGroup
	reading.Go(func() { old, err = openSource(s.output, s.signer) })
	unseen := s.look()
	if reading.Wait(); err != nil {
		return err
	}
	if s.signer == nil && !o.Unsigned && old.signed {
		return message.Errorf("publish to %s: what is published there is signed, and this build has no key: sign it with --sign or TONGGAO_SIGN_KEY, or give the signature up with --unsigned", o.Output)
	}
	if unseen != nil {
		return unseen
	}
	if err := s.judge(o, &old); err != nil {
		return err
	}
	s.sources = append(s.sources, old)
	s.taken = make([]atomic.Bool, old.manifest.Files.Len())
	for _, dir := range o.Reuse {
		more, err := openSource(dir, nil)
		if err != nil {
			return err
		}
		s.sources = append(s.sources, more)
	}
	if err := s.ready(); err != nil {
		return explain("prepare", o.Output, err)
	}
	return nil
}

// Totals counts the files that are in the new tree.
func (s *Stage) Totals() Totals {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := Totals{ByKind: map[string]Weight{}}
	t.Files, t.Reused = s.count()
	for name, file := range s.all() {
		kind := strings.TrimPrefix(path.Ext(name), ".")
		w := t.ByKind[kind]
		t.ByKind[kind] = Weight{w.Files + 1, w.Bytes + file.Size}
		t.Bytes += file.Size
	}
	return t
}

// Discard removes the new tree, but a spare one that is as it was, and gives the lock back;
// the published folder stays as it is. After Commit, or a second time, it does nothing.
func (s *Stage) Discard() {
	if s.lock == nil {
		return
	}
	if !s.kept && !(s.spare && !s.used.Load()) {
		_ = s.clean() // what stays behind is cleaned by the next build
	}
	s.lock.release()
	s.lock = nil
}
