// Every pair of colours that meets on a screen, held to WCAG 2.2: text 4.5:1 (1.4.3), marks and edges 3:1 (1.4.11).

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const TEXT = 4.5;
const MARK = 3;
const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8').replace(/\/\*.*?\*\//gs, '');

type Tokens = ReadonlyMap<string, string>;
/** Red, green, blue and how much of it covers what is below, each 0 to 1. */
type Colour = readonly [number, number, number, number];

/** The tokens of every block that `selector` begins or is listed in, later ones winning. */
function tokensOf(text: string, selector: string): [string, string][] {
  const blocks = [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, selectors = '']) =>
    selectors.split(',').some((one) => one.trim() === selector),
  );
  return blocks.flatMap(([, , body = '']) =>
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']): [string, string] => [
      name,
      value.trim(),
    ]),
  );
}

const [always = '', ...media] = css.split('@media');
const moreContrast = media.find((text) => text.includes('prefers-contrast: more')) ?? '';
const light = [...tokensOf(always, ':root'), ...tokensOf(always, '[data-theme="light"]')];
const dark = [...light, ...tokensOf(always, '[data-theme="dark"]')];
const more = tokensOf(moreContrast.slice(moreContrast.indexOf('{') + 1), ':root');
const themes: [string, Tokens][] = [
  ['light', new Map(light)],
  ['dark', new Map(dark)],
  ['light with more contrast', new Map([...light, ...more])],
  ['dark with more contrast', new Map([...dark, ...more])],
];

function colourOf(tokens: Tokens, name: string): Colour {
  const value = tokens.get(name) ?? '';
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (other !== undefined) return colourOf(tokens, other);
  const digits = /^#([0-9a-f]{6})([0-9a-f]{2})?$/.exec(value);
  if (!digits) throw new Error(`--${name} is no colour: ${value}`);
  const [red = 0, green = 0, blue = 0, cover = 1] = (
    `${digits[1]}${digits[2] ?? 'ff'}`.match(/../g) ?? []
  ).map((pair) => Number.parseInt(pair, 16) / 255);
  return [red, green, blue, cover];
}

/** `name` as it looks on `ground`; `a/b` is the half-transparent `a` over `b`. */
function seen(tokens: Tokens, name: string): Colour {
  const [top = '', ...below] = name.split('/');
  const colour = colourOf(tokens, top);
  if (below.length === 0) return colour;
  const ground = seen(tokens, below.join('/'));
  const mix = (at: 0 | 1 | 2) => colour[at] * colour[3] + ground[at] * (1 - colour[3]);
  return [mix(0), mix(1), mix(2), 1];
}

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance([red, green, blue]: Colour): number {
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
function contrast(one: Colour, other: Colour): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ['canvas', 'rail-bg', 'well', 'raised'];
/** Rows, menus and quiet buttons under the pointer; nothing in a well is one. */
const under = (pointer: string) => ['canvas', 'rail-bg', 'raised'].map((ground) => `${pointer}/${ground}`);
const states = ['active', 'soon', 'ended', 'danger', 'guard'];

const pairs: [kind: string, least: number, colour: string, grounds: string[]][] = [
  ['text', TEXT, 'ink', [...grounds, ...under('hover'), ...under('press'), 'select', 'mark-hit']],
  ['text', TEXT, 'ink-2', [...grounds, ...under('hover'), ...under('press'), 'select', 'mark-hit']],
  ['text', TEXT, 'ink-3', [...grounds, ...under('hover'), 'select']],
  ['text', TEXT, 'blue', [...grounds, ...under('hover'), 'select']],
  ['text', TEXT, 'on-ink', ['ink']],
  ...states.flatMap((state): typeof pairs => {
    const tint = `${state}-tint`;
    return [
      ['text', TEXT, state, [...grounds, ...under('hover'), 'select', tint]],
      ['text', TEXT, 'ink', [tint]],
      ['text', TEXT, 'ink-2', [tint]],
      ['mark', MARK, `${state}-mark`, [...grounds, 'select', tint]],
    ];
  }),
  ['edge', MARK, 'edge', [...grounds, 'select']],
  ['focus', MARK, 'blue', grounds],
];

describe.each(themes)('in the theme %s', (_theme, tokens) => {
  it.each(pairs)('%s is at least %f:1 in --%s on %j', (_kind, least, colour, all) => {
    const tooNear = all
      .map((ground) => ({ ground, ratio: contrast(colourOf(tokens, colour), seen(tokens, ground)) }))
      .filter(({ ratio }) => ratio < least);
    expect(tooNear).toEqual([]);
  });
});

describe('the measure itself', () => {
  const tokens = new Map(
    Object.entries({ black: '#000000', white: '#ffffff', grey: '#767676', veil: '#00000080' }),
  );

  it.each([
    ['black', 'white', 21],
    ['white', 'black', 21],
    ['grey', 'white', 4.54],
    ['white', 'white', 1],
    ['black', 'veil/white', 5.28],
  ])('%s on %s is %f:1', (one, other, ratio) => {
    expect(contrast(seen(tokens, one), seen(tokens, other))).toBeCloseTo(ratio, 1);
  });

  it('reads every theme as it is, each with its own ground', () => {
    expect(new Set(themes.slice(0, 2).map(([, theme]) => theme.get('canvas'))).size).toBe(2);
    const [, , [, strong] = ['', new Map()]] = themes;
    expect(colourOf(strong, 'ink-3')).toEqual(colourOf(strong, 'ink'));
  });

  it('takes nothing for a colour that is none', () => {
    expect(() => colourOf(tokens, 'missing')).toThrow('--missing is no colour');
  });
});
