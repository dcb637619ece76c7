/** One activity: its time, its words, and folded below what the other side answered. */
import type { ActivityView } from '../../../electron/contract/activity.ts';
import { type ActivityArea, activityArea, activityPlace, activityTitle } from '../../text/activity-text.ts';
import { failureRaw, failureText } from '../../text/failure-text.ts';
import { formatDateTime, formatDateTimeFull } from '../../text/format.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { RawAnswer } from '../../ui/Say.tsx';

const icons: Record<ActivityArea, IconName> = {
  signin: 'window',
  session: 'ticket',
  copy: 'copy',
  transfer: 'down',
  settings: 'info',
};

/** What a person did is told, not marked. */
const ownWish: ReadonlySet<string> = new Set(['signin-cancelled', 'signin-window-closed']);

export function ActivityLine({ activity }: { activity: ActivityView }) {
  const { at, failure, kind } = activity;
  const place = activityPlace(activity);
  const trouble = failure !== null && !ownWish.has(failure.code);
  return (
    <li className="happening" data-kind={kind} {...(failure && { 'data-code': failure.code })}>
      <time className="small dim" title={formatDateTimeFull(at)}>
        {formatDateTime(at).slice(11)}
      </time>
      <span className={trouble ? 'is-danger' : 'hint'}>
        <Icon name={trouble ? 'alert' : icons[activityArea(activity)]} />
      </span>
      <div className="say-text">
        <p>
          <b>{activityTitle(activity)}</b> {place && <span className="small dim">{place}</span>}
        </p>
        {failure && <Refusal failure={failure} />}
      </div>
    </li>
  );
}

function Refusal({ failure }: { failure: NonNullable<ActivityView['failure']> }) {
  const words = failureText(failure);
  const raw = failureRaw(failure);
  return (
    <>
      <p className="dim">
        {words.title} {words.body} {words.next}
      </p>
      <RawAnswer raw={[`code ${failure.code}`, raw].filter(Boolean).join('\n')} words="Details" />
    </>
  );
}
