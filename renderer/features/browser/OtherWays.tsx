/** After a refusal: back to the folder below that does open, and other passes that may open this one. */
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { PassButtons } from './AddressLines.tsx';
import type { Place } from './place.ts';
import { otherPasses } from './right-pass.ts';
import { useAddresses } from './use-address.ts';

const MOST_OFFERED = 4;

export function OtherWays({ pass, place }: { pass: PassView; place: Place }) {
  const { desk, shelf } = useAddresses();
  const { passes } = useSnapshot();
  const others = otherPasses(pass, place.bucket, { passes, knows: shelf.knows }).slice(0, MOST_OFFERED);
  return (
    <>
      <BackBelow pass={pass} place={place} />
      {place.bucket !== null && others.length > 0 && (
        <div className="way">
          <div className="grow">
            <b>Open it with another pass</b>
            <p className="small dim">Another role may have the right.</p>
            <PassButtons passes={others} onChoose={(id) => desk.openIn(id, place)} />
          </div>
        </div>
      )}
    </>
  );
}

/** Rights given to one folder end above it: whoever came up from there is told the way back. */
function BackBelow({ pass, place }: { pass: PassView; place: Place }) {
  const store = useAddresses().shelf.of(pass.id);
  const { back, cursor } = store.current();
  const from = back.at(-1);
  const below =
    from?.bucket === place.bucket && from.prefix.length > place.prefix.length && from.prefix === cursor;
  if (!from || place.bucket === null || !below) return null;
  return (
    <div className="way">
      <div className="grow">
        <b>Go back to the folder below</b>
        <p className="small dim">
          <code>{from.prefix}</code> opened; the right may end there. Other folders beside it open by their
          names.
        </p>
      </div>
      <Button onPress={store.back}>Go back</Button>
    </div>
  );
}
