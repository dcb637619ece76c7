import { expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ dialog: {} }));
const { createAskedQuit, quitQuestion } = await import('./ask-quit.ts');

const setUp = (underWay: number, answer: Promise<boolean>) => {
  const parts = { underWay: () => underWay, ask: vi.fn(() => answer), quit: vi.fn() };
  return { ...parts, wish: createAskedQuit(parts) };
};

it('quits at once while nothing is under way', () => {
  const { wish, ask, quit } = setUp(0, Promise.resolve(false));
  wish();
  expect(quit).toHaveBeenCalledOnce();
  expect(ask).not.toHaveBeenCalled();
});

it.each([
  [true, 1],
  [false, 0],
])('asks while files are on their way, and does as is answered: %s', async (answer, quits) => {
  const { wish, ask, quit } = setUp(2, Promise.resolve(answer));
  wish();
  await vi.waitFor(() => expect(ask).toHaveBeenCalledOnce());
  await Promise.resolve();
  expect(quit).toHaveBeenCalledTimes(quits);
});

it('asks once however often it is wished, and again at a later wish', async () => {
  let answer = (_quit: boolean) => {};
  const { wish, ask } = setUp(1, new Promise((resolve) => (answer = resolve)));
  wish();
  wish();
  expect(ask).toHaveBeenCalledOnce();
  answer(false);
  await vi.waitFor(() => {
    wish();
    expect(ask).toHaveBeenCalledTimes(2);
  });
});

it.each([
  [1, 'A transfer is under way'],
  [3, '3 transfers are under way'],
])('%i: %s', (count, message) => expect(quitQuestion(count).message).toBe(message));
