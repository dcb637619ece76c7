/** Quiet lines over the tabs: what the panel is about, and what holds it back. */
import { clockWords } from '../../../../electron/contract/time.ts';
import { useApi } from '../../../bridge/use-api.ts';
import { formatDateTime } from '../../../text/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { WiderScope } from '../WiderScope.tsx';

export function OtherVersion({
  version,
  at,
  onBack,
}: {
  version: string;
  at: number | null;
  onBack: () => void;
}) {
  return (
    <div className="insp-line">
      <p className="grow" title={version}>
        Version {at === null ? version : `of ${formatDateTime(at)}`}, not the present one.
      </p>
      <Button size="small" icon="back" onPress={onBack}>
        Present one
      </Button>
    </div>
  );
}

export function AsReadAt({ at }: { at: number | null }) {
  const { clock } = useApi();
  if (at === null) return null;
  return <p className="insp-line">As read at {clockWords(at, clock.ticked())}, before the session ended.</p>;
}

export function MayOnlyRead({ pass }: { pass: string }) {
  return (
    <div className="insp-line">
      <p className="grow">This session may only read.</p>
      <WiderScope pass={pass} />
    </div>
  );
}
