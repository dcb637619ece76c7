/** What identity providers send on ordinary days, in each one's own dialect. */
import type { Case } from './case.ts';
import { dialectNames } from './dialects.ts';
import { PAIR, PROVIDER, ROLE, writeResponse } from './write-response.ts';

const second = 'arn:aws:iam::444455556666:role/team/reports/Writer';
const third = 'arn:aws:iam::444455556666:saml-provider/Corp.SSO-1';

/** One role, three in both orders, and line breaks as hand-made claim rules leave them. */
export const everydayCases: Case[] = dialectNames.flatMap((dialect): Case[] => [
  { name: `${dialect} one role`, xml: writeResponse(dialect), expected: [PAIR] },
  {
    name: `${dialect} three roles, providers first and last`,
    xml: writeResponse(dialect, {
      roles: [`${PROVIDER},${ROLE}`, `${second},${third}`, PAIR.replace('Reader', 'Admin')],
    }),
    expected: [PAIR, `${second},${third}`, PAIR.replace('Reader', 'Admin')],
  },
  {
    name: `${dialect} values over several lines`,
    xml: writeResponse(dialect, { roles: [`\n      ${ROLE} ,\r\n      ${PROVIDER}\n    `] }),
    expected: [PAIR],
  },
]);
