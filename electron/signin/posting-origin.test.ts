import { EventEmitter } from 'node:events';
import type { Referrer, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { createPostingOrigins, originOfAsker } from './posting-origin.ts';

const IDP = 'https://idp.corp.example';
const EVIL = 'https://evil.example';

function fakePage(id: number, more: object = {}): WebContents & EventEmitter {
  return Object.assign(new EventEmitter(), { id, opener: null, ...more }) as unknown as WebContents &
    EventEmitter;
}
const referrer = (url: string): Referrer => ({ url, policy: 'default' });
const pageOf = (...origins: string[]) =>
  fakePage(1, { mainFrame: { origin: origins[0], framesInSubtree: origins.map((origin) => ({ origin })) } });

describe('who posted', () => {
  it('is who began the last navigation of the whole page, by each page', () => {
    const origins = createPostingOrigins();
    const [page, popup] = [fakePage(1), fakePage(2)];
    origins.follow(page);
    origins.follow(popup);
    page.emit('did-start-navigation', {
      isMainFrame: true,
      isSameDocument: false,
      initiator: { origin: EVIL },
    });
    expect([origins.of(1), origins.of(2), origins.of(3)]).toEqual([EVIL, null, null]);
  });

  it.each([
    ['a navigation inside a frame', { isMainFrame: false, isSameDocument: false }],
    ['a jump within the page', { isMainFrame: true, isSameDocument: true }],
  ])('is not changed by %s', (_what, kind) => {
    const origins = createPostingOrigins();
    const page = fakePage(1);
    origins.follow(page);
    page.emit('did-start-navigation', {
      isMainFrame: true,
      isSameDocument: false,
      initiator: { origin: IDP },
    });
    page.emit('did-start-navigation', { ...kind, initiator: { origin: EVIL } });
    expect(origins.of(1)).toBe(IDP);
  });

  it('is nobody when the frame that began it is gone, never the one before', () => {
    const origins = createPostingOrigins();
    const page = fakePage(1);
    origins.follow(page);
    page.emit('did-start-navigation', {
      isMainFrame: true,
      isSameDocument: false,
      initiator: { origin: IDP },
    });
    page.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false, initiator: null });
    expect(origins.of(1)).toBeNull();
  });

  it('is the opener for a window whose first navigation nobody heard', () => {
    const origins = createPostingOrigins();
    origins.follow(fakePage(1, { opener: { origin: IDP } }));
    expect(origins.of(1)).toBe(IDP);
  });
});

describe('who asked for a window', () => {
  it.each([
    ['by its referrer', pageOf(IDP, EVIL), referrer(`${EVIL}/frame`), EVIL],
    ['by the page when all frames are its own', pageOf(IDP, IDP), referrer(''), IDP],
    ['is not known when frames of others are there', pageOf(IDP, EVIL), referrer(''), null],
  ])('%s', (_how, page, from, origin) => {
    expect(originOfAsker(page, from)).toBe(origin);
  });
});
