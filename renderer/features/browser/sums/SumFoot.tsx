/** Sums in the foot of the list: of the selected folders, else of the folder on screen, with the way to ask for them. */
import { useApi } from '../../../bridge/use-api.ts';
import { counted } from '../../../text/format.ts';
import { Button } from '../../../ui/Button.tsx';
import type { BrowserStore } from '../browser-store.ts';
import type { Listing } from '../list-model.ts';
import { selectionSumWords, sumWords } from './sum-words.ts';
import type { Sum } from './sums.ts';
import { type SummedSelection, selectedFolders, useSums } from './use-sums.ts';

interface SumFootProps {
  store: BrowserStore;
  listing: Listing;
  bySize: boolean;
}

export function SumFoot({ store, listing, bySize }: SumFootProps) {
  const all = useSums(store);
  const { bucket } = listing.place;
  if (bucket === null) return null;
  const busy = [...all.values()].filter(({ kind }) => kind === 'waiting' || kind === 'running').length;
  const selected = selectedFolders(store);
  return (
    <>
      {bySize && all.size > 0 && <span className="cut">Folders are not sorted by their sums.</span>}
      {selected ? (
        <OfSelection selected={selected} store={store} />
      ) : (
        <OfFolder bucket={bucket} prefix={listing.place.prefix} store={store} listing={listing} />
      )}
      {busy > 0 && (
        <Button size="small" onPress={store.sums.stopAll}>
          {busy === 1 ? 'Stop summing' : `Stop summing ${busy}`}
        </Button>
      )}
    </>
  );
}

function OfSelection({ selected, store }: { selected: SummedSelection; store: BrowserStore }) {
  const { clock } = useApi();
  const { bucket, prefixes, folders } = selected;
  const known = folders.filter((sum) => sum !== undefined && sum.kind !== 'failed').length;
  const missing = prefixes.filter((_prefix, index) => isMissing(folders[index]));
  const one = prefixes.length === 1 && selected.objects.objects === 0 ? folders[0] : undefined;
  return (
    <>
      {one ? (
        <span className="cut">{sumWords(one, clock.ticked())}</span>
      ) : (
        known > 0 && <span className="cut">{selectionSumWords(selected, clock.ticked())}</span>
      )}
      {missing.length > 0 && (
        <Button
          size="small"
          look="quiet"
          onPress={() => {
            for (const prefix of missing) store.sums.ask(bucket, prefix);
          }}
        >
          Sum {missing.length === 1 ? 'folder' : counted(missing.length, 'folder')}
        </Button>
      )}
    </>
  );
}

const isMissing = (sum: Sum | undefined) => sum === undefined || sum.kind === 'failed';

interface OfFolderProps {
  bucket: string;
  prefix: string;
  store: BrowserStore;
  listing: Listing;
}

/** A folder without folders in it is summed by its list. */
function OfFolder({ bucket, prefix, store, listing }: OfFolderProps) {
  const { clock } = useApi();
  const sum = store.sums.of(bucket, prefix);
  if (!sum && listing.folders === 0) return null;
  return (
    <>
      {sum && <span className="cut">With its folders: {sumWords(sum, clock.ticked())}</span>}
      {isMissing(sum) && (
        <Button size="small" look="quiet" onPress={() => store.sums.ask(bucket, prefix)}>
          Sum with folders
        </Button>
      )}
    </>
  );
}
