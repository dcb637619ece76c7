/** What the picker is for, in words with this sign-in's numbers, and how long its answer is still good. */
import { memo } from 'react';
import { counted } from '../../text/format.ts';
import { AnswerCountdown } from './AnswerCountdown.tsx';
import type { Choosing } from './use-picker.ts';

export const PickerHead = memo(function PickerHead({ signin, name }: { signin: Choosing; name: string }) {
  const { offers, ignored, validUntil } = signin;
  const accounts = new Set(offers.map((offer) => offer.accountId)).size;
  return (
    <header className="picker-top">
      <div className="grow">
        <p className="small dim">Sign-in to {name}</p>
        <h1 id="picker-title">Choose the roles to keep</h1>
        <p className="dim">
          {name} offers you {counted(offers.length, 'role')} in {counted(accounts, 'account')}. Each role you
          choose becomes a pass, and all are signed in now, from this one sign-in.
          {ignored > 0 && ` ${counted(ignored, 'entry', 'entries')} could not be read.`}
        </p>
      </div>
      <AnswerCountdown validUntil={validUntil} />
    </header>
  );
});
