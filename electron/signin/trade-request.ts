/** What STS is asked for one pass: organisation, assertion and pass put together. Pure. */
import type { Organisation, Pass } from '../settings/schema.ts';
import type { Assertion } from './assertion.ts';
import type { TradeRequest } from './sts.ts';

export function tradeRequest(
  organisation: Organisation,
  assertion: Assertion,
  pass: Pass,
  durationSeconds: number,
): TradeRequest {
  const { roleArn, providerArn, region } = pass;
  return { assertion, roleArn, providerArn, region, endpoint: organisation.endpoints?.sts, durationSeconds };
}
