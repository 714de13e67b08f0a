#!/usr/bin/env bash
# Makes the container image from the archives of a release and pushes it:
# image.sh v1.2.3 dist ghcr.io/owner/tonggao
set -euo pipefail
tag=$1 dist=$2 image=${3,,}
context=$(mktemp -d)
for processor in amd64 arm64; do
  mkdir "$context/$processor"
  tar -xzf "$dist/tonggao-${tag#v}-linux-$processor.tar.gz" -C "$context/$processor" --strip-components=1
done
mv "$context/amd64/licences" "$context/licences"
cp "$(dirname "$0")/Dockerfile" "$context"
printf %s "$TOKEN" | docker login "${image%%/*}" --username "$USER" --password-stdin
docker buildx create --use >/dev/null
docker buildx build --platform linux/amd64,linux/arm64 --provenance=true --sbom=true --tag "$image:${tag#v}" --push "$context"
