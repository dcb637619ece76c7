/** Requester Pays: the offer to pay where a bucket is refused without a reason, and the badge while it holds. */
import type { Denial } from '../../../electron/contract/denial.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { usePays } from './payers.ts';
import { useAddresses } from './use-address.ts';

interface OfferProps {
  pass: string;
  bucket: string | null;
  denial: Denial | undefined;
  onAgain: () => void;
}

/** S3 says of such a bucket no more than "Access Denied" (S3 User Guide, "Requester Pays"). */
export function PaymentOffer({ pass, bucket, denial, onAgain }: OfferProps) {
  const { payers } = useAddresses().shelf;
  const pays = usePays(pass, bucket);
  const told = denial !== undefined && (denial.action !== null || denial.policyKind !== 'unknown');
  if (bucket === null || pays || told) return null;
  return (
    <div className="way">
      <div className="grow">
        <b>Agree to pay for requests to this bucket</b>
        <p className="small dim">
          If its owner lets whoever asks pay, your account then pays for each request and for the data that is
          read, until you stop it or this window closes.
        </p>
      </div>
      <Button
        onPress={() => {
          payers.agree(pass, bucket);
          onAgain();
        }}
      >
        Agree to pay
      </Button>
    </div>
  );
}

export function PaymentBadge({ pass, bucket }: { pass: string; bucket: string | null }) {
  const { payers } = useAddresses().shelf;
  if (!usePays(pass, bucket) || bucket === null) return null;
  return (
    <span className="pays">
      <Badge
        tone="soon"
        words="You pay"
        tip="Your account pays for each request to this bucket and for the data that is read."
      />
      <Button
        look="quiet"
        size="small"
        icon="x"
        aria-label="Stop paying for this bucket"
        onPress={() => payers.takeBack(pass, bucket)}
      />
    </span>
  );
}
