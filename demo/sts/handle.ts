// STS's one route: the query protocol by POST. Chooses the operation and turns refusals into answers.

import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FORM_LIMIT_BYTES, readBody, readForm } from '../http/form.ts';
import type { Handle } from '../http/serve.ts';
import type { DemoSession } from '../session-token.ts';
import { judge, signable } from '../signed-request.ts';
import { assumedRoleXml, callerIdentityXml, chainedRoleXml, errorXml } from './answers.ts';
import { assumeRoleWithSaml, type StsOptions } from './assume-role.ts';
import { chainRole } from './chain-role.ts';
import { StsError } from './errors.ts';

const VERSION = '2011-06-15';
/** The global STS endpoint signs for us-east-1. */
const REGIONS = ['eu-west-1', 'us-east-1'];

export function createSts(options: StsOptions): Handle {
  return async (request, response) => {
    const requestId = randomUUID();
    const body = await readBody(request, FORM_LIMIT_BYTES);
    const reply = (status: number, xml: string) => {
      response.writeHead(status, { 'Content-Type': 'text/xml', 'x-amzn-RequestId': requestId }).end(xml);
    };
    try {
      reply(200, answer(request, body, options, requestId));
    } catch (error) {
      if (!(error instanceof StsError)) throw error;
      reply(error.status, errorXml(error, requestId));
    }
  };
}

function answer(
  request: IncomingMessage,
  body: Buffer | undefined,
  options: StsOptions,
  requestId: string,
): string {
  if (!body) throw new StsError(413, 'RequestEntityTooLarge', 'Request size exceeded');
  const form = request.method === 'POST' ? readForm(request, body) : undefined;
  const action = form?.get('Action');
  if (!form || !action)
    throw new StsError(400, 'MissingAction', 'The request must contain the parameter Action');
  const known = form.get('Version') === VERSION;
  if (known && action === 'AssumeRoleWithSAML')
    return assumedRoleXml(assumeRoleWithSaml(form, options), requestId);
  if (known && action === 'GetCallerIdentity')
    return callerIdentityXml(callerOf(request, body, options), requestId);
  if (known && action === 'AssumeRole')
    return chainedRoleXml(chainRole(form, callerOf(request, body, options), options), requestId);
  throw new StsError(
    400,
    'InvalidAction',
    `Could not find operation ${action} for version ${form.get('Version') ?? 'NO_VERSION_SPECIFIED'}`,
  );
}

/** Whose session signed the request; refuses in STS's words. */
function callerOf(request: IncomingMessage, body: Buffer, options: StsOptions): DemoSession {
  const signed = signable(request);
  const hash = createHash('sha256').update(body).digest('hex');
  const verdict = signed && judge(signed, hash, options.tokens, options.now());
  switch (verdict?.kind) {
    case 'accepted':
      if (verdict.claim.service === 'sts' && REGIONS.includes(verdict.claim.region)) {
        return verdict.session;
      }
      throw new StsError(
        403,
        'SignatureDoesNotMatch',
        'Credential should be scoped to a valid region and service.',
      );
    case 'anonymous':
      throw new StsError(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token');
    case 'unknown key':
    case 'bad token':
      throw new StsError(
        403,
        'InvalidClientTokenId',
        'The security token included in the request is invalid.',
      );
    case 'session ended':
      throw new StsError(403, 'ExpiredToken', 'The security token included in the request is expired');
    case 'skewed':
      throw new StsError(
        403,
        'SignatureDoesNotMatch',
        `Signature expired or not yet current: ${verdict.timestamp}`,
      );
    case 'wrong signature':
      throw new StsError(
        403,
        'SignatureDoesNotMatch',
        'The request signature we calculated does not match the signature you provided.' +
          ' Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      );
    default:
      throw new StsError(
        400,
        'IncompleteSignature',
        'The request signature does not conform to AWS standards.',
      );
  }
}
