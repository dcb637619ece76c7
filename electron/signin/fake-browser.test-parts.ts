/**
 * A browser that is a small script: speaks just enough of the DevTools protocol on fds 3 and 4, or misbehaves as its
 * mood says. Written into a folder that is put on the `PATH`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `posts`: a page posts an answer at once. `waits`: a page that stays. `closed`: the person closes it. `forbidden`: a
 * policy, as Chromium 156 behaves. `deaf`: lets the pipe go and stays open. `mute`, `leaves`, `crashes`: before a word. `dies`: after some. `stubborn`: stays
 * open whatever it is told. `babbles`: no protocol.
 */
export type Mood =
  | 'posts'
  | 'waits'
  | 'closed'
  | 'forbidden'
  | 'deaf'
  | 'mute'
  | 'leaves'
  | 'crashes'
  | 'dies'
  | 'stubborn'
  | 'babbles';

const SCRIPT = `
const fs = require('node:fs');
const net = require('node:net');
const mood = process.env.MOOD;
const profile = process.argv.find((word) => word.startsWith('--user-data-dir=')).slice(16);
fs.writeFileSync(profile + '/started', JSON.stringify({ pid: process.pid, argv: process.argv.slice(2), env: process.env }));
if (mood === 'leaves') process.exit(0);
if (mood === 'crashes') process.exit(7);
if (mood === 'forbidden') process.stderr.write('\\nDevTools remote debugging is disallowed by the system admin.\\n');
if (mood === 'stubborn') process.on('SIGTERM', () => {});
setInterval(() => {}, 60000);
if (mood === 'deaf') for (const fd of [3, 4]) fs.closeSync(fd);
else if (mood !== 'mute' && mood !== 'forbidden') {
  const out = new net.Socket({ fd: 4 });
  const say = (message) => out.write(JSON.stringify(message) + '\\0');
  const event = (method, params, sessionId) => say({ method, params, sessionId });
  if (mood === 'babbles') out.write('HTTP/1.1 200 OK\\0');
  let text = '';
  const input = new net.Socket({ fd: 3 });
  input.on('end', () => process.exit(0));
  input.on('data', (chunk) => {
    text += chunk;
    const whole = text.split('\\0');
    text = whole.pop();
    for (const one of whole) answer(JSON.parse(one));
  });
  let navigated = false;
  function answer({ id, method, params, sessionId }) {
    say({ id, result: method === 'Target.getTargets' ? { targetInfos: [] } : {} });
    if (method === 'Target.setAutoAttach' && !sessionId)
      event('Target.attachedToTarget', { sessionId: 'S', targetInfo: { targetId: 'T', type: 'page', url: 'about:blank' } });
    if (method === 'Page.navigate') begin(params.url);
    if (method === 'Browser.close' && mood !== 'stubborn') process.exit(0);
  }
  function begin(url) {
    fs.writeFileSync(profile + '/navigated', url);
    event('Page.frameNavigated', { frame: { url } }, 'S');
    if (mood === 'posts') {
      const bytes = Buffer.from('SAMLResponse=QUJD').toString('base64');
      const request = { url: 'https://signin.aws.amazon.com/saml', method: 'POST', headers: {}, postDataEntries: [{ bytes }] };
      event('Fetch.requestPaused', { requestId: 'R', frameId: 'T', resourceType: 'Document', request }, 'S');
    }
    if (mood === 'closed') event('Target.detachedFromTarget', { sessionId: 'S' });
    if (mood === 'dies') process.kill(process.pid, 'SIGKILL');
  }
}
`;

/** Puts it into the folder under the name of Debian's. */
export function writeFakeBrowser(folder: string): void {
  writeFileSync(join(folder, 'chromium'), `#!${process.execPath}\n${SCRIPT}`, { mode: 0o755 });
}
