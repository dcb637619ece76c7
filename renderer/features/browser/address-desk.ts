/**
 * The one way in for an address, whether typed, pasted or sent by `daypass open`: reads it, finds the right pass or asks
 * which, opens the place at once and corrects it when S3 says what the key is. Knows no component.
 */
import { type AddressedPlace, readS3Address } from '../../../electron/contract/s3-address.ts';
import type { Snapshot } from '../../../electron/contract/snapshot.ts';
import type { S3Call, S3Client } from '../../bridge/s3-port.ts';
import { asideWords, missingWords, noPassWords, troubleWords } from './address-words.ts';
import type { BrowserShelf } from './browser-shelf.ts';
import type { BrowserStore } from './browser-store.ts';
import { type Place, placeOf, type Seen, samePlace } from './place.ts';
import { rightPass } from './right-pass.ts';

export interface DeskState {
  /** Several passes fit. */
  question: { address: AddressedPlace; passes: readonly string[] } | null;
  /** What the address said beside its place; stands while that place is open. */
  aside: { pass: string; place: Place; missing: boolean; words: readonly string[] } | null;
  /** Why an address that came from outside was not opened. */
  refused: string | null;
}

export interface AddressDesk {
  current(): DeskState;
  subscribe(listener: () => void): () => void;
  /** Words when it is not opened. `fixed`: this pass and no other was named. */
  open(text: string, present: string | null, fixed?: boolean): string | null;
  openFromOutside(text: string, present: string | null, fixed: boolean): void;
  answer(pass: string): void;
  openIn(pass: string, place: Place): void;
  dismiss(): void;
}

interface Parts {
  s3: S3Client;
  shelf: Pick<BrowserShelf, 'of' | 'knows'>;
  snapshot: () => Snapshot;
  now: () => number;
  /** Brings a pass's files onto the screen. */
  goTo: (pass: string) => void;
}

const quiet: DeskState = { question: null, aside: null, refused: null };

export function createAddressDesk({ s3, shelf, snapshot, now, goTo }: Parts): AddressDesk {
  let state = quiet;
  let looking: S3Call | null = null;
  const listeners = new Set<() => void>();
  const become = (next: Partial<DeskState>) => {
    state = { ...quiet, ...next };
    for (const listener of [...listeners]) listener();
  };

  function go(address: AddressedPlace, pass: string) {
    looking?.stop();
    const store = shelf.of(pass);
    const { place, object } = placeOf(address);
    // Before the listing: the region that the address says is good for that, too.
    if (address.bucket !== null) look(address, address.bucket, pass);
    openAt(store, address, place, object);
    goTo(pass);
    noteAside(address, pass, place);
  }
  /** One version that an address names is looked at beside the list. */
  function openAt(store: BrowserStore, { versionId }: AddressedPlace, place: Place, object: string | null) {
    store.open(place, object);
    if (object !== null && versionId !== null) store.set({ facts: object, version: versionId });
  }
  function look(address: AddressedPlace, bucket: string, pass: string) {
    const { key, names, region } = address;
    const named = names === 'prefix' ? null : key;
    if (named === null && region === null) return;
    looking = s3.start(
      { op: 'look', pass, bucket, key: named, region },
      {
        answer(answer) {
          if (answer.kind === 'looked' && named !== null) correct(address, pass, answer);
        },
        lost: () => undefined,
      },
    );
  }
  function correct(address: AddressedPlace, pass: string, seen: Seen) {
    const store = shelf.of(pass);
    const guess = placeOf(address);
    const right = placeOf(address, seen);
    if (!samePlace(store.current().place, guess.place)) return;
    if (!samePlace(guess.place, right.place)) {
      // The wrong guess is no place that a person has been to.
      store.back();
      openAt(store, address, right.place, right.object);
    }
    noteAside(address, pass, right.place, right.object !== null && seen.object === false);
  }
  function noteAside(address: AddressedPlace, pass: string, place: Place, missing = false) {
    const words = [...(missing ? [missingWords(address.key)] : []), ...asideWords(address, now())];
    become(words.length === 0 ? {} : { aside: { pass, place, missing, words } });
  }

  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(text, present, fixed = false) {
      const { passes, organisations } = snapshot();
      const endpoints = organisations.flatMap(({ s3Endpoint }) => s3Endpoint ?? []);
      const address = readS3Address(text, endpoints);
      if (address.kind !== 'place') return troubleWords(address.why);
      if (fixed && present !== null) {
        go(address, present);
        return null;
      }
      const road = rightPass(address, { passes, organisations, present, knows: shelf.knows });
      if (road.kind === 'none') return noPassWords(address);
      if (road.kind === 'go') go(address, road.pass);
      else become({ question: { address, passes: road.passes } });
      return null;
    },
    openFromOutside(text, present, fixed) {
      const refused = this.open(text, present, fixed);
      if (refused !== null) become({ refused });
    },
    answer(pass) {
      if (state.question) go(state.question.address, pass);
    },
    openIn(pass, place) {
      become({});
      shelf.of(pass).open(place);
      goTo(pass);
    },
    dismiss: () => become({}),
  };
}
