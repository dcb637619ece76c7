/** The picker's own state: what is typed, chosen and in hand, and what may be done with it. */
import { useMemo, useState } from 'react';
import type { SigninView } from '../../../electron/contract/snapshot.ts';
import { useApi, useFromNow, useSnapshot } from '../../bridge/use-api.ts';
import { useSteady } from '../../ui/use-steady.ts';
import { forgetChoice, keepChoice, recallChoice } from './picker-memory.ts';
import {
  filterWords,
  firstChosen,
  groupOffers,
  type ListedOffer,
  listOffers,
  matchesFilter,
  toggled,
} from './picker-model.ts';
import { placeGroups } from './picker-rows.ts';

export type Choosing = Extract<SigninView, { kind: 'choosingRoles' }>;

/** What may be done stays the same function while one types, so that only what changed is rendered again. */
export function usePicker(signin: Choosing) {
  const { order } = useApi();
  const { passes } = useSnapshot();
  const { organisation, validUntil } = signin;
  const [choice, setChoice] = useState(() => recallChoice(organisation));
  const [cursorKey, setCursorKey] = useState<string | null>(null);
  const late = useFromNow((now) => now >= validUntil);

  const { filter } = choice;
  const offers = useMemo(() => listOffers(signin.offers), [signin.offers]);
  const words = useMemo(() => filterWords(filter), [filter]);
  const groups = useMemo(() => placeGroups(groupOffers(offers, words)), [offers, words]);
  const shown = useMemo(() => groups.flatMap((group) => group.offers), [groups]);
  const [atFirst] = useState(() => firstChosen(offers, passes));
  const chosen = choice.chosen ?? atFirst;
  const picked = useMemo(() => offers.filter(({ key }) => chosen.has(key)), [offers, chosen]);
  const cursor = cursorKey === null ? -1 : shown.findIndex(({ key }) => key === cursorKey);

  function change(next: Partial<typeof choice>) {
    const whole = { ...choice, ...next };
    keepChoice(organisation, whole);
    setChoice(whole);
  }
  const choose = (keys: readonly string[], on: boolean) => change({ chosen: toggled(chosen, keys, on) });
  return {
    filter,
    words,
    groups,
    shown,
    chosen,
    picked,
    hidden: picked.filter((offer) => !matchesFilter(offer, words)).length,
    /** Among the roles shown; -1: no role is in hand. */
    cursor,
    late,
    setFilter: useSteady((text: string) => change({ filter: text })),
    setCursor: useSteady((index: number) => setCursorKey(shown[index]?.key ?? null)),
    toggle: useSteady(({ key }: ListedOffer) => choose([key], !chosen.has(key))),
    leaveOut: useSteady((key: string) => choose([key], false)),
    chooseShown: useSteady(() => choose(keysOf(shown), true)),
    submit: useSteady(() => {
      if (picked.length === 0 || late) return;
      const taken = picked.map(({ roleArn, providerArn }) => ({ roleArn, providerArn }));
      void order('signin.choose', { offers: taken }).then(({ ok }) => ok && forgetChoice(organisation));
    }),
    cancel: useSteady(() => {
      forgetChoice(organisation);
      void order('signin.cancel', {});
    }),
    again: useSteady(() => void order('signin.start', { organisation, choose: true })),
  };
}

export type Picker = ReturnType<typeof usePicker>;

const keysOf = (offers: readonly ListedOffer[]) => offers.map(({ key }) => key);
