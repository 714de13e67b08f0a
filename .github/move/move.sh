#!/usr/bin/env bash
# Moves a milestone for somebody who fills in a form, and hands the change on. What the
# form holds is other people's words: here they are arguments and never commands. They go
# to the summary, indented so that they are code, and not to the log, where a line that
# begins with :: acts on the runner.
#
#   move.sh make      moves, by PROGRAM, REGIONS, NOTICE, MILESTONE, TIME and REASON
#   move.sh check     says in the step's outputs whether the site can be built
#   move.sh keep      writes the change as a patch to the step's outputs
#   move.sh apply     applies the patch in PATCH
#   move.sh propose   commits, pushes a branch and opens a pull request
#   move.sh push      commits and pushes to the branch that the workflow runs for
set -euo pipefail

# as_code indents a text; a summary holds 1 MiB.
as_code() {
  head --bytes 200000 "$1" >"$1.begin"
  tr '\r' '\n' <"$1.begin" >"$1.lines"
  sed 's/^/    /' "$1.lines"
  if [ "$(wc --bytes <"$1")" -gt 200000 ]; then printf '\n    …\n'; fi
}

make_it() {
  local what="$NOTICE#$MILESTONE" told="$RUNNER_TEMP/told.txt" title="What is moved" arguments
  arguments=(move --regions "$REGIONS" --why "$REASON" --yes)
  case "$TIME" in
    withdraw | withdrawn | 取消) arguments+=(--withdraw -- "$what") ;;
    "by "*) arguments+=(--by "${TIME#by }" -- "$what") ;;
    "after "*) arguments+=(--after "${TIME#after }" -- "$what") ;;
    "before "*) arguments+=(--before "${TIME#before }" -- "$what") ;;
    "until "*) arguments+=(--until "${TIME#until }" -- "$what") ;;
    certain | 确定) arguments+=(--certain -- "$what") ;;
    *) arguments+=(-- "$what" "$TIME") ;;
  esac
  local failed=0
  "$PROGRAM" "${arguments[@]}" >"$told" 2>&1 || failed=$?
  if [ "$failed" != 0 ]; then title="Nothing is moved"; fi
  {
    printf '### %s\n\n' "$title"
    as_code "$told"
    printf '\n'
  } >>"$GITHUB_STEP_SUMMARY"
  if [ "$failed" != 0 ]; then
    echo "nothing is moved; the summary of this run says why"
    exit 1
  fi
}

check_it() {
  local passes=true
  "$PROGRAM" check --regions "$REGIONS" >"$RUNNER_TEMP/checked.txt" 2>&1 || passes=false
  {
    printf '### Check\n\n'
    as_code "$RUNNER_TEMP/checked.txt"
    printf '\n'
  } >>"$GITHUB_STEP_SUMMARY"
  printf 'passes=%s\n' "$passes" >>"$GITHUB_OUTPUT"
}

keep_it() {
  git add --all -- "$REGIONS"
  git diff --cached --binary >"$RUNNER_TEMP/move.patch"
  printf 'patch=%s\n' "$(base64 --wrap=0 "$RUNNER_TEMP/move.patch")" >>"$GITHUB_OUTPUT"
}

apply_it() {
  printf '%s' "$PATCH" >"$RUNNER_TEMP/move.base64"
  base64 --decode "$RUNNER_TEMP/move.base64" >"$RUNNER_TEMP/move.patch"
  git apply --index --include="$REGIONS/*" "$RUNNER_TEMP/move.patch"
}

commit_it() {
  git add --all -- "$REGIONS"
  git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' commit --quiet --message "$1"
  gh auth setup-git
}

case "$1" in
  make) make_it ;;
  check) check_it ;;
  keep) keep_it ;;
  apply) apply_it ;;
  propose)
    branch="move-$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT"
    git switch --quiet --create "$branch"
    commit_it "A milestone is moved"
    git push --quiet origin "$branch"
    printf 'Made by the form of the workflow. What changes, which sheets must be printed again and which lines read again: %s\n' \
      "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID" >"$RUNNER_TEMP/body.md"
    gh pr create --base "$GITHUB_REF_NAME" --head "$branch" --title "A milestone is moved" --body-file "$RUNNER_TEMP/body.md"
    ;;
  push)
    commit_it "A milestone is moved"
    git push --quiet origin "HEAD:refs/heads/$GITHUB_REF_NAME"
    ;;
  *)
    echo "move.sh does not know $1" >&2
    exit 2
    ;;
esac
