import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readClaim } from '../../demo/s3/claim.ts';
import { splitTarget } from '../../demo/s3/raw-url.ts';
import { expectedSignature, type SignableRequest, unsignedHeaders } from '../../demo/s3/sigv4.ts';
import { iamPlace, listAliasesQuery } from './iam.ts';
import { signIamGet } from './sign-iam.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const AT = Date.parse('2026-10-02T09:21:04Z');
const credentials = {
  scope: 'full' as const,
  accessKeyId: 'ASIAEXAMPLE123456789',
  secretAccessKey: SECRET,
  sessionToken: 'a-session-token',
  startedAt: 0,
  expiresAt: AT + 1,
};

test.each(['aws', 'aws-cn', 'aws-us-gov'])(
  'what is sent to IAM of %s is signed as a server reckons it, token and all',
  async (partition) => {
    const place = iamPlace(partition);
    if (!place) throw new Error('a place is known');
    const headers = await signIamGet(place, listAliasesQuery, credentials, AT);
    const url = splitTarget(`/?${new URLSearchParams(listAliasesQuery)}`);
    if (!url) throw new Error('it is a path');
    const sent: SignableRequest = {
      method: 'GET',
      url,
      headers: [['host', place.host], ...Object.entries(headers)],
    };
    const claim = readClaim(sent);
    if (claim === 'none' || 'malformed' in claim) throw new Error('it is signed');
    const nothing = createHash('sha256').update('').digest('hex');
    expect(claim).toMatchObject({ service: 'iam', region: place.region, date: '20261002' });
    expect(expectedSignature(sent, claim, SECRET, nothing).signature).toBe(claim.signature);
    expect(unsignedHeaders(sent, claim)).toEqual([]);
    expect(Object.entries(headers)).toContainEqual(['x-amz-security-token', 'a-session-token']);
    expect(JSON.stringify(headers)).not.toContain(SECRET);
  },
);
