// Package generator builds a site of public notices from its authors' files.
//
// # The house
//
//	                    templates/ ─▶ look ───────────────┐
//	                                                      ▼
//	regions/ ─▶ source ─▶ site.Site ─▶ plan.Plan ─┬─▶ html, ics, data, texts, docx ────────┬─▶ publish ─▶ output/
//	           (toml, prose, mention)             ├─▶ sheet (placed) ─▶ pdf, ofd, picture ─┘   (bundle)
//	              │ ▲                             │   (typeset)
//	              │ └─ advice                     └── phrase: one wording for all writers
//	              ▼
//	          problems ─▶ stderr
//	                                      main.go ─▶ command (flags, clock, terminal) ─▶ generator.Build
//
// Five nouns carry the data: source is what authors wrote; site is what it
// means; plan is what will exist; a writer turns one planned output into bytes, a
// print by way of a document that any format can spell; publish puts bytes on disk.
// Every stage is a function from one noun to the next, and every command stands on one
// of them.
//
// # Rooms
//
// Each room may import the rooms behind it and no others; house_test.go holds
// this table against the code. Every room may import message.
//
//	message:
//	problem:
//	later:
//	lately:
//	catalog:  later problem
//	halfwidth:
//	phone:    halfwidth
//	uuid:
//	site:     problem prose uuid
//	course:   site
//	prints:   site
//	prose:    problem halfwidth
//	mention:  site garble
//	outline:  prose site
//	schema:   lexicon prints prose site
//	toml:     schema prose mention site problem halfwidth
//	advice:   toml schema problem outline prose site mention garble phone
//	origin:   toml schema prose problem
//	folders:  disk advice toml schema problem prose reading site
//	source:   folders advice origin toml schema problem outline prose course site mention
//	plan:     prints problem site
//	lexicon:  site
//	timing:   lexicon site
//	phrase:   outline timing lexicon prose site phone
//	article:  lately outline lexicon phrase prose site
//	sense:    site
//	quick:
//	code:
//	look:     quick typeset toml schema site problem
//	words:    prints site
//	reading:
//	now:      words timing phrase site
//	timeline: now timing phrase site
//	linked:   phrase site
//	html:     code prints look quick timeline linked now words reading texts article sense timing phrase plan prose course site phone
//	typeset:  lately
//	glyphs:   prints article phrase plan prose site problem
//	placed:   code typeset phrase site
//	deflate:
//	sheet:    code prints placed look typeset article sense timing phrase plan site problem
//	pdf:      deflate lately placed typeset
//	ofd:      pack placed typeset
//	docx:     pack article lexicon sense phrase plan site
//	picture:  deflate lately placed typeset
//	ics:      lately phrase plan prose site
//	data:     phrase plan prose course site
//	texts:    article code lexicon phrase plan site
//	manifest:
//	pack:
//	relink:
//	disk:
//	keys:     disk plan site
//	survey:   disk keys
//	describe: manifest plan outline site
//	bundle:   describe keys relink words prints manifest pack phrase plan site
//	publish:  disk survey manifest problem
//	verify:   prints manifest plan outline site problem
//	garble:
//	amend:    site toml
//	blank:    schema amend origin phrase prose site problem
//	pdftext:
//	document: later pdftext garble problem
//	issued:   later mention garble prose site problem
//	audit:    issued mention article phrase site problem
//	grammar:  later issued mention site
//	sketch:   grammar course issued site
//	beside:   grammar issued mention site
//	claim:    beside sketch grammar issued mention phrase site problem
//	draft:    claim sketch grammar issued mention site problem
//	standing: phrase site
//	move:     generator advice amend mention origin phrase plan prose problem site source verify
//	desk:     catalog generator plan problem source
//	forms:    generator amend blank catalog document draft mention move origin phrase plan prints problem schema site source verify words
//	signing:  manifest
//	usage:    catalog
//	arrival:  catalog problem halfwidth
//	rewrite:  arrival blank disk move schema
//	profile:
//	command:  *
//
// A room owns a format, an outside library or a rule. Print has four: typeset knows
// how Chinese is set and no page; placed is the closed value of all that a print shows,
// and in which order it is read; sheet lays out notices, posters and summaries as such
// values; pdf and ofd each spell one as a file, picture as pixels, and another format is
// another room beside them. docx spells the article itself, for an office that
// goes on writing: lines and pages are its program's. deflate has codes for what pdf and
// picture compress themselves, since they know what repeats in it. pack writes the ZIP files
// that some of these are; relink gives pages that go into one other addresses. glyphs finds
// what no face can print, before anything is laid out. look is the second source: templates/,
// read once into one value. quick fills templates of html/template and knows nothing of
// notices. code makes the codes that telephones read.
//
// Pages have five rooms beside html: words are what they say themselves, now is what they
// know of the present, as steps for a script, timeline lays out the drawing of outages, linked
// tells programs what a page is about, and reading tells how names are read, so that an index
// finds them by pinyin.
//
// phrase puts facts into words, their times by timing, and lexicon has those words: a new
// wording of what is told already is a change of the lexicon alone. article makes a notice, or the notice of a change,
// into a text of blocks, which html and sheet show. sense knows where a title can be broken.
//
// course works out from a notice's milestones how its services pass through time; site has
// the result.
//
// phone knows how telephone numbers are written, dialled and found in a text.
//
// later keeps the regular expressions of rooms that few commands enter until they are asked,
// lately what was made last until other things were.
//
// outline numbers the sections of a notice and gives them addresses.
//
// message is what the program says, apart from the language it says it in; catalog has it
// all in Chinese. usage says how the command line is used, arrival how a person comes to it:
// from which folder, with which path, or by a double click. profile tells where a build's
// time goes.
//
// schema says what authors may write: reader, editors, reference and blank files draw
// from it. mention stands beside phrase: it finds the times that a text names, which
// advice needs for times typed in prose and audit for notices issued on paper. garble
// tells a damaged or converted text from a clean one. amend owns a rule: what a change
// of an author's file does not mean stays as it was, octet for octet; move finds out
// what a change of times would do, before anything is written. blank owns what authors
// begin with: files that explain themselves. standing answers for one instant how
// services stand. desk shows a site while it is written, forms are
// where somebody without an editor writes it.
//
// Reading is five rooms: toml knows files and no notice, folders reads all of regions/, and
// again what changed of it, source makes the Site and says what keeps it from being made,
// advice says what a careful colleague would say of files that can be read, origin keeps
// where each value was written.
//
// texts spells the facts for where people look besides: articles, messages, loudspeakers,
// telephones; html shows them to be copied. What follows the clock in a hall or in another
// site are pages of html too.
//
// disk takes the steps that fail on Windows while another program has a file open, and
// keeps no folder open itself. rewrite puts changes on an author's disk: all of them or
// none, and only over what was read.
//
// keys tells what an output could see, so that what has its key is not made again. survey
// tells whether a folder is as it was, without reading what is in it.
//
// manifest is what a published folder says of itself, and describe what is told there of its
// notices: publish writes folder and manifest, verify reads them and judges. bundle packs the
// files of a notice into one, with a manifest of their own.
//
// document turns the office's file into words, pdftext the pages of a PDF; issued reads a notice that an office issued; audit
// compares it with the data. draft makes data of it: claim finds what the text states, by
// what grammar knows of verbs and names and beside of labels and lists, and sketch makes that fit.
//
// # Rules
//
// Only command with its rooms and those of a published folder import os; only command has a
// clock, so the same files make the same bytes anywhere. An instant is written once, in
// TOML, and only phrase words it. toml, goldmark and fpdf have one door each. A Site
// that exists is valid: nothing downstream checks again. Authors' mistakes are
// problems with positions, all at once; the machine's failures are wrapped
// errors; the two never mix.
package generator
