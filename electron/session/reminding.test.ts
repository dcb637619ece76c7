import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { house } from './renewals.test-parts.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-04T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Sessions of an hour whose renewal needs a person, at their notice time. */
async function atNotice(passes: Record<string, string>) {
  const home = house(passes);
  for (const pass of Object.keys(passes)) home.begin(pass);
  home.minutes(45);
  for (const each of [...home.asked]) await each.settle(home.failed('signin-needs-person'));
  expect(home.shown).toEqual([]);
  home.minutes(5);
  home.update();
  return { ...home, titles: () => home.shown.map(({ title }) => title) };
}

describe('an ending that needs a person', () => {
  it('is said once, at the notice time, and a click begins the sign-in', async () => {
    const { shown, minutes, update, signInAgain } = await atNotice({ Reports: 'corp' });
    expect(shown).toMatchObject([{ title: 'Reports ends in 10 min', body: 'The corp needs you once more.' }]);
    for (let minute = 0; minute < 5; minute++) {
      minutes(1);
      update();
    }
    expect(shown).toHaveLength(1);
    shown[0]?.click();
    expect(signInAgain).toHaveBeenCalledExactlyOnceWith('corp');
  });

  it('is one notification an organisation', async () => {
    const { titles } = await atNotice({ Reports: 'corp', Invoices: 'corp', Lake: 'other' });
    expect(titles()).toEqual(['Reports and 1 more end in 10 min', 'Lake ends in 10 min']);
  });

  it('is taken back when the session was renewed another way, and the next ending is said again', async () => {
    const { begin, withdrawn, minutes, asked, failed, update, shown } = await atNotice({ Reports: 'corp' });
    begin('Reports');
    expect(withdrawn).toEqual(['corp']);
    minutes(45);
    await asked.at(-1)?.settle(failed('signin-needs-person'));
    minutes(5);
    update();
    expect(shown).toHaveLength(2);
  });

  it('is taken back at the end, and not said again', async () => {
    const { end, withdrawn, minutes, shown } = await atNotice({ Reports: 'corp' });
    minutes(10);
    end('Reports');
    expect(withdrawn).toEqual(['corp']);
    expect(shown).toHaveLength(1);
  });

  it('is not said while the person signs in there already', async () => {
    const home = house({ Reports: 'corp' });
    home.begin('Reports');
    home.minutes(45);
    await home.asked[0]?.settle(home.failed('signin-needs-person'));
    const page = { hosts: ['idp'], channel: 'https', where: 'window' } as const;
    const waiting = { kind: 'waitingForIdp', ...page, attempt: 1 } as const;
    home.onScreen.state = { ...waiting, organisation: 'corp' };
    home.minutes(5);
    home.update();
    expect(home.shown).toEqual([]);
    home.onScreen.state = { ...waiting, organisation: 'other' };
    home.update();
    expect(home.shown).toHaveLength(1);
  });
});

it('a session that a renewal is still expected for is not announced', async () => {
  const { begin, minutes, update, shown } = house({ Reports: 'corp' });
  begin('Reports');
  minutes(50);
  update();
  expect(shown).toEqual([]);
});

it('with “ask” every ending is said, with “off” none', () => {
  for (const [renew, count] of [
    ['ask', 1],
    ['off', 0],
  ] as const) {
    const { begin, minutes, update, shown, end } = house({ Reports: 'corp' }, renew);
    begin('Reports');
    minutes(50);
    update();
    expect(shown).toHaveLength(count);
    minutes(10);
    end('Reports');
    expect(shown).toHaveLength(count);
  }
});

it('an ending that was slept through is said once, until the person has signed in again', () => {
  const { begin, minutes, end, update, shown, withdrawn } = house({ Reports: 'corp', Lake: 'corp' });
  begin('Reports');
  begin('Lake');
  minutes(600);
  end('Reports');
  expect(shown.map(({ title }) => title)).toEqual(['Reports has ended']);
  update();
  expect(shown).toHaveLength(1);
  begin('Reports');
  expect(withdrawn).toEqual(['corp']);
});
