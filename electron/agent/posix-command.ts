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
# Variables that were exported before stay exported: what is ours must not reach the command that exec runs.
unset dp_answer dp_command dp_endpoint dp_field dp_holds dp_inPass dp_json dp_newline dp_pass dp_print \\
  dp_question dp_shell dp_socket dp_starting dp_status dp_tool dp_tries dp_turn dp_value dp_wait
dp_socket=@SOCKET@
dp_newline='
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

PASS is a pass's name, AWS profile, id or role ARN. --wait SECONDS: how long to wait for a sign-in (50).
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

# Of many that find nobody at the same time one may start the app, and the others wait for it too.
takeTurn() {
  @DISPLAY@ || fail 'Daypass is not running, and there is no display to start it on' 69
  dp_starting=\${dp_socket%/*}-starting
  # Left by one that was interrupted.
  [ -z "$(find "$dp_starting" -prune -mmin +1 2>/dev/null)" ] || rmdir "$dp_starting" 2>/dev/null
  if mkdir -m 700 "$dp_starting" 2>/dev/null; then
    dp_holds=1
  elif [ -O "$dp_starting" ]; then
    return 1
  fi
  dp_turn=1
}

endTurn() {
  [ -z "$dp_holds" ] || rmdir "$dp_starting" 2>/dev/null
  dp_holds=
}

# In a session of its own, so that Ctrl+C here does not end it.
launch() {
  if command -v setsid >/dev/null 2>&1; then
    setsid @LAUNCH@ </dev/null >/dev/null 2>&1 &
  else
    @LAUNCH@ </dev/null >/dev/null 2>&1 &
  fi
}

# ask QUESTION FIELD...: leaves the answer in $dp_answer, or ends with one line on stderr.
ask() {
  dp_question=$1
  dp_turn=
  dp_holds=
  shift
  dp_tries=0
  while :; do
    dp_answer=$(curl -q -s --noproxy '*' --unix-socket "$dp_socket" --max-time "$((dp_wait + 15))" -w '\\n%{http_code}' \\
      --get "$@" --data-urlencode "tool=$dp_tool" "http://daypass/v1/$dp_question")
    dp_status=$?
    [ "$dp_status" = 7 ] || endTurn
    case $dp_status in
    0) break ;;
    7)
      if [ "$dp_tries" = 0 ]; then
        if [ -n "$dp_turn" ]; then
          launch
        elif takeTurn; then
          # Asked once more: whoever had the turn before may have started it since.
          continue
        fi
      fi
      dp_tries=$((dp_tries + 1))
      if [ "$dp_tries" -gt 150 ]; then
        endTurn
        fail 'Daypass was started but does not answer' 69
      fi
      sleep 0.2
      ;;
    28) fail 'Daypass did not answer in time' 75 ;;
    52 | 56) fail 'Daypass ended meanwhile' 69 ;;
    127) fail 'curl is not installed, and the daypass command needs it' 69 ;;
    *) fail 'Daypass could not be asked' 69 ;;
    esac
  done
  dp_status=\${dp_answer##*"$dp_newline"}
  dp_answer=\${dp_answer%"$dp_newline"*}
  dp_answer=\${dp_answer%"$dp_newline"}
  case $dp_status in
  200) ;;
  504) fail "$dp_answer" 75 ;;
  400) fail "$dp_answer" 64 ;;
  *) fail "$dp_answer" 1 ;;
  esac
}

# Who asks, for a person to read; behind the \`sh -c\` that some SDKs go through.
dp_tool=
nameOf() {
  { read -r dp_tool <"/proc/$1/comm"; } 2>/dev/null || :
}
nameOf "$PPID"
if [ "$dp_tool" = sh ]; then
  while read -r dp_field dp_value; do
    [ "$dp_field" = PPid: ] && nameOf "$dp_value" && break
  done <"/proc/$PPID/status"
fi
dp_wait=50
dp_pass=
dp_shell=
dp_endpoint=0
dp_json=0
dp_print=0
[ $# -gt 0 ] || misused 'what is to be done?'
dp_command=$1
shift
while [ $# -gt 0 ]; do
  case $1 in
  --wait | --shell | --pass)
    [ $# -gt 1 ] || misused "$1 wants a value"
    case $1 in
    --wait) dp_wait=$2 ;;
    --shell) dp_shell=$2 ;;
    --pass) dp_inPass=$2 ;;
    esac
    shift
    ;;
  --endpoint) dp_endpoint=1 ;;
  --json) dp_json=1 ;;
  --print) dp_print=1 ;;
  --)
    shift
    # After "exec PASS --" comes the command; anywhere else the pass, whatever it begins with.
    [ "$dp_command" = exec ] && [ -n "$dp_pass" ] && break
    [ $# -gt 0 ] || misused 'there is nothing after --'
    [ -z "$dp_pass" ] || misused "one thing at a time: $1"
    dp_pass=$1
    ;;
  -*) misused "unknown option $1" ;;
  *)
    [ -z "$dp_pass" ] || misused "one thing at a time: $1"
    dp_pass=$1
    ;;
  esac
  shift
done
case $dp_wait in
'' | *[!0-9]* | ?????*) misused '--wait wants whole seconds' ;;
esac
# With a zero before it a number would be octal.
dp_wait=\${dp_wait#"\${dp_wait%%[1-9]*}"}
dp_wait=\${dp_wait:-0}

named() {
  [ -n "$dp_pass" ] || misused 'which pass?'
}

case $dp_command in
credentials)
  named
  ask credentials --data-urlencode "pass=$dp_pass" -d "wait=$dp_wait"
  printf '%s\\n' "$dp_answer"
  ;;
env)
  named
  if [ -z "$dp_shell" ]; then
    case \${SHELL:-} in
    */fish) dp_shell=fish ;;
    */nu) dp_shell=nushell ;;
    *) dp_shell=bash ;;
    esac
  fi
  ask env --data-urlencode "pass=$dp_pass" -d "wait=$dp_wait" --data-urlencode "shell=$dp_shell" -d "endpoint=$dp_endpoint"
  printf '%s\\n' "$dp_answer"
  ;;
exec)
  named
  [ $# -gt 0 ] || misused 'which command? daypass exec PASS -- COMMAND'
  ask env --data-urlencode "pass=$dp_pass" -d "wait=$dp_wait" -d shell=bash -d "endpoint=$dp_endpoint" -d exec=1
  eval "$dp_answer"
  exec "$@"
  ;;
status)
  ask status -d "json=$dp_json"
  printf '%s\\n' "$dp_answer"
  ;;
signin)
  named
  ask signin --data-urlencode "pass=$dp_pass" -d "wait=$dp_wait"
  printf '%s\\n' "$dp_answer"
  ;;
console)
  named
  ask console --data-urlencode "pass=$dp_pass" -d "wait=$dp_wait" -d "print=$dp_print"
  [ -z "$dp_answer" ] || printf '%s\\n' "$dp_answer"
  ;;
open)
  [ -n "$dp_pass" ] || misused 'what is to be opened?'
  if [ -n "\${dp_inPass:-}" ]; then
    ask open --data-urlencode "address=$dp_pass" --data-urlencode "pass=$dp_inPass"
  else
    ask open --data-urlencode "address=$dp_pass"
  fi
  ;;
version | --version)
  ask version
  printf '%s\\n' "$dp_answer"
  ;;
help | --help | -h) usage ;;
*) misused "unknown command $dp_command" ;;
esac
`;
