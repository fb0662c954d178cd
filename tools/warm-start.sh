#!/bin/sh
# Starts Nima once on a folder that is thrown away, so that the first real start finds its code compiled (3 s become 1).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$folder"' EXIT
mkdir -p "$root/node_modules/.cache/nima"
NIMA_DATA_FOLDER=$folder NIMA_SERVER_PORT=0 NIMA_MODEL_PROVIDER=offline NIMA_LOG_LEVEL=error \
  "$root/bin/nima" serve >"$folder/output" 2>&1 &
pid=$!
# A start is slow at worst on a small board; without this the build still stands, only the first start is slower.
tries=0
until grep -q 'Ctrl+C' "$folder/output"; do
  tries=$((tries + 1))
  if [ "$tries" -gt 300 ] || ! kill -0 "$pid" 2>/dev/null; then
    echo 'Nima could not be started beforehand; its first start will take a little longer.' >&2
    exit 0
  fi
  sleep 0.1
done
kill -TERM "$pid"
wait "$pid" || true
pid=
