/** JSON values near a right one: fields replaced, added, removed or of another type. Shrinks to the right one. */
import fc, { type Arbitrary } from 'fast-check';

const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  0.5,
  1e308,
  Number.NaN,
  '',
  'x',
  'x'.repeat(5000),
  '\u0000',
  '../../x',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  'http://evil.example',
  'https://user:pass@corp.example',
  'http://127.0.0.1.evil.example',
  'http://127.0.0.1@evil.example',
  'http:127.0.0.1',
  ' https://corp.example',
  'https:/corp.example',
  'file:///etc/passwd',
  [],
  {},
  [[]],
  [null],
  { toString: 1 },
  JSON.parse('{"__proto__":{"x":1}}'),
];

export const anyJson: Arbitrary<unknown> = fc.oneof(fc.jsonValue(), fc.constantFrom(...ODD));

interface Change {
  at: number;
  how: 'replace' | 'remove' | 'add' | 'repeat';
  name: string;
  value: unknown;
}
const change: Arbitrary<Change> = fc.record({
  at: fc.nat(1000),
  how: fc.constantFrom('replace', 'remove', 'add', 'repeat'),
  name: fc.constantFrom('extra', '__proto__', 'constructor', 'prototype', 'id', '$schema', '0', ''),
  value: anyJson,
});

export function spoilJson(right: unknown): Arbitrary<unknown> {
  return fc.array(change, { maxLength: 4 }).map((changes) => {
    const whole = { root: structuredClone(right) };
    for (const one of changes) apply(whole, one);
    return whole.root;
  });
}

type Holder = Record<string, unknown> | unknown[];

function apply(whole: Holder, { at, how, name, value }: Change): void {
  const places = placesIn(whole);
  const place = places[at % places.length];
  if (!place) return;
  const holder = place.holder as Record<string, unknown>;
  const present = holder[place.key];
  if (how === 'replace') holder[place.key] = structuredClone(value);
  else if (how === 'remove' && place.key !== 'root') delete holder[place.key];
  else if (how === 'repeat' && Array.isArray(present)) present.push(...structuredClone(present));
  else if (how === 'add' && present !== null && typeof present === 'object')
    Object.defineProperty(present, name, { value, enumerable: true, configurable: true, writable: true });
}

function placesIn(holder: Holder): { holder: Holder; key: string }[] {
  return Object.entries(holder).flatMap(([key, value]) => [
    { holder, key },
    ...(value !== null && typeof value === 'object' ? placesIn(value as Holder) : []),
  ]);
}
