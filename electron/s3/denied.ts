/**
 * AWS's access-denied message → who, what, on which resource, by which kind of policy. Pure.
 * Sources: Amazon S3 User Guide, "Troubleshoot access denied (403 Forbidden) errors"; IAM User Guide, "Troubleshoot
 * access denied error messages". SECURITY: the message is text from outside, a key may say anything in it; what is
 * read here is shown, and nothing is decided by it.
 */
import type { Denial, PolicyKind } from '../contract/denial.ts';
import { redactText } from '../lib/redact.ts';

/** A key of 1,024 bytes and all words around it are shorter. */
const LONGEST_MESSAGE = 4096;

const kinds = new Map<string, PolicyKind>([
  ['identity-based', 'identity'],
  ['resource-based', 'resource'],
  ['service control', 'serviceControl'],
  ['resource control', 'resourceControl'],
  ['permissions boundary', 'boundary'],
  ['session', 'session'],
  ['vpc endpoint', 'endpoint'],
]);

const who =
  /\bUser:\s+(\S{1,600})\s+is\s+not\s+authorized\s+to\s+perform:\s+([a-z0-9-]{1,40}:[a-z0-9*]{1,100})/i;
const on = /^\s+on\s+(?:the\s+)?resource:\s+/i;
const reasons = /\s(?:with\s+an\s+explicit\s+deny|because)\b/gi;
const policy =
  '(identity-based|resource-based|service\\s+control|resource\\s+control|permissions\\s+boundary|session|vpc\\s+endpoint)';
const saidNo = new RegExp(
  `^with\\s+an\\s+explicit\\s+deny\\s+in\\s+(?:an?|the)\\s+${policy}(?:\\s+policy)?(?::\\s*(arn:\\S{1,600}))?`,
  'i',
);
const noneSaidYes = new RegExp(`^because\\s+no\\s+${policy}(?:\\s+policy)?\\s+allows\\s`, 'i');
/** KMS, of a key that may not exist, or whose policy may say no: it does not tell which. */
const keyOutOfReach = /\bno\s+resource-based\s+policies\s+allow\s+access\b/i;
const kmsWords = /\bciphertext\s+refers\s+to\s+a\s+(customer\s+master|kms)\s+key\b/i;

/** `date`: the answer's own, as HTTP has it. */
export function readDenial(message: string, date: string | undefined): Denial {
  const text = message.slice(0, LONGEST_MESSAGE);
  const found = who.exec(text);
  const rest = found ? text.slice(found.index + found[0].length) : '';
  const { resource, reason } = splitRest(rest);
  const action = found?.[2] ?? null;
  return {
    action,
    resource: shown(resource, 1600),
    principal: shown(found?.[1], 600),
    ...readReason(reason),
    kms: action === null ? kmsWords.test(text) : /^kms:/i.test(action),
    answeredAt: momentOf(date),
  };
}

/** The last of AWS's own words ends the resource: a key may hold the same words before it. */
function splitRest(rest: string): { resource: string | undefined; reason: string } {
  const cut = [...rest.matchAll(reasons)].at(-1)?.index ?? rest.length;
  const reason = rest.slice(cut).trim();
  const named = rest.slice(0, cut);
  const opening = on.exec(named);
  if (!opening) return { resource: undefined, reason };
  const resource = named.slice(opening[0].length).trimEnd();
  return { resource: /^".*"$/s.test(resource) ? resource.slice(1, -1) : resource, reason };
}

function readReason(reason: string): Pick<Denial, 'policyKind' | 'explicit' | 'policyArn'> {
  const no = saidNo.exec(reason);
  if (no) {
    const policyArn = shown(no[2]?.replace(/\.$/, ''), 600);
    return { policyKind: kindOf(no[1]), explicit: true, policyArn };
  }
  const explicit = /^with\b/i.test(reason);
  const policyKind = keyOutOfReach.test(reason) ? 'resource' : kindOf(noneSaidYes.exec(reason)?.[1]);
  return { policyKind, explicit, policyArn: null };
}

function kindOf(name = ''): PolicyKind {
  return kinds.get(name.toLowerCase().replaceAll(/\s+/g, ' ')) ?? 'unknown';
}

function shown(text: string | undefined, most: number): string | null {
  return text ? redactText(text).slice(0, most) : null;
}

function momentOf(date: string | undefined): number | null {
  const at = date === undefined ? Number.NaN : Date.parse(date.slice(0, 64));
  return Number.isNaN(at) ? null : at;
}
