import { PassThrough } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { type CdpEvent, openCdpPipe } from './cdp-pipe.ts';

/** A pipe with its other side in the test's hands. */
function pipe() {
  const to = new PassThrough();
  const from = new PassThrough();
  const events: CdpEvent[] = [];
  const ended = vi.fn<(how: string, reason: string) => void>();
  const cdp = openCdpPipe(to, from, { event: (event) => events.push(event), ended });
  const sent = () =>
    String(to.read() ?? '')
      .split('\0')
      .slice(0, -1)
      .map((text) => JSON.parse(text) as unknown);
  return { cdp, events, ended, sent, from, to };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the DevTools protocol over a pipe', () => {
  it('numbers its calls, names the session, and ends each with a NUL', () => {
    const { cdp, sent } = pipe();
    void cdp.send('Browser.getVersion');
    void cdp.send('Page.enable', { a: 1 }, 'S');
    expect(sent()).toEqual([
      { id: 1, method: 'Browser.getVersion', params: {} },
      { id: 2, method: 'Page.enable', params: { a: 1 }, sessionId: 'S' },
    ]);
  });

  it('matches answers by number, whatever their order', async () => {
    const { cdp, from } = pipe();
    const first = cdp.send('A');
    const second = cdp.send('B');
    from.write('{"id":2,"result":{"of":"B"}}\0{"id":1,"error":{"code":-1,"message":"no"}}\0');
    await expect(second).resolves.toEqual({ of: 'B' });
    await expect(first).rejects.toThrow('no');
  });

  it.each([
    ['whole', 0],
    ['cut after each byte', 1],
    ['cut in the middle of a letter', 27],
  ])('hands events on that come %s', async (_how, size) => {
    const { events, from } = pipe();
    const bytes = Buffer.from('{"method":"X.y","params":{"ü":"報"},"sessionId":"S"}\0{"method":"Z"}\0');
    const step = size || bytes.length;
    for (let at = 0; at < bytes.length; at += step) from.write(bytes.subarray(at, at + step));
    await turn();
    expect(events).toEqual([
      { method: 'X.y', params: { ü: '報' }, sessionId: 'S' },
      { method: 'Z', params: undefined, sessionId: undefined },
    ]);
  });

  it.each([
    ['its end', (from: PassThrough) => from.end(), 'the pipe ended'],
    ['its break', (from: PassThrough) => from.destroy(new Error('EPIPE')), 'the pipe broke'],
    ['words that are no protocol', (from: PassThrough) => from.write('hello\0'), 'not the DevTools protocol'],
    ['a wrong shape', (from: PassThrough) => from.write('{"id":"1"}\0'), 'not the DevTools protocol'],
    [
      'a message that never ends',
      (from: PassThrough) => from.write(Buffer.alloc(17_000_000, 32)),
      'a message without end',
    ],
  ])('ends once at %s, and every call with it', async (_what, happen, reason) => {
    const { cdp, from, ended } = pipe();
    const open = cdp.send('A');
    happen(from);
    await expect(open).rejects.toThrow(reason);
    await expect(cdp.send('B')).rejects.toThrow(reason);
    from.destroy();
    await turn();
    expect(ended).toHaveBeenCalledExactlyOnceWith(
      reason.startsWith('the pipe') ? 'closed' : 'broken',
      reason,
    );
  });

  it('hears nothing more after its end', async () => {
    const { events, from } = pipe();
    from.write('x\0{"method":"Late"}\0');
    from.write('{"method":"Later"}\0');
    await turn();
    expect(events).toEqual([]);
  });
});
