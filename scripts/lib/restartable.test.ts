// The program behind `npm run dev`: never two at a time, and it is over when the person quits it.
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { restartable } from './restartable.mjs';

class FakeProgram extends EventEmitter {
  killed = false;
  kill() {
    this.killed = true;
    return true;
  }
}

function setUp() {
  const programs: FakeProgram[] = [];
  const app = restartable(() => {
    const program = new FakeProgram();
    programs.push(program);
    return program as never;
  });
  return { app, programs };
}

describe('a restartable program', () => {
  it('starts the next one only after the last has gone', () => {
    const { app, programs } = setUp();
    app.startAnew();
    app.startAnew();
    expect(programs).toHaveLength(1);
    expect(programs[0]?.killed).toBe(true);
    programs[0]?.emit('exit');
    expect(programs).toHaveLength(2);
  });

  it('starts one, not two, when it is asked twice while the last is going', () => {
    const { app, programs } = setUp();
    app.startAnew();
    app.startAnew();
    app.startAnew();
    programs[0]?.emit('exit');
    expect(programs).toHaveLength(2);
  });

  it('is over when the program ends by itself', async () => {
    const { app, programs } = setUp();
    app.startAnew();
    programs[0]?.emit('exit');
    await app.over;
    expect(programs).toHaveLength(1);
  });

  it('starts nothing any more once it is stopped, even in the middle of a restart', async () => {
    const { app, programs } = setUp();
    app.startAnew();
    app.startAnew();
    app.stop();
    programs[0]?.emit('exit');
    await app.over;
    app.startAnew();
    expect(programs).toHaveLength(1);
  });
});
