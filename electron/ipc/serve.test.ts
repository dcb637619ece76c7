import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channels } from '../contract/bridge.ts';
import { commands } from '../contract/commands.ts';
import { AppError, toFailure } from '../lib/app-error.ts';
import { redactText } from '../lib/redact.ts';
import type { Handlers } from './serve.ts';

type Invoke = (event: unknown, name: unknown, input: unknown) => Promise<unknown>;
const door: { invoke: Invoke | null } = { invoke: null };
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, invoke: Invoke) => {
      if (channel === channels.run) door.invoke = invoke;
    },
  },
}));
const { serveDoor } = await import('./serve.ts');

const names = Object.keys(commands);
const handler = vi.fn();
const handlers = Object.fromEntries(names.map((name) => [name, handler])) as unknown as Handlers;
const mainFrame = { url: 'app://daypass/index.html' };
const ours = { mainFrame };
const good = { sender: ours, senderFrame: mainFrame };
const refused = { ok: false, failure: { code: 'refused-message', retry: 'never' } };

beforeEach(() => {
  handler.mockReset();
  serveDoor({
    handlers,
    isOurs: (sender, frameUrl) => (sender as unknown) === ours && frameUrl.startsWith('app://daypass/'),
    toFailure: (error) => toFailure(error, redactText, () => 'D-1'),
    log: () => {},
  });
});

const say = (event: unknown, name: unknown, input: unknown) => door.invoke?.(event, name, input);

describe('the door hears nobody but our own windows', () => {
  it.each([
    ['a page that is not ours', { sender: { mainFrame }, senderFrame: mainFrame }],
    ['a frame inside our page', { sender: ours, senderFrame: { url: 'app://daypass/index.html' } }],
    ['a frame that is gone', { sender: ours, senderFrame: null }],
    [
      'our window on a foreign address',
      { sender: { mainFrame: { url: 'https://evil.example/' } }, senderFrame: null },
    ],
  ])('%s', async (_who, event) => {
    expect(await say(event, 'signin.cancel', {})).toEqual(refused);
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('the door takes what fits the schema, and nothing else', () => {
  const circle: Record<string, unknown> = {};
  circle.again = circle;
  const hostile: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a list', []],
    ['an unknown field', { surprise: 1 }],
    ['a polluting name', JSON.parse('{"__proto__": {"pass": "x"}}')],
    ['ten megabytes', { pass: 'x'.repeat(10_000_000), text: 'x'.repeat(10_000_000) }],
    ['a circle', circle],
  ];

  it.each(names)('%s', async (name) => {
    for (const [what, input] of hostile) {
      expect(await say(good, name, input), what).toEqual(refused);
    }
    expect(handler).not.toHaveBeenCalled();
  });

  it.each(['vault.read', '__proto__', 'constructor', '', 7, null, {}])(
    'the name %j is unknown',
    async (name) => {
      expect(await say(good, name, {})).toEqual(refused);
    },
  );

  it('and hands a good one on', async () => {
    handler.mockResolvedValue(null);
    expect(await say(good, 'session.signOut', { pass: 'reports' })).toEqual({ ok: true, value: null });
    expect(handler).toHaveBeenCalledWith({ pass: 'reports' }, ours);
  });
});

describe('a handler that fails', () => {
  it('answers with its code, and no secret in it', async () => {
    handler.mockRejectedValue(
      new AppError('no-session', { retry: 'afterSignIn', raw: `SecretAccessKey=abcdef` }),
    );
    expect(await say(good, 'pass.copy', { pass: 'reports', format: 'bash' })).toEqual({
      ok: false,
      failure: { code: 'no-session', retry: 'afterSignIn', raw: 'SecretAccessKey=[redacted]' },
    });
  });

  it('answers a bug with a reference only', async () => {
    handler.mockRejectedValue(new TypeError('secret stuff'));
    expect(await say(good, 'signin.cancel', {})).toEqual({
      ok: false,
      failure: { code: 'internal', retry: 'now', requestId: 'D-1' },
    });
  });
});
