/**
 * The `daypass` command of Linux and macOS: a POSIX sh script around `curl`, so that an answer costs no Electron.
 * SECURITY: credentials go from curl to stdout, or into the environment of the one command that was asked for;
 * they are never an argument (shell builtins have none) and never on stderr. Pure.
 */
import type { StartCommand } from './start-command.ts';

interface CommandParts {
  version: string;
  socket: string;
  start: StartCommand;
  platform: NodeJS.Platform;
}

/** POSIX 2.2.2: inside single quotes everything is itself but the quote. */
export function shQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

export function posixCommand({ version, socket, start, platform }: CommandParts): string {
  const env = Object.entries(start.env).map(([name, value]) => `${name}=${shQuoted(value)}`);
  const words = start.words.map(shQuoted).join(' ');
  const launch = [
    'env',
    '-u AWS_ACCESS_KEY_ID -u AWS_SECRET_ACCESS_KEY -u AWS_SESSION_TOKEN',
    ...env,
    words,
  ].join(' ');
  return script
    .replace('@VERSION@', () => version)
    .replace('@SOCKET@', () => shQuoted(socket))
    .replace('@DISPLAY@', () => (platform === 'darwin' ? ':' : `[ -n "\${DISPLAY:-}\${WAYLAND_DISPLAY:-}" ]`))
    .replace('@LAUNCH@', () => launch);
}

/** curl's own exit codes: 7 nobody listens, 28 too late, 52 and 56 the other side went away. */
const script = `#!/bin/sh
# The daypass command, written by Daypass @VERSION@ at every start: changes do not last.
# It asks the running app over a socket that only you can open, and starts the app where it isn't running.
set -u
socket=@SOCKET@
newline='
'

usage() {
  cat <<'END'
daypass credentials PASS            what credential_process in ~/.aws/config runs
daypass env PASS [--shell SHELL]    lines for bash, fish, nushell, powershell or cmd: eval "$(daypass env PASS)"
daypass env PASS --endpoint         the same for SDKs that fetch anew by themselves (container credentials)
daypass exec PASS -- COMMAND...     runs one command with the credentials
daypass status [--json]             every pass and how long it lasts
daypass signin PASS                 signs in now
daypass console PASS [--print]      opens the AWS console, or prints the link (good for 15 minutes)
daypass open s3://BUCKET/PREFIX     shows it in Daypass

PASS is a pass's name, id or role ARN. --wait SECONDS: how long to wait for a sign-in (50).
END
}

fail() {
  printf 'daypass: %s\\n' "$1" >&2
  exit "\${2:-1}"
}

misused() {
  printf 'daypass: %s\\n' "$1" >&2
  usage >&2
  exit 64
}

launch() {
  @DISPLAY@ || fail 'Daypass is not running, and there is no display to start it on' 69
  # In a session of its own, so that Ctrl+C here does not end it.
  if command -v setsid >/dev/null 2>&1; then
    setsid @LAUNCH@ </dev/null >/dev/null 2>&1 &
  else
    @LAUNCH@ </dev/null >/dev/null 2>&1 &
  fi
}

# ask QUESTION FIELD...: leaves the answer in $answer, or ends with one line on stderr.
ask() {
  question=$1
  shift
  tries=0
  while :; do
    answer=$(curl -q -s --noproxy '*' --unix-socket "$socket" --max-time "$((wait + 15))" -w '\\n%{http_code}' \\
      --get "$@" --data-urlencode "tool=$tool" "http://daypass/v1/$question")
    case $? in
    0) break ;;
    7)
      [ "$tries" = 0 ] && launch
      tries=$((tries + 1))
      [ "$tries" -gt 150 ] && fail 'Daypass was started but does not answer' 69
      sleep 0.2
      ;;
    28) fail 'Daypass did not answer in time' 75 ;;
    52 | 56) fail 'Daypass ended meanwhile' 69 ;;
    127) fail 'curl is not installed, and the daypass command needs it' 69 ;;
    *) fail 'Daypass could not be asked' 69 ;;
    esac
  done
  status=\${answer##*"$newline"}
  answer=\${answer%"$newline"*}
  case $status in
  200) ;;
  504) fail "$answer" 75 ;;
  400) fail "$answer" 64 ;;
  *) fail "$answer" 1 ;;
  esac
}

# Who asks, for a person to read; behind the \`sh -c\` that some SDKs go through.
tool=
nameOf() {
  { read -r tool <"/proc/$1/comm"; } 2>/dev/null || :
}
nameOf "$PPID"
if [ "$tool" = sh ]; then
  while read -r field value; do
    [ "$field" = PPid: ] && nameOf "$value" && break
  done <"/proc/$PPID/status"
fi
wait=50
pass=
shell=
endpoint=0
json=0
print=0
[ $# -gt 0 ] || misused 'what is to be done?'
command=$1
shift
while [ $# -gt 0 ]; do
  case $1 in
  --wait | --shell | --pass)
    [ $# -gt 1 ] || misused "$1 wants a value"
    case $1 in
    --wait) wait=$2 ;;
    --shell) shell=$2 ;;
    --pass) inPass=$2 ;;
    esac
    shift
    ;;
  --endpoint) endpoint=1 ;;
  --json) json=1 ;;
  --print) print=1 ;;
  --)
    shift
    # After "exec PASS --" comes the command; anywhere else the pass, whatever it begins with.
    [ "$command" = exec ] && [ -n "$pass" ] && break
    [ $# -gt 0 ] || misused 'there is nothing after --'
    [ -z "$pass" ] || misused "one thing at a time: $1"
    pass=$1
    ;;
  -*) misused "unknown option $1" ;;
  *)
    [ -z "$pass" ] || misused "one thing at a time: $1"
    pass=$1
    ;;
  esac
  shift
done
case $wait in
'' | *[!0-9]* | ?????*) misused '--wait wants whole seconds' ;;
esac

named() {
  [ -n "$pass" ] || misused 'which pass?'
}

case $command in
credentials)
  named
  ask credentials --data-urlencode "pass=$pass" -d "wait=$wait"
  printf '%s\\n' "$answer"
  ;;
env)
  named
  if [ -z "$shell" ]; then
    case \${SHELL:-} in
    */fish) shell=fish ;;
    */nu) shell=nushell ;;
    *) shell=bash ;;
    esac
  fi
  ask env --data-urlencode "pass=$pass" -d "wait=$wait" --data-urlencode "shell=$shell" -d "endpoint=$endpoint"
  printf '%s\\n' "$answer"
  ;;
exec)
  named
  [ $# -gt 0 ] || misused 'which command? daypass exec PASS -- COMMAND'
  ask env --data-urlencode "pass=$pass" -d "wait=$wait" -d shell=bash -d "endpoint=$endpoint" -d exec=1
  eval "$answer"
  exec "$@"
  ;;
status)
  ask status -d "json=$json"
  printf '%s\\n' "$answer"
  ;;
signin)
  named
  ask signin --data-urlencode "pass=$pass" -d "wait=$wait"
  printf '%s\\n' "$answer"
  ;;
console)
  named
  ask console --data-urlencode "pass=$pass" -d "wait=$wait" -d "print=$print"
  [ -z "$answer" ] || printf '%s\\n' "$answer"
  ;;
open)
  [ -n "$pass" ] || misused 'what is to be opened?'
  if [ -n "\${inPass:-}" ]; then
    ask open --data-urlencode "address=$pass" --data-urlencode "pass=$inPass"
  else
    ask open --data-urlencode "address=$pass"
  fi
  ;;
version | --version)
  ask version
  printf '%s\\n' "$answer"
  ;;
help | --help | -h) usage ;;
*) misused "unknown command $command" ;;
esac
`;
