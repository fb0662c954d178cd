#!/bin/sh
# Brings the browser the page is tested in, where Debian's packages can bring it. Without it those tests skip and say so.
set -eu
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if ! command -v apt-get >/dev/null 2>&1; then
  echo 'No chromium and no apt-get: the page tests will be skipped.' >&2
  exit 0
fi
as_root=
[ "$(id -u)" -eq 0 ] || as_root='sudo -n'
echo 'Installing chromium for the page tests ...'
if ! { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium >/dev/null; }; then
  echo 'chromium could not be installed: the page tests will be skipped.' >&2
fi
