/** How a profile stands in the config file, as words. Pure. */
import type { AwsProfileView } from '../../../electron/contract/aws-profile.ts';
import { counted } from '../../text/format.ts';

export interface StandingWords {
  words: string;
  /** What puts it right; null: nothing to do. */
  mend: string | null;
  odd: boolean;
}

export function standingWords({ state, name, lines, otherLines }: AwsProfileView): StandingWords {
  switch (state) {
    case 'changed':
      return {
        words: 'Our lines are not as Daypass wrote them.',
        mend: 'Write them anew',
        odd: true,
      };
    case 'missing':
      return { words: `There is no section ${name} in the file now.`, mend: 'Add it again', odd: true };
    case 'taken':
      return {
        words: 'This section is not ours: its tools do not ask Daypass.',
        mend: 'Add ours',
        odd: true,
      };
    default: {
      const ours = lines.filter((line) => line.ours).length;
      const theirs =
        otherLines === 0
          ? ''
          : ` ${counted(otherLines, 'further option')} in this section ${otherLines === 1 ? 'is' : 'are'} yours.`;
      return {
        words: `${counted(ours, 'line')} ${ours === 1 ? 'is' : 'are'} ours.${theirs} The others stay, byte for byte.`,
        mend: null,
        odd: false,
      };
    }
  }
}
