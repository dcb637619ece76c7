import { expect, it } from 'vitest';
import { createSuccessions } from './succession.ts';

const reader = 'arn:aws:iam::111122223333:role/Reader';
const session = (accessKeyId: string, role = reader) => ({ accessKeyId, role });
const never = new AbortController().signal;

/** Main, which answers when the test says so. */
function main() {
  const asked: { after: string; answer: (next: ReturnType<typeof session>) => void }[] = [];
  const succession = createSuccessions(
    async () => session('first'),
    (_pass, after) => new Promise((answer) => asked.push({ after, answer })),
  );
  return { asked, succession };
}

it('each wait is for the session after the one before', async () => {
  const { asked, succession } = main();
  const next = succession('pass');
  const firstWait = next(never);
  await expect.poll(() => asked.map(({ after }) => after)).toEqual(['first']);
  asked[0]?.answer(session('second'));
  await firstWait;
  const secondWait = next(never);
  await expect.poll(() => asked.map(({ after }) => after)).toEqual(['first', 'second']);
  asked[1]?.answer(session('third'));
  await secondWait;
});

it('another role is refused', async () => {
  const { asked, succession } = main();
  const wait = succession('pass')(never);
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.answer(session('second', 'arn:aws:iam::111122223333:role/Admin'));
  await expect(wait).rejects.toMatchObject({ code: 's3-other-role' });
});

it('main is asked once for all who wait for the same', async () => {
  const { asked, succession } = main();
  const waits = [succession('pass')(never), succession('pass')(never)];
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.answer(session('second'));
  await Promise.all(waits);
  expect(asked).toHaveLength(1);
});

it('a wait ends at once when it is stopped', async () => {
  const { succession } = main();
  const stop = new AbortController();
  const wait = succession('pass')(stop.signal);
  stop.abort(new Error('stopped'));
  await expect(wait).rejects.toThrow('stopped');
});

it('without a session to begin with there is nothing to follow', async () => {
  const succession = createSuccessions(
    async () => null,
    async () => session('next'),
  );
  await expect(succession('pass')(never)).rejects.toMatchObject({ code: 'no-session' });
});
