/** The whole corpus, in one list; its order is part of a seed's meaning. */
import { answerCases } from './answer-cases.ts';
import type { Case } from './case.ts';
import { everydayCases } from './everyday-cases.ts';
import { roleCases } from './role-cases.ts';
import { wrappingCases } from './wrapping-cases.ts';
import { xmlCases } from './xml-cases.ts';

export const corpus: readonly Case[] = [
  ...everydayCases,
  ...wrappingCases,
  ...roleCases,
  ...answerCases,
  ...xmlCases,
];

export const bytesOf = ({ xml }: Pick<Case, 'xml'>): Uint8Array =>
  typeof xml === 'string' ? Buffer.from(xml, 'utf8') : xml;
