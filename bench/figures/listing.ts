/** P2 to P5: how fast a million unknown names come, by how many calls, and what they cost in time and memory. */
import { againstPeer, type Figure, timesPeer } from '../figure.ts';
import { listingRun } from '../listing-run.ts';

const PAGE = 1000;
const perSecond = (names: number, ms: number) => (names / ms) * 1000;
const said = (rate: number | null) => (rate === null ? 'not there' : `${Math.round(rate)} keys/s`);

export const p2: Figure = {
  name: 'P2',
  says: 'a million unknown flat names at 80 ms, against the SDK’s paginator in a plain Node process',
  async measure() {
    const { names, ms, peers } = await listingRun();
    const note = `${names} names in ${Math.round(ms)} ms, peers on the first 100,000; aws s3 ls ${said(peers.aws)}, rclone ${said(peers.rclone)}`;
    const peer = perSecond(peers.sdk.names, peers.sdk.ms);
    return timesPeer(perSecond(names, ms), peer, { unit: 'keys/s', aim: 20, note });
  },
};

export const p3: Figure = {
  name: 'P3',
  says: 'the calls of that, against the fewest possible',
  async measure() {
    const { calls, names } = await listingRun();
    const fewest = Math.ceil(names / PAGE);
    return againstPeer(calls, fewest, { unit: 'calls', aim: 1.15, note: 'counted by the server' });
  },
};

export const p4: Figure = {
  name: 'P4',
  says: 'time of the S3 process a page, against the SDK’s in a plain Node process',
  async measure() {
    const { cpuMs, names, peers } = await listingRun();
    const note = 'a page of 1,000 names; ours with the way to the window, Electron’s utility process';
    const peer = peers.sdk.cpuMs / peers.sdk.pages;
    return againstPeer(cpuMs / (names / PAGE), peer, { unit: 'ms', aim: 0.2, note });
  },
};

export const p5: Figure = {
  name: 'P5',
  says: 'memory a name in S3 process and window, against the SDK’s objects',
  async measure() {
    const { bytes, names, peers } = await listingRun();
    const note = 'PSS; the window keeps the pieces as they come';
    return againstPeer(bytes / names, peers.sdk.bytes / peers.sdk.names, {
      unit: 'bytes/key',
      aim: 0.35,
      note,
    });
  },
};
