/** One version of an object, or a delete marker: when, how large, and what can be done with it. */
import { useContext } from 'react';
import type { ObjectVersion } from '../../../../electron/contract/s3-inspect.ts';
import { useApi } from '../../../bridge/use-api.ts';
import { formatBytes, formatDateTime, formatDateTimeFull, formatStorageClass } from '../../../text/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { MenuButton, type MenuChoice } from '../../../ui/MenuButton.tsx';
import { Middle } from '../../../ui/Middle.tsx';
import { type ActionTarget, BeginActionContext } from '../actions/begin.ts';

interface VersionRowProps {
  one: ObjectVersion;
  /** It is what the panel is about now. */
  looked: boolean;
  /** Version ids to take away for an undo; none where that is of no use. */
  undo: readonly ObjectVersion[];
  mayWrite: boolean;
  targetOf: (versions: readonly ObjectVersion[]) => ActionTarget;
  onOpen: (one: ObjectVersion) => void;
}

export function VersionRow({ one, looked, undo, mayWrite, targetOf, onOpen }: VersionRowProps) {
  const begin = useContext(BeginActionContext);
  const { order } = useApi();
  const when = one.modifiedAt === null ? 'date not told' : formatDateTime(one.modifiedAt);
  return (
    <li className={`version${one.isMarker ? ' marker' : ''}`} aria-current={looked || undefined}>
      {one.isMarker && <span className="perf" />}
      <div className="grow">
        <p className="row">
          <span
            className="nb"
            title={one.modifiedAt === null ? undefined : formatDateTimeFull(one.modifiedAt)}
          >
            {when}
          </span>
          {one.isPresent && <span className="badge">{one.isMarker ? 'deleted now' : 'present'}</span>}
        </p>
        <p className="small dim">
          {one.isMarker
            ? 'Delete marker'
            : `${formatBytes(one.sizeBytes)}, ${formatStorageClass(one.storageClass)}`}
        </p>
        <div className="small hint mono">
          <Middle text={one.version} />
        </div>
      </div>
      {one.isMarker
        ? mayWrite &&
          undo.length > 0 && (
            <Button size="small" onPress={() => begin('undelete', targetOf(undo))}>
              Undo the delete
            </Button>
          )
        : !looked && (
            <Button size="small" aria-label={`Open the version of ${when}`} onPress={() => onOpen(one)}>
              Open
            </Button>
          )}
      <MenuButton
        name={`What can be done with the version of ${when}`}
        button={
          <Button look="quiet" size="small" icon="dots" aria-label={`More for the version of ${when}`} />
        }
        choices={choicesOf(one, mayWrite)}
        onChoose={(id) => {
          if (id === 'copy') void order('text.copy', { text: one.version });
          if (id === 'makePresent' || id === 'delete') begin(id, targetOf([one]));
        }}
      />
    </li>
  );
}

function choicesOf(one: ObjectVersion, mayWrite: boolean): MenuChoice[] {
  return [
    ...(mayWrite && !one.isPresent && !one.isMarker
      ? [{ id: 'makePresent', words: 'Make it the present one', icon: 'up' } as const]
      : []),
    { id: 'copy', words: 'Copy the version id', icon: 'copy' },
    ...(mayWrite
      ? [
          {
            id: 'delete',
            words: one.isMarker ? 'Delete this marker…' : 'Delete this version…',
            danger: true,
          } as const,
        ]
      : []),
  ];
}
