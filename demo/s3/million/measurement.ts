// What a generated object holds: a device's measurements in JSON. Its size is known without writing it.

import type { DemoObject } from '../content/object.ts';
import { hex, mix, uuid } from './mix.ts';

/** As long as each other, so that sizes can be counted. */
const KINDS = ['reading', 'restart', 'alarmed', 'settled'];
/** `1234,` */
const SAMPLE_BYTES = 5;
const LEAST_SAMPLES = 20;
const MOST_SAMPLES = 18_000;
const LEAST_SAMPLE = 1000;
const SAMPLES = 9000;

const PIECE_BYTES = 65_536;

/** What few ask for is worked out when it is asked for: a listing makes a thousand of these a page. */
export class Measurement implements DemoObject {
  readonly contentType = 'application/json';
  readonly storageClass = 'STANDARD';

  /** `number`: of the object, from which all the rest follows; `modifiedAt`: epoch ms. */
  constructor(
    readonly key: string,
    private readonly number: number,
    readonly modifiedAt: number,
  ) {}

  get sizeBytes(): number {
    return FRAME_BYTES + samplesOf(this.number) * SAMPLE_BYTES;
  }

  /** In the form of a multipart upload's, which no client takes for an MD5. */
  get etag(): string {
    const { number } = this;
    return `"${hex(mix(number, 1))}${hex(mix(number, 2))}${hex(mix(number, 3))}${hex(mix(number, 4))}-1"`;
  }

  get read(): DemoObject['read'] {
    return (start, end) => bytesOf(textOf(this.number, this.modifiedAt), start, end);
  }
}

function* bytesOf(text: string, start: number, end: number): Generator<Buffer> {
  const bytes = Buffer.from(text, 'latin1').subarray(start, end);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

/** Most are small, a few are a hundred times as large. */
function samplesOf(number: number): number {
  const share = mix(number, 11) / 2 ** 32;
  return LEAST_SAMPLES + Math.floor(share ** 6 * MOST_SAMPLES);
}

function textOf(number: number, at: number, count = samplesOf(number)): string {
  const kind = KINDS[mix(number, 12) % KINDS.length];
  const id = uuid(mix(number, 13), number, 14);
  const samples = Array.from({ length: count }, (_, i) => LEAST_SAMPLE + (mix(number + i, 17) % SAMPLES));
  return `{"id":"${id}","at":"${new Date(at).toISOString()}","device":"${hex(mix(number, 18))}","kind":"${kind}","samples":[${samples.join(',')}]}\n`;
}

/** Everything but the samples; the last of them has no comma. */
const FRAME_BYTES = textOf(0, 0, 1).length - SAMPLE_BYTES;
