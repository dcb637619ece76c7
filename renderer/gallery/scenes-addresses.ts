/** Scenes of addresses that are typed or sent: which pass, what was said beside the place, why nothing was opened. */
import { at, calm, passes, reports } from './people.ts';
import { type Scene, showing } from './scene.ts';
import { exportsFolder } from './shelves.ts';

const inExports = { snapshot: calm, place: exportsFolder.place };
const path = '[aria-label="Path"]';
const signedAt = new Date(at - 6 * 3_600_000).toISOString().replace(/[-:]|\.\d+/g, '');
const arn = 'arn:aws:s3:eu-west-1:444455556666:accesspoint/finance-exports/object/2026/';

/** Three more passes of one account, one of them signed out. */
const finance = ['Finance reader', 'Finance auditor', 'Finance night run'].map((label, index) => ({
  ...reports,
  id: `finance-${index}`,
  label,
  accountId: '444455556666',
  accountName: 'lark-finance-records-retention-eu-central-1',
}));

const typed = (text: string): Pick<Scene, 'acts'> => ({
  acts: [{ focus: path }, { type: path, text }, { enter: path }],
});

export const addressScenes = {
  'address-which-pass': {
    ...inExports,
    snapshot: showing('reports', {
      passes: [...passes.filter(({ accountId }) => accountId !== '444455556666'), ...finance],
    }),
    ...typed(arn),
  },
  'address-refused': { ...inExports, ...typed('arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap') },
  'address-signed': {
    ...inExports,
    ...typed(
      `https://lark-reports-prod.s3.eu-west-1.amazonaws.com/exports//2026/summary.csv?X-Amz-Date=${signedAt}&X-Amz-Expires=3600&X-Amz-Signature=0`,
    ),
  },
  'address-outside': {
    ...inExports,
    snapshot: {
      ...calm,
      show: {
        seq: 2,
        pass: 'reports',
        address: 'https://lark-reports-prod.s3.amazonaws.com.evil.example/summary.csv',
      },
    },
  },
  'address-region': {
    ...inExports,
    s3: {
      kind: 'failing',
      failure: {
        code: 's3-region-not-enabled',
        retry: 'never',
        subject: 'af-south-1',
        raw: '400 InvalidToken\nThe provided token is malformed or otherwise invalid.',
      },
    },
  },
} satisfies Partial<Record<string, Scene>>;
