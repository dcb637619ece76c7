/**
 * The `daypass` command of Windows: a batch file around System32's curl, which can't speak to pipes, so it asks a
 * loopback server whose token stands in a file of the person's profile (`curl -K`, never an argument). Pure.
 */
import type { StartCommand } from './start-command.ts';

interface WindowsParts {
  version: string;
  start: StartCommand;
  /** What `curl -K` reads. */
  curlFile: string;
}

/** Any name will do: `connect-to` leads to the port, and the server wants just this host. */
export const TOOL_HOST = 'daypass';

/** curl's config syntax: a backslash and a quote are escaped within quotes. */
export function curlFileText(port: number, token: string): string {
  return [
    'silent',
    'show-error',
    'noproxy = "*"',
    `connect-to = "::127.0.0.1:${port}"`,
    `header = "Authorization: ${token}"`,
    '',
  ].join('\r\n');
}

/** In a batch file a percent sign is doubled; within quotes nothing else is read. */
export function batchText(text: string): string {
  return text.replaceAll('%', '%%');
}

export function windowsCommand({ version, start, curlFile }: WindowsParts): string {
  const sets = Object.entries(start.env).map(([name, value]) => `set "${name}=${batchText(value)}"`);
  const words = start.words.map((word) => `"${batchText(word)}"`).join(' ');
  return script
    .replace('@VERSION@', () => version)
    .replace('@CURLFILE@', () => batchText(curlFile))
    .replace('@LAUNCH@', () => [...sets, `start "" /b ${words}`].join('\n'))
    .replaceAll('@HOST@', () => TOOL_HOST)
    .replaceAll('\n', '\r\n');
}

/**
 * Two questions for credentials: the first waits for a sign-in and answers words only, which go to stderr where it
 * fails; the second answers at once, so nothing but credentials is ever on stdout.
 */
const script = `@echo off
rem The daypass command, written by Daypass @VERSION@ at every start: changes do not last.
setlocal DisableDelayedExpansion EnableExtensions
set "CURL=%SystemRoot%\\System32\\curl.exe"
set "RC=@CURLFILE@"
set "SAID=%TEMP%\\daypass-%RANDOM%%RANDOM%.txt"
set "DO=%~1"
set "PASS=%~2"
set "WAIT=50"
if "%DO%"=="credentials" goto credentials
if "%DO%"=="env" goto env
if "%DO%"=="exec" goto exec
if "%DO%"=="signin" goto signin
if "%DO%"=="status" goto status
if "%DO%"=="console" goto console
if "%DO%"=="open" goto open
>&2 echo daypass credentials PASS / env PASS / exec PASS -- COMMAND / status / signin PASS / console PASS / open s3://...
exit /b 64

:credentials
call :ready || exit /b 1
"%CURL%" -q -K "%RC%" --fail --max-time 65 --get --data-urlencode "pass=%PASS%" "http://@HOST@/v1/credentials"
exit /b %ERRORLEVEL%

:env
call :ready || exit /b 1
"%CURL%" -q -K "%RC%" --fail --max-time 65 --get --data-urlencode "pass=%PASS%" -d shell=cmd "http://@HOST@/v1/env"
exit /b %ERRORLEVEL%

:exec
call :ready || exit /b 1
for /f "usebackq delims=" %%L in (\`^""%CURL%" -q -K "%RC%" --fail --max-time 65 --get --data-urlencode "pass=%PASS%" -d shell=cmd -d exec^=1 "http://@HOST@/v1/env"^"\`) do %%L
shift
shift
if "%~1"=="--" shift
set "RUN="
:more
if "%~1"=="" goto run
set "RUN=%RUN% %1"
shift
goto more
:run
%RUN%
exit /b %ERRORLEVEL%

:signin
call :ready || exit /b 1
exit /b 0

:status
call :ask "http://@HOST@/v1/status" || exit /b 1
exit /b 0

:console
call :ask --data-urlencode "pass=%PASS%" "http://@HOST@/v1/console" || exit /b 1
exit /b 0

:open
call :ask --data-urlencode "address=%PASS%" "http://@HOST@/v1/open" || exit /b 1
exit /b 0

:ready
call :ask --data-urlencode "pass=%PASS%" -d "wait=%WAIT%" "http://@HOST@/v1/signin" >nul
exit /b %ERRORLEVEL%

:ask
set "TRIES=0"
:again
if exist "%RC%" "%CURL%" -q -K "%RC%" --fail-with-body --max-time 65 -o "%SAID%" --get %* 2>nul
if not exist "%RC%" (call :launch & goto again)
if %ERRORLEVEL%==7 (call :launch & goto again)
if %ERRORLEVEL%==0 (type "%SAID%" & del "%SAID%" & exit /b 0)
if exist "%SAID%" (type "%SAID%" >&2 & del "%SAID%" & exit /b 1)
>&2 echo daypass: Daypass could not be asked
exit /b 1

:launch
set /a TRIES+=1
if %TRIES% GTR 30 (>&2 echo daypass: Daypass was started but does not answer & exit 69)
if %TRIES%==1 (
@LAUNCH@
)
ping -n 2 127.0.0.1 >nul
exit /b 0
`;
