/** How components open addresses: one desk a window, reached by a context. */
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Snapshot } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { type AddressDesk, createAddressDesk, type DeskState } from './address-desk.ts';
import type { BrowserShelf } from './browser-shelf.ts';

export interface Addresses {
  desk: AddressDesk;
  shelf: BrowserShelf;
  /** The pass on screen. */
  present: string | null;
}

export const AddressContext = createContext<Addresses | null>(null);

export function useAddresses(): Addresses {
  const addresses = useContext(AddressContext);
  if (!addresses) throw new Error('a browser was rendered outside of its AddressContext');
  return addresses;
}

export function useDeskState(): DeskState {
  const { desk } = useAddresses();
  return useSyncExternalStore(desk.subscribe, desk.current);
}

/** `goTo`: brings a pass's files onto the screen. */
export function useAddressDesk(shelf: BrowserShelf, goTo: (pass: string) => void): AddressDesk {
  const { s3, snapshots, clock } = useApi();
  const newest = useRef(goTo);
  newest.current = goTo;
  const [desk] = useState(() =>
    createAddressDesk({
      s3,
      shelf,
      snapshot() {
        const snapshot = snapshots.current();
        if (!snapshot) throw new Error('an address was opened before the first snapshot');
        return snapshot;
      },
      now: clock.now,
      goTo: (pass) => newest.current(pass),
    }),
  );
  return desk;
}

/** An address that came from outside (`daypass open s3://…`) is opened once; a pass named with it is the one it opens in. */
export function useShownAddress({ show }: Snapshot, present: string | null, desk: AddressDesk): void {
  const opened = useRef<number | null>(null);
  const { seq, address, pass } = show;
  useEffect(() => {
    if (address === undefined || present === null || opened.current === seq) return;
    opened.current = seq;
    desk.openFromOutside(address, pass ?? present, pass !== null);
  }, [seq, address, pass, present, desk]);
}
