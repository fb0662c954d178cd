#!/usr/bin/env bash
# A stranger's first minute: clone, "make run", health, sign in, one chat turn, stop. Leaves nothing behind.
set -euo pipefail
folder=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
url=http://127.0.0.1:$port
server=
finish() {
  [ -z "$server" ] || kill -- "-$server" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT
fail() { echo "smoke: $1" >&2; tail -n 40 "$folder/log" >&2 || true; exit 1; }

git clone --quiet . "$folder/nima"
cd "$folder/nima"
set -m
NIMA_DATA_FOLDER=$folder/data NIMA_SERVER_PORT=$port make run >"$folder/log" 2>&1 &
server=$!
set +m
for _ in $(seq 600); do
  curl -fsS "$url/health/live" >/dev/null 2>&1 && break
  kill -0 "$server" 2>/dev/null || fail 'make run ended by itself'
  sleep 0.5
done
curl -fsS "$url/health" | grep -q '"status":"healthy"' || fail 'not healthy'
curl -fsS "$url/" | grep -qi '<!doctype html' || fail 'the page is not served'
password=$(sed -n 's/.*password  \([a-z0-9-]*\)$/\1/p' "$folder/log" | head -n 1)
[ -n "$password" ] || fail 'no password was shown'
token=$(curl -fsS -H 'Content-Type: application/json' -d "{\"password\":\"$password\"}" "$url/v1/users/sessions" | sed 's/.*"token":"\([^"]*\)".*/\1/')
answer=$(curl -fsS -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
  -d '{"messages":[{"role":"user","content":"Hello"}]}' "$url/v1/chat") || fail 'chat did not answer'
grep -q '"response":"..*"' <<<"$answer" || fail "an odd answer: $answer"
grep -q '"conversation_id":"' <<<"$answer" || fail "no conversation id: $answer"
kill -TERM -- "-$server"
for _ in $(seq 60); do kill -0 "$server" 2>/dev/null || break; sleep 0.25; done
if kill -0 "$server" 2>/dev/null; then fail 'did not stop within 15 s'; fi
server=
echo 'smoke: clone, run, health, sign-in, chat and stop work'
