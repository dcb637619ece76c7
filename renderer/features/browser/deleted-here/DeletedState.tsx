/** The list of what was deleted, or the state that stands in its place. */
import type { Versioning } from '../../../../electron/contract/s3-inspect.ts';
import type { PassView } from '../../../../electron/contract/snapshot.ts';
import { clockWords } from '../../../../electron/contract/time.ts';
import { useApi } from '../../../bridge/use-api.ts';
import { counted } from '../../../text/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { AccessRefused } from '../AccessRefused.tsx';
import { AskingWords } from '../inspector/AskingWords.tsx';
import type { Known } from '../inspector/question.ts';
import { DeletedRows } from './DeletedRows.tsx';
import type { DeletedPages } from './deleted-pages.ts';

interface DeletedStateProps {
  pass: PassView;
  bucket: string;
  prefix: string;
  live: boolean;
  versioning: Known<{ versioning: Versioning }>;
  deleted: { known: Known<DeletedPages>; more: () => void };
  selected: ReadonlySet<string>;
  /** Null where nothing may be done with them. */
  onSelect: ((keys: ReadonlySet<string>) => void) | null;
}

export function DeletedState(props: DeletedStateProps) {
  const { pass, bucket, prefix, live, versioning, deleted, selected, onSelect } = props;
  const { asking, told, failed } = deleted.known;
  if (versioning.told?.value.versioning === 'never') {
    return (
      <p className="dim deleted-say">
        {bucket} keeps no versions, so what is deleted here is gone. Whoever runs the bucket can turn
        versioning on; from then on a delete can be undone.
      </p>
    );
  }
  return (
    <>
      {!told && !failed && (
        <AskingWords asking={asking || versioning.asking} live={live} words="what was deleted here" />
      )}
      {told && told.value.deleted.length > 0 && (
        <DeletedRows prefix={prefix} deleted={told.value.deleted} selected={selected} onSelect={onSelect} />
      )}
      {told && <Foot pages={told.value} at={told.at} asking={asking} live={live} onMore={deleted.more} />}
      {failed && (
        <AccessRefused
          pass={pass}
          asked={{ kind: 'versions', bucket, prefix }}
          refused={failed}
          onAgain={live ? deleted.more : undefined}
        />
      )}
    </>
  );
}

interface FootProps {
  pages: DeletedPages;
  /** Epoch ms. */
  at: number;
  asking: boolean;
  live: boolean;
  onMore: () => void;
}

function Foot({ pages, at, asking, live, onMore }: FootProps) {
  const { clock } = useApi();
  const { after } = pages;
  return (
    <div className="row deleted-foot small dim">
      <p className="grow" role="status">
        {live
          ? foundWords(pages, asking)
          : `As read at ${clockWords(at, clock.ticked())}, before the session ended.`}
      </p>
      {after !== null && live && (
        <Button size="small" isDisabled={asking} onPress={onMore}>
          {pages.deleted.length > 0 ? 'Show more' : 'Look further'}
        </Button>
      )}
    </div>
  );
}

function foundWords({ deleted, after }: DeletedPages, asking: boolean): string {
  const count = deleted.length;
  if (asking) return count > 0 ? `${counted(count, 'object')} so far, still looking` : 'Still looking';
  if (after !== null)
    return count > 0
      ? `${counted(count, 'object')} so far`
      : 'Nothing so far; there is more to look through.';
  return count > 0 ? `${counted(count, 'object')}, that is all.` : 'Nothing in this folder is deleted.';
}
