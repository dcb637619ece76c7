/** From spawn to the icon's registration on the bus: shipping Daypass and the bare peer, by turns. */
import { againstPeer, type Figure, median, spread } from '../figure.ts';
import { openRivals, type Started } from '../resident.ts';

const STARTS = 11;
const AIM = 1.15;

export const launch: Figure = {
  name: 'launch',
  says: `${STARTS} starts each of Daypass and a bare tray app, by turns`,
  async measure() {
    const rivals = await openRivals();
    try {
      const times = async (start: () => Promise<Started>) => {
        const { launchMs, end } = await start();
        await end();
        return launchMs;
      };
      // The first start of each makes its folders and fills the file cache; it does not count.
      await times(() => rivals.daypass());
      await times(() => rivals.peer());
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let i = 0; i < STARTS; i++) {
        ours.push(await times(() => rivals.daypass()));
        theirs.push(await times(() => rivals.peer()));
      }
      const note = `median of ${STARTS}; ours ${spread(ours, 'ms')}, peer ${spread(theirs, 'ms')}`;
      return againstPeer(median(ours), median(theirs), { unit: 'ms', aim: AIM, note });
    } finally {
      await rivals.dispose();
    }
  },
};
