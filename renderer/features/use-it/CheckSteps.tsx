/** What was found on the way from the profile to AWS, one step below the other, each with its next step. */
import type { WiringStep } from '../../../electron/contract/handout.ts';
import { failureText } from '../../text/failure-text.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { CopyLine } from './CopyLine.tsx';
import { isName, stepDetail, stepTitles, stepWords } from './step-words.ts';
import type { WiringCheck } from './use-wiring-check.ts';

export function CheckSteps({ check: { report, failure, checking } }: { check: WiringCheck }) {
  if (checking && !report) {
    return (
      <div className="use-reading" role="status">
        <div className="perf-h" />
        <p className="small dim">Asking as a tool would.</p>
      </div>
    );
  }
  if (failure) {
    const words = failureText(failure);
    return (
      <p className="use-failure say-text" role="alert" data-failure={failure.code}>
        <b>{words.title}</b> {words.body} {words.next}
      </p>
    );
  }
  if (!report) {
    return (
      <p className="small dim use-unchecked">
        A check asks for credentials as a tool would, and AWS whether it takes them, where the aws command is
        installed.
      </p>
    );
  }
  return (
    <ol className={`use-steps${checking ? ' again' : ''}`} aria-label="What was checked">
      {report.steps.map((step) => (
        <Step key={step.kind} step={step} detail={stepDetail(step, report)} />
      ))}
    </ol>
  );
}

const marks: Record<WiringStep['state'], IconName | null> = {
  ok: 'check',
  warning: 'alert',
  failed: 'x',
  skipped: null,
};

function Step({ step: { kind, state, fix }, detail }: { step: WiringStep; detail: string | null }) {
  const mark = marks[state];
  return (
    <li className={`is-${state}`} data-step={kind} data-state={state}>
      <span className="use-mark">{mark && <Icon name={mark} size={14} />}</span>
      <div className="grow say-text">
        <b>
          {stepTitles[kind][state]}
          <span className="unseen">: {stepWords[state]}</span>
        </b>
        {detail && <p className={isName(detail) ? 'small dim mono' : 'small dim'}>{detail}</p>}
        {fix && <CopyLine line={fix} name="Copy what mends it" />}
      </div>
    </li>
  );
}
