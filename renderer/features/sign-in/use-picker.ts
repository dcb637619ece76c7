/** The picker's own state: what is typed, chosen and in hand, and what may be done with it. */
import { useMemo, useState } from 'react';
import type { OfferView, SigninView } from '../../../electron/contract/snapshot.ts';
import { useApi, useFromNow, useSnapshot } from '../../bridge/use-api.ts';
import { forgetChoice, keepChoice, recallChoice } from './picker-memory.ts';
import { filterWords, firstChosen, groupOffers, matchesFilter, offerKey, toggled } from './picker-model.ts';
import { placeGroups } from './picker-rows.ts';

export type Choosing = Extract<SigninView, { kind: 'choosingRoles' }>;

export function usePicker(signin: Choosing) {
  const { order } = useApi();
  const { passes } = useSnapshot();
  const { organisation, offers, validUntil } = signin;
  const [choice, setChoice] = useState(() => recallChoice(organisation));
  const [cursor, setCursor] = useState<string | null>(null);
  const late = useFromNow((now) => now >= validUntil);

  const { filter } = choice;
  const words = useMemo(() => filterWords(filter), [filter]);
  const groups = useMemo(() => placeGroups(groupOffers(offers, words)), [offers, words]);
  const shown = useMemo(() => groups.flatMap((group) => group.offers), [groups]);
  const [atFirst] = useState(() => firstChosen(offers, passes));
  const chosen = choice.chosen ?? atFirst;
  const picked = offers.filter((offer) => chosen.has(offerKey(offer)));

  function change(next: Partial<typeof choice>) {
    const whole = { ...choice, ...next };
    keepChoice(organisation, whole);
    setChoice(whole);
  }
  const choose = (keys: readonly string[], on: boolean) => change({ chosen: toggled(chosen, keys, on) });
  function submit() {
    if (picked.length === 0 || late) return;
    const taken = picked.map(({ roleArn, providerArn }) => ({ roleArn, providerArn }));
    void order('signin.choose', { offers: taken }).then(({ ok }) => ok && forgetChoice(organisation));
  }
  return {
    filter,
    words,
    groups,
    shown,
    chosen,
    picked,
    hidden: picked.filter((offer) => !matchesFilter(offer, words)).length,
    cursor: shown.findIndex((offer) => offerKey(offer) === cursor),
    late,
    setFilter: (text: string) => change({ filter: text }),
    /** -1: no role is in hand. */
    setCursor: (index: number) => setCursor(keyAt(shown, index)),
    choose,
    toggle: (offer: OfferView) => choose([offerKey(offer)], !chosen.has(offerKey(offer))),
    chooseShown: () => choose(shown.map(offerKey), true),
    submit,
    cancel: () => {
      forgetChoice(organisation);
      void order('signin.cancel', {});
    },
    again: () => void order('signin.start', { organisation, choose: true }),
  };
}

export type Picker = ReturnType<typeof usePicker>;

function keyAt(offers: readonly OfferView[], index: number): string | null {
  const offer = offers[index];
  return offer ? offerKey(offer) : null;
}
