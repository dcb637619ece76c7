/** Asks once before a pass and its session are forgotten. */
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { AskRemove } from '../../ui/AskRemove.tsx';

export function RemovePass({ pass, onClose }: { pass: PassView; onClose: () => void }) {
  const { order } = useApi();
  return (
    <AskRemove
      title={`Remove ${pass.label}?`}
      act="Remove pass"
      onRemove={() => void order('pass.remove', { pass: pass.id })}
      onClose={onClose}
    >
      Its session ends and is taken out of the keychain. Your role at AWS stays as it is; the next sign-in can
      bring the pass back.
    </AskRemove>
  );
}
