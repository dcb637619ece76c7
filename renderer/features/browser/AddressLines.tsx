/** Lines above the files about an address: which pass opens it, what it said beside its place, why it was not opened. */
import { useSyncExternalStore } from 'react';
import { readAccessPoint } from '../../../electron/contract/s3-address-place.ts';
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../bridge/use-api.ts';
import { counted, formatAccountId } from '../../text/format.ts';
import { Button } from '../../ui/Button.tsx';
import { SayLine } from '../../ui/Say.tsx';
import type { DeskState } from './address-desk.ts';
import { samePlace } from './place.ts';
import { accountOf } from './right-pass.ts';
import { useAddresses, useDeskState } from './use-address.ts';

const MOST_OFFERED = 8;

export function AddressLines() {
  const { desk } = useAddresses();
  const { question, aside, refused } = useDeskState();
  if (question) return <WhichPass question={question} />;
  if (aside) return <Aside aside={aside} />;
  if (refused === null) return null;
  return (
    <SayLine
      icon="no"
      tone="danger"
      title="The address was not opened."
      body={refused}
      acts={<Button onPress={desk.dismiss}>Close</Button>}
    />
  );
}

function WhichPass({ question }: { question: NonNullable<DeskState['question']> }) {
  const { desk } = useAddresses();
  const { passes } = useSnapshot();
  const { address } = question;
  const fitting = passes.filter(({ id }) => question.passes.includes(id));
  const offered = fitting.slice(0, MOST_OFFERED);
  return (
    <SayLine
      icon="bucket"
      title="Which pass?"
      body={`Several may open ${bucketWords(address.bucket)}.${restWords(fitting.length - offered.length)}`}
      more={<PassButtons passes={offered} onChoose={desk.answer} focused />}
      acts={
        <Button look="quiet" onPress={desk.dismiss}>
          Cancel
        </Button>
      }
    />
  );
}

function Aside({ aside }: { aside: NonNullable<DeskState['aside']> }) {
  const { desk, shelf, present } = useAddresses();
  const store = shelf.of(aside.pass);
  const { place } = useSyncExternalStore(store.subscribe, store.current);
  if (present !== aside.pass || !samePlace(place, aside.place)) return null;
  const [first = '', ...more] = aside.words;
  return (
    <SayLine
      icon={aside.missing ? 'alert' : 'link'}
      title={aside.missing ? 'Not there.' : 'Opened.'}
      body={[first, ...more].join(' ')}
      acts={
        <Button look="quiet" onPress={desk.dismiss}>
          Close
        </Button>
      }
    />
  );
}

function restWords(rest: number): string {
  if (rest <= 0) return '';
  return ` For ${counted(rest, 'more that fits', 'more that fit')}, choose it on the left and paste the address there.`;
}

function bucketWords(bucket: string | null): string {
  if (bucket === null) return 'this';
  const point = readAccessPoint(bucket);
  return point === null
    ? bucket
    : `the access point ${point.name} in account ${formatAccountId(point.account)}`;
}

interface PassButtonsProps {
  passes: readonly PassView[];
  onChoose: (pass: string) => void;
  /** The first one has the keyboard. */
  focused?: boolean;
}

export function PassButtons({ passes, onChoose, focused = false }: PassButtonsProps) {
  return (
    <p className="pass-buttons">
      {passes.map((pass, index) => (
        <Button key={pass.id} autoFocus={focused && index === 0} onPress={() => onChoose(pass.id)}>
          {pass.label}
          <span className="dim small">
            {pass.accountName ?? formatAccountId(accountOf(pass))}
            {pass.session.kind !== 'active' && ', signed out'}
          </span>
        </Button>
      ))}
    </p>
  );
}
