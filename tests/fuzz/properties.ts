/** What must hold for every input, as fast-check properties by name, with their share of a run's inputs. */
import type { IRawProperty } from 'fast-check';
import { awsConfigProperty } from './property-aws-config.ts';
import { captureProperty } from './property-capture.ts';
import { doorProperty } from './property-doors.ts';
import { pageProperty } from './property-pages.ts';
import { responseProperty } from './property-response.ts';
import { settingsProperty } from './property-settings.ts';
import { treeProperty } from './property-trees.ts';
import { urlProperty } from './property-urls.ts';

export interface Fuzzed {
  name: string;
  /** Of the inputs of a run. */
  share: number;
  property: () => IRawProperty<unknown>;
}

export const fuzzed: readonly Fuzzed[] = [
  { name: 'spoiled responses', share: 0.5, property: responseProperty },
  { name: 'built responses', share: 0.1, property: treeProperty },
  { name: 'form bodies', share: 0.1, property: captureProperty },
  { name: 'capture URLs', share: 0.1, property: urlProperty },
  { name: 'pages of names', share: 0.1, property: pageProperty },
  { name: 'settings files', share: 0.03, property: settingsProperty },
  { name: 'AWS config files', share: 0.02, property: awsConfigProperty },
  { name: 'messages at the doors', share: 0.05, property: doorProperty },
];
