/** A form body gives exactly what an independent reading of the form gives, in exact base64, or an `AppError`. */
import { parse } from 'node:querystring';
import fc, { type IProperty } from 'fast-check';
import { samlResponseOf } from '../../electron/signin/capture.ts';
import { bytesOf, corpus } from './corpus/cases.ts';
import { orCode } from './targets.ts';

const spoiler = fc.constantFrom(
  '',
  '%',
  '%3D',
  '=',
  '==',
  '&',
  '+',
  '%2B',
  '%0D%0A',
  '%00',
  '%EF%BB%BF',
  '-',
  '_',
  ' ',
  '\r\n',
  '\u00e9',
  'SAMLResponse=',
  '&SAMLResponse=eA%3D%3D',
  '%53AMLResponse=eA%3D%3D',
  'a'.repeat(101_000),
);
const value = fc.oneof(
  fc
    .nat(corpus.length - 1)
    .map((index) => Buffer.from(bytesOf(corpus[index] ?? { xml: '' })).toString('base64')),
  fc.base64String({ maxLength: 200 }),
  fc.string({ maxLength: 50 }),
);
const field = fc.tuple(
  fc.constantFrom(
    'SAMLResponse',
    'SAMLResponse',
    'RelayState',
    'samlresponse',
    'SAMLResponse[]',
    'SAMLRequest',
    '',
  ),
  value,
  fc.boolean(),
);
const body = fc
  .tuple(fc.array(field, { maxLength: 3 }), fc.array(fc.tuple(fc.nat(300_000), spoiler), { maxLength: 3 }))
  .map(([fields, spoilers]) =>
    spoilers.reduce(
      (text, [at, piece]) =>
        text.slice(0, at % (text.length + 1)) + piece + text.slice(at % (text.length + 1)),
      fields
        .map(([name, given, encoded]) => `${name}=${encoded ? encodeURIComponent(given) : given}`)
        .join('&'),
    ),
  );

export function captureProperty(): IProperty<unknown> {
  return fc.property(body, (text) => {
    const bytes = Buffer.from(text, 'latin1');
    const answer = orCode(() =>
      samlResponseOf({ method: 'POST', resourceType: 'mainFrame', uploadData: [{ bytes }] }),
    );
    if (/^(assertion|internal)-?/.test(answer)) return;
    if (answer.length > 100_000) throw new Error(`${answer.length} characters were taken`);
    const given = parse(text).SAMLResponse;
    if (typeof given !== 'string') throw new Error('the field does not stand in the form exactly once');
    if (given.replace(/[\r\n\t ]/g, '') !== answer) throw new Error('another value than the one in the form');
    if (Buffer.from(answer, 'base64').toString('base64') !== answer)
      throw new Error('inexact base64 was taken');
  }) as IProperty<unknown>;
}
