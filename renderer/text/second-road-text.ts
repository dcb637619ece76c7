/** What we say of a sign-in in the person's own browser: where the page is, what this road helps with. Pure. */
import type { SigninView } from '../../electron/contract/snapshot.ts';

type Where = Extract<SigninView, { kind: 'waitingForIdp' }>['where'];

export function waitingText(where: Where): { title: string; body: string } {
  const goesOn = 'This goes on by itself as soon as your company has answered.';
  if (where === 'window') return { title: 'The sign-in page is open in its own window.', body: goesOn };
  return {
    title: `The sign-in page is open in your browser (${where}).`,
    body: `It has a profile of its own there. ${goesOn}`,
  };
}

/** For the place where an organisation's road is chosen: its two names, and honestly what the second is good for. */
export const secondRoadText = {
  window: {
    label: 'In a window of Daypass',
    body: 'Quickest, and the page answers by itself while your company remembers you.',
  },
  system: {
    label: 'In your own browser',
    body: 'Chrome, Edge, Brave or Chromium, whichever is found first, in a profile that belongs to this organisation alone.',
    helps:
      'Helps where your company asks for a real browser, or for a security key or a fingerprint that Daypass’s own window can’t use.',
    helpsNot:
      'Does not bring your own profile along: passwords, extensions and passkeys kept there are not in it. Where a policy forbids driving the browser it does not work, and Daypass says so. Browsers from a snap or a flatpak are not used.',
  },
} as const;
