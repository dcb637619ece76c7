/** The first screen of all, when nothing is configured: what this is, and the two ways to begin. */
import type { ReactNode } from 'react';
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Ring } from '../../ui/Ring.tsx';
import './first-run.css';

const HOUR = 3_600_000;

export function FirstRun({ notices }: { notices: ReactNode }) {
  const { order } = useApi();
  const { app } = useSnapshot();
  return (
    <div className="first">
      <Ticket />
      <main className="first-ask">
        {notices}
        <div className="first-words">
          <h1>Where do you sign in?</h1>
          <p className="dim">
            Daypass opens your company’s own sign-in page and turns the answer into passes to AWS. See it work
            first, with an organisation that is made up.
          </p>
          <Way
            icon="ticket"
            title="A made-up company, on this computer"
            body="Its sign-in, its AWS and its S3 all run here. No account is needed, nothing leaves."
            act={
              <Button
                look="primary"
                size="large"
                shortcut="⏎"
                autoFocus
                isDisabled={app.demo === 'starting'}
                onPress={() => order('demo.start', {})}
              >
                {app.demo === 'starting' ? 'Starting' : 'Try the demo organisation'}
              </Button>
            }
          />
          {app.demo === 'failed' && (
            <p className="is-danger first-failed" role="alert" data-failure="demo-failed">
              The demo organisation did not start. It needs a free port on this computer. Try again.
            </p>
          )}
          <h2>Or start with your company</h2>
          <Way
            icon="file"
            title="Add your company to the settings file"
            body="Write its name and sign-in address there, or ask your administrator for the file. Then read it again."
            act={
              <>
                <Button onPress={() => order('settings.reveal', {})}>Show the settings file</Button>
                <Button onPress={() => order('settings.reload', {})}>Read it again</Button>
              </>
            }
          />
          {!app.runtime.official && (
            <p className="small dim first-runtime">
              This runtime ({app.runtime.electron}) is not from the Electron project. It serves the demo
              organisation only.
            </p>
          )}
        </div>
      </main>
    </div>
  );
}

function Way({ icon, title, body, act }: { icon: IconName; title: string; body: string; act: ReactNode }) {
  return (
    <section className="first-way">
      <Icon name={icon} />
      <div className="grow">
        <b>{title}</b>
        <small>{body}</small>
        <div className="acts">{act}</div>
      </div>
    </section>
  );
}

/** A whole ticket, drawn once: what a pass is. */
function Ticket() {
  return (
    <aside className="first-hero" aria-hidden="true">
      <div className="ticket">
        <div className="ticket-body">
          <p className="ticket-name">Day pass to AWS</p>
          <dl>
            <dt>Comes from</dt>
            <dd>your company’s own sign-in page</dd>
            <dt>Kept in</dt>
            <dd>this computer’s keychain, nowhere else</dd>
            <dt>Good for</dt>
            <dd>up to 12 hours, then it ends by itself</dd>
          </dl>
        </div>
        <div className="perf-h" />
        <div className="ticket-stub">
          <Ring time={{ grantedMs: 12 * HOUR, leftMs: 9.4 * HOUR }} size={84} />
          <p>one bar is one hour</p>
        </div>
      </div>
    </aside>
  );
}
