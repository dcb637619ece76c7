/**
 * `daypass credentials` with a live session, from spawn to its end, by turns with a bare curl that asks the same; and
 * what answering costs the app: its own time a request and its heap while it is asked all the time.
 */
import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { commandOf, socketOf } from '../../tests/harness/daypass-command.ts';
import { type Company, openCompany } from '../company.ts';
import { againstPeer, type Figure, median, quantile, rounded, spread } from '../figure.ts';
import { type AnswerTimes, heapAfterCollection, timeAnswers } from '../inside-main.ts';

const TURNS = 60;
const AWS_TURNS = 5;
const AIM = 1.5;
const AIM_TO_AWS = 10;
const A_SECOND = 100;
const SECONDS = 60;
const SETTLED_SECONDS = 10;
const AIM_OWN_MS = 5;
const AIM_GROWTH = 1.05;

export const credentials: Figure = {
  name: 'credentials',
  says: `${TURNS} answers each to the command and to a bare curl, by turns; then ${A_SECOND} a second for ${SECONDS} s`,
  async measure() {
    const company = await openCompany();
    try {
      const pass = await signIn(company);
      const { app, desk } = company;
      const socket = await socketOf(company);
      const path = `/v1/credentials?pass=${pass}`;
      const run = (words: readonly string[]) => timed(words, desk.env, desk.account);
      const ours = [await commandOf(app), 'credentials', pass];
      const theirs = ['curl', '-q', '-s', '-f', '--unix-socket', socket, `http://daypass${path}`];
      const times = await byTurns(run, { ours, theirs });
      const toAws = (await awsMs(run)) / median(times.ours);
      const load = await underLoad(company, socket, path);

      const figure = againstPeer(median(times.ours), median(times.theirs), {
        unit: 'ms',
        aim: AIM,
        note: [
          `${spread(times.ours, 'ms')} against ${spread(times.theirs, 'ms')}`,
          `${Math.round(toAws)}× as fast as aws configure list (aim ≥ ${AIM_TO_AWS}×)`,
          `own time at ${A_SECOND}/s: median ${rounded(load.medianMs)} ms, p99 ${rounded(load.p99Ms)} ms (aim ≤ ${AIM_OWN_MS} ms)`,
          `heap ${rounded((load.growth - 1) * 100)} % over that after ${SETTLED_SECONDS} s (aim ≤ 5 %)`,
        ].join('; '),
      });
      const others = toAws >= AIM_TO_AWS && load.p99Ms <= AIM_OWN_MS && load.growth <= AIM_GROWTH;
      return { ...figure, meets: figure.meets && others };
    } finally {
      await company.dispose();
    }
  },
};

async function signIn({ app }: Company): Promise<string> {
  await app.electron.evaluate(({ app: main }) => {
    main.emit('second-instance', {}, ['--sign-in=corp']);
  });
  const { passes } = await app.untilSnapshot('a session', (snapshot) =>
    snapshot.passes.some(({ session }) => session.kind === 'active'),
  );
  return String(passes[0]?.id);
}

type Run = (words: readonly string[]) => Promise<number>;

/** As the desk's user without a program before it, whose own start would be counted on both sides. */
function timed(
  [command = '', ...args]: readonly string[],
  env: Record<string, string>,
  account: { uid: number; gid: number } | null,
): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(command, args, {
    env,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'ignore'],
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  child.stdout?.resume();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve(performance.now() - startedAt)
        : reject(new Error(`${command} ended with ${code}`)),
    );
  });
}

async function byTurns<Name extends string>(run: Run, commands: Record<Name, readonly string[]>) {
  const names = Object.keys(commands) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  // The first turn warms the disk's cache for both.
  for (let turn = 0; turn <= TURNS; turn++) {
    for (const name of names) {
      const ms = await run(commands[name]);
      if (turn > 0) times[name].push(ms);
    }
  }
  return times;
}

/** Keys in the environment: nothing that it would have to look for. */
async function awsMs(run: Run): Promise<number> {
  const keys = ['AWS_ACCESS_KEY_ID=ASIAEXAMPLE', 'AWS_SECRET_ACCESS_KEY=example', 'AWS_REGION=eu-west-1'];
  const times: number[] = [];
  for (let turn = 0; turn < AWS_TURNS; turn++)
    times.push(await run(['/usr/bin/env', ...keys, '/usr/bin/aws', 'configure', 'list']));
  return median(times);
}

async function underLoad(
  { app }: Company,
  socket: string,
  path: string,
): Promise<{ p99Ms: number; medianMs: number; growth: number }> {
  const answers: AnswerTimes = await timeAnswers(app);
  await askFor(SETTLED_SECONDS, socket, path);
  const before = await heapAfterCollection(app);
  await askFor(SECONDS - SETTLED_SECONDS, socket, path);
  const after = await heapAfterCollection(app);
  const times = await answers.read();
  const expected = A_SECOND * SECONDS;
  if (times.length < expected * 0.98)
    throw new Error(`${times.length} answers were timed of ${expected}: this machine is too busy`);
  return { p99Ms: quantile(times, 0.99), medianMs: median(times), growth: after / before };
}

/** On the beat, whether or not earlier questions are answered; each on a connection of its own, as curl does. */
async function askFor(seconds: number, socketPath: string, path: string): Promise<void> {
  const startedAt = performance.now();
  const asked: Promise<void>[] = [];
  for (let i = 0; i < seconds * A_SECOND; i++) {
    const due = startedAt + (i * 1000) / A_SECOND;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    asked.push(ask(socketPath, path));
  }
  await Promise.all(asked);
}

function ask(socketPath: string, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    request({ socketPath, path, headers: { host: 'daypass' }, agent: false }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`answered ${response.statusCode}`)),
      );
    })
      .once('error', reject)
      .end();
  });
}
