#!/usr/bin/env bash
# Runs a program whose lines hold other people's words, so that the log is only a log: where
# a line begins with :: or has ##[, the runner acts on it, be it from a pull request, until it
# is told to stop by a word that nobody can know. What the program says comes by one stream,
# since the runner reads two in any order; and setup-go's matcher of lines like ./x.go:1:1: goes.
set -euo pipefail
word=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
printf '::remove-matcher owner=go::\n::stop-commands::%s\n' "$word"
trap 'printf "\n::%s::\n" "$word"' EXIT
"$@" 2>&1
