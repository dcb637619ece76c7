import type { MenuItemConstructorOptions } from 'electron';
import { expect, it, vi } from 'vitest';
import { macMenu } from './mac-menu.ts';

it('⌘Q asks as every other way to quit does; no entry quits by itself', () => {
  const quit = vi.fn();
  const menu = macMenu('Daypass', quit);
  const entries = menu.flatMap(({ submenu }) => (submenu ?? []) as MenuItemConstructorOptions[]);
  const asked = entries.filter(({ accelerator }) => accelerator === 'Command+Q');
  expect(asked.map(({ label }) => label)).toEqual(['Quit Daypass']);
  asked[0]?.click?.(undefined as never, undefined, undefined as never);
  expect(quit).toHaveBeenCalledOnce();
  expect(JSON.stringify(menu)).not.toMatch(/"role":"(quit|appMenu)"/);
});

it('text is edited by the usual keys', () => {
  expect(macMenu('Daypass', () => {}).map(({ role }) => role)).toContain('editMenu');
});
