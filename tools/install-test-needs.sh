#!/bin/sh
# Brings what the tests need beside the dependencies: a browser, and the optional sentence-embedding package. What cannot
# be had is said, and the tests that need it skip with their reason.
set -eu
cd "$(dirname "$0")/.."
transformers=4.3.1

install_browser() {
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then return 0; fi
  done
  if ! command -v apt-get >/dev/null 2>&1; then
    echo 'No chromium and no apt-get: the page tests will be skipped.' >&2
    return 0
  fi
  as_root=
  [ "$(id -u)" -eq 0 ] || as_root='sudo -n'
  echo 'Installing chromium for the page tests ...'
  $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium >/dev/null ||
    echo 'chromium could not be installed: the page tests will be skipped.' >&2
}

# Kept out of node_modules: 474 MB that only people who choose this embedder want.
install_transformers() {
  folder=.cache/transformers
  if [ -d "$folder/node_modules/@huggingface/transformers" ]; then return 0; fi
  echo 'Installing the optional embedding package for its test ...'
  mkdir -p "$folder"
  echo '{ "private": true }' >"$folder/package.json"
  npm install --prefix "$folder" --ignore-scripts --no-save --loglevel=error "@huggingface/transformers@$transformers" >/dev/null ||
    echo 'The embedding package could not be installed: its test will be skipped.' >&2
}

install_browser
install_transformers
