/** Whoever may reach the socket or the endpoint and means ill, or is broken: refused, told nothing, and nobody else waits. */
import { lstat, readFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  type Credentials,
  credentialsIn,
  daypass,
  socketOf,
  variablesIn,
} from './harness/daypass-command.ts';
import { type Notifications, serveNotifications } from './harness/notifications.ts';
import { collect, startAs } from './harness/processes.ts';
import { answerOn, open, type RawAnswer, request, say } from './harness/raw-http.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { takeSession } from './harness/steps.ts';

const NOBODY = 65_534;
let scene: Scene;
let notifications: Notifications;
let passes: string[] = [];
let session: Credentials;

beforeAll(async () => {
  scene = await openScene({
    app: async (desk) => {
      notifications = await serveNotifications(desk.bus);
      return {};
    },
  });
  await takeSession(scene.app, scene.tray, 'omar', ['LogReader', 'Operator']);
  passes = (await scene.app.control.snapshot()).passes.map(({ id }) => id);
  session = credentialsIn(await daypass(scene, ['credentials', String(passes[0])]));
});
afterAll(() => scene?.dispose());

function holdsNothing({ whole }: RawAnswer): void {
  for (const secret of [session.AccessKeyId, session.SecretAccessKey, session.SessionToken])
    expect(whole.includes(secret)).toBe(false);
}

/** Somebody else's program on this machine; only root can start one. */
const asNobody = (words: readonly string[]) => {
  const [command = '', ...args] = words;
  return collect(startAs({ uid: NOBODY, gid: NOBODY, name: 'nobody' }, command, args, { cwd: '/', env: {} }));
};
const isRoot = process.getuid?.() === 0;

describe('the socket', () => {
  let path = '';
  let question = '';
  beforeAll(async () => {
    path = await socketOf(scene);
    question = `/v1/credentials?pass=${passes[0]}`;
  });
  const asked = (line = `GET ${question}`, headers: string[] = ['Host: daypass'], body = '') =>
    say({ path }, request(line, headers, body));

  test('stands in a folder that only its person may enter', async () => {
    const [folder, socket] = [await lstat(dirname(path)), await lstat(path)];
    expect(folder.mode & 0o777).toBe(0o700);
    expect(socket.mode & 0o777).toBe(0o600);
    expect([folder.uid, socket.uid]).toEqual(Array(2).fill(scene.desk.account?.uid ?? process.getuid?.()));
  });

  test.runIf(isRoot)('can’t be opened by another user', async () => {
    const tried = await asNobody(['curl', '-s', '-S', '--unix-socket', path, `http://daypass${question}`]);
    expect(tried).toMatchObject({ code: 7, stdout: '' });
  });

  test.each([
    ['a post', 'POST', 405],
    ['a deletion', 'DELETE', 405],
    ['a head', 'HEAD', 405],
    ['preflight', 'OPTIONS', 405],
    ['a tunnel', 'CONNECT', 0],
    ['no method of HTTP', 'STEAL', 400],
  ])('%s is refused', async (_what, method, status) => {
    const answer = await asked(`${method} ${question}`);
    expect(answer.status).toBe(status);
    holdsNothing(answer);
  });

  test.each([
    ['a body', ['Host: daypass', 'Content-Length: 4'], 405],
    ['chunks', ['Host: daypass', 'Transfer-Encoding: chunked'], 405],
    ['two lengths', ['Host: daypass', 'Content-Length: 4', 'Content-Length: 5'], 400],
    ['length and chunks', ['Host: daypass', 'Content-Length: 4', 'Transfer-Encoding: chunked'], 400],
    ['no host', [], 400],
    ['headers beyond 8 KiB', ['Host: daypass', `X-Filling: ${'x'.repeat(9000)}`], 431],
  ])('a question with %s is refused', async (_what, headers, status) => {
    const answer = await asked(undefined, headers, '0\r\n\r\n');
    expect(answer.status).toBe(status);
    holdsNothing(answer);
  });

  test.each([
    ['an absolute address', (q: string) => `http://daypass${q}`, 404],
    ['two slashes', (q: string) => `/${q}`, 404],
    ['an escaped letter', (q: string) => q.replace('/v1/c', '/v1/%63'), 404],
    ['a way around', (q: string) => q.replace('/v1/', '/v1/../v1/'), 404],
    ['a property of every object', () => '/v1/constructor', 404],
    ['a field twice', (q: string) => `${q}&pass=other`, 400],
    ['a field nobody knows', (q: string) => `${q}&then=that`, 400],
    ['no pass', () => '/v1/credentials', 400],
    ['an address beyond 8 KiB', (q: string) => q + 'x'.repeat(9000), 431],
  ])('%s is refused', async (_what, spoil, status) => {
    const answer = await asked(`GET ${spoil(question)}`);
    expect(answer.status).toBe(status);
    holdsNothing(answer);
  });

  test('bytes that are no HTTP are refused', async () => {
    const answer = await say({ path }, '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n');
    expect(answer.status).toBe(400);
  });

  test('half a question is thrown out, and twenty others are answered meanwhile', async () => {
    const slow = await open({ path });
    const thrownOut = answerOn(slow);
    slow.write(`GET ${question} HTTP/1.1\r\nHost: dayp`);
    const answers = await Promise.all(Array.from({ length: 20 }, () => asked()));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(slow.closed).toBe(false);
    expect((await thrownOut).status).toBe(408);
  });

  test('a thousand at once are all answered, and alike', async () => {
    const answers = await Promise.all(Array.from({ length: 1000 }, () => asked()));
    expect(answers.map(({ status }) => status)).toEqual(Array(1000).fill(200));
    expect(new Set(answers.map(({ body }) => body))).toHaveLength(1);
    expect(JSON.parse(answers[0]?.body ?? '')).toEqual(session);
  });
});

describe('the endpoint', () => {
  interface Place {
    port: number;
    path: string;
    token: string;
  }
  let place: Place;
  let other: Place;

  async function openPlace(pass = String(passes[0])): Promise<Place> {
    const lines = variablesIn((await daypass(scene, ['env', pass, '--endpoint', '--shell', 'bash'])).stdout);
    const { port, pathname } = new URL(String(lines.AWS_CONTAINER_CREDENTIALS_FULL_URI));
    return { port: Number(port), path: pathname, token: String(lines.AWS_CONTAINER_AUTHORIZATION_TOKEN) };
  }
  /** New places, and a minute after the last wrong token. */
  const anew = async () => {
    await scene.app.control.moveClock(61_000);
    const main = await scene.app.main();
    for (const pass of passes)
      await main.evaluate((id) => window.daypass.run('endpoint.close', { pass: id }), pass);
    place = await openPlace();
    other = await openPlace(passes[1]);
  };
  beforeAll(anew);
  const hostOf = ({ port }: Place) => `Host: 127.0.0.1:${port}`;
  const tokenOf = ({ token }: Place) => `Authorization: ${token}`;
  const asked = (line = `GET ${place.path}`, headers = [hostOf(place), tokenOf(place)], body = '') =>
    say({ port: place.port, host: '127.0.0.1' }, request(line, headers, body));

  test('answers an SDK, and the pass that was asked for', async () => {
    const [first, second] = [
      await asked(),
      await asked(`GET ${other.path}`, [hostOf(other), tokenOf(other)]),
    ];
    expect(JSON.parse(first.body)).toMatchObject({
      AccessKeyId: session.AccessKeyId,
      Token: session.SessionToken,
      Expiration: session.Expiration,
    });
    expect(second.status).toBe(200);
    expect(second.body).not.toBe(first.body);
    expect(first.whole.toLowerCase()).toContain('cache-control: no-store');
    expect(first.whole.toLowerCase()).not.toContain('access-control');
  });

  test('wrong tokens and wrong paths get one and the same answer', async () => {
    const { token } = place;
    const last = token.at(-1) === '0' ? '1' : '0';
    const wrong: [string, string[]][] = [
      [place.path, [hostOf(place)]],
      [place.path, [hostOf(place), 'Authorization: ']],
      [place.path, [hostOf(place), `Authorization: ${token.slice(0, -1)}`]],
      [place.path, [hostOf(place), `Authorization: ${token}0`]],
      [place.path, [hostOf(place), `Authorization: ${token.slice(0, -1)}${last}`]],
      [place.path, [hostOf(place), `Authorization: ${'x'.repeat(4000)}`]],
      [place.path, [hostOf(place), `Authorization: Bearer ${token}`]],
      [place.path, [hostOf(place), tokenOf(other)]],
      [`${place.path}/`, [hostOf(place), tokenOf(place)]],
      [`/${place.path}`, [hostOf(place), tokenOf(place)]],
      [place.path.replace('/credentials', '/%63redentials'), [hostOf(place), tokenOf(place)]],
      [place.path.replace('/credentials', '/%2e/credentials'), [hostOf(place), tokenOf(place)]],
      [`http://127.0.0.1:${place.port}${place.path}`, [hostOf(place), tokenOf(place)]],
      [`${place.path}?token=${token}`, [hostOf(place)]],
      ['/', [hostOf(place), tokenOf(place)]],
    ];
    const answers = [];
    for (const [path, headers] of wrong) answers.push(await asked(`GET ${path}`, headers));
    expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 401));
    expect(new Set(answers.map(({ whole }) => whole.replace(/^date: .*$/im, '')))).toHaveLength(1);
    answers.forEach(holdsNothing);
    await anew();
  });

  test.each<[string, (right: string[]) => string[], number]>([
    ['without a host', ([, token = '']) => [token], 400],
    ['for a rebound name', ([, token = '']) => [`Host: rebound.example:${place.port}`, token], 400],
    [
      'for a name that ends in ours',
      ([, token = '']) => [`Host: 127.0.0.1.example:${place.port}`, token],
      400,
    ],
    ['for another port', ([, token = '']) => ['Host: 127.0.0.1:1', token], 400],
    ['for no port', ([, token = '']) => ['Host: 127.0.0.1', token], 400],
    ['with two hosts', ([host = '', token = '']) => [host, 'Host: other', token], 400],
    ['from a page', (right) => [...right, 'Origin: http://evil.example'], 403],
    ['from a page of ours', (right) => [...right, `Origin: http://127.0.0.1:${place.port}`], 403],
    ['from a page without a name', (right) => [...right, 'Origin: null'], 403],
    ['from a link', (right) => [...right, 'Referer: http://evil.example/'], 403],
    ['from a browser', (right) => [...right, 'Sec-Fetch-Site: none'], 403],
    ['through a proxy', (right) => [...right, 'X-Forwarded-For: 10.0.0.1'], 403],
    ['with a body', (right) => [...right, 'Content-Length: 4'], 405],
    ['with headers beyond 8 KiB', (right) => [...right, `X-Filling: ${'x'.repeat(9000)}`], 431],
  ])('a question %s is refused although its token is right', async (_what, spoil, status) => {
    const answer = await asked(undefined, spoil([hostOf(place), tokenOf(place)]), 'body');
    expect(answer.status).toBe(status);
    holdsNothing(answer);
  });

  test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])(
    '%s is refused although its token is right',
    async (method) => {
      const answer = await asked(`${method} ${place.path}`);
      expect(answer.status).toBe(405);
      holdsNothing(answer);
    },
  );

  test('listens on loopback alone', async () => {
    const port = place.port.toString(16).toUpperCase().padStart(4, '0');
    const listening = (
      await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8')))
    )
      .flatMap((table) => table.split('\n'))
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local, , state]) => local?.endsWith(`:${port}`) && state === '0A')
      .map(([, local]) => local);
    // 127.0.0.1, as proc(5) writes it on a little-endian machine.
    expect(listening).toEqual([`0100007F:${port}`]);
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside)
      await expect(open({ port: place.port, host: address })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test.runIf(isRoot)('tells another user nothing', async () => {
    const url = `http://127.0.0.1:${place.port}${place.path}`;
    const tried = await asNobody(['curl', '-s', '-w', '%{http_code}', url]);
    expect(tried.stdout).toMatch(/401$/);
    await anew();
  });

  test('half a question is thrown out, and twenty others are answered meanwhile', async () => {
    const slow = await open({ port: place.port, host: '127.0.0.1' });
    const thrownOut = answerOn(slow);
    slow.write(`GET ${place.path} HTTP/1.1\r\nHost: 127`);
    const answers = await Promise.all(Array.from({ length: 20 }, () => asked()));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(slow.closed).toBe(false);
    expect((await thrownOut).status).toBe(408);
  });

  test('a thousand at once are answered or turned away, and the next is answered', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 1000 }, () => asked()));
    const statuses = answers.map((one) => (one.status === 'fulfilled' ? one.value.status : 0));
    expect(statuses.filter((status) => status !== 0 && status !== 200)).toEqual([]);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(200);
    expect((await asked()).status).toBe(200);
  });

  test('twenty wrong tokens close it, once and aloud; opened again it is another', async () => {
    onTestFinished(anew);
    await anew();
    const before = notifications.shown().length;
    const wrong = () => asked(`GET ${place.path}`, [hostOf(place), 'Authorization: guess']);
    for (let tries = 0; tries < 20; tries++) expect((await wrong()).status).toBe(401);
    await notifications.until('shown', before + 1);
    await expect(asked()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await scene.app.untilSnapshot('closed endpoints', (snapshot) =>
      snapshot.passes.every(({ endpoint }) => !endpoint),
    );
    const told = notifications.shown().slice(before);
    expect(told.map(({ summary }) => summary)).toEqual(['The local endpoint was closed']);
    for (const { body } of told) expect(body).not.toContain(place.token);

    const closed = place;
    place = await openPlace();
    expect(place.token).not.toBe(closed.token);
    expect(place.path).not.toBe(closed.path);
    expect((await asked()).status).toBe(200);
  });

  test('wrong tokens spread over time are no attack', async () => {
    await anew();
    for (let tries = 0; tries < 30; tries++) {
      const answer = await asked(`GET ${place.path}`, [hostOf(place), 'Authorization: old']);
      expect(answer.status).toBe(401);
      await scene.app.control.moveClock(4_000);
    }
    expect((await asked()).status).toBe(200);
  });
});
