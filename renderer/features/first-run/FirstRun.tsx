/** The first screen of all, when nothing is configured: paste an address, or begin with what is there. */
import type { ReactNode } from 'react';
import { useSnapshot } from '../../bridge/use-api.ts';
import { Ticket } from './Ticket.tsx';
import './first-run.css';

interface FirstRunProps {
  notices: ReactNode;
  /** The field for an address. */
  address: ReactNode;
  /** The other ways in. */
  ways: ReactNode;
}

export function FirstRun({ notices, address, ways }: FirstRunProps) {
  const { app } = useSnapshot();
  return (
    <div className="first">
      <Ticket />
      <main className="first-ask">
        {notices}
        <div className="first-words">
          <h1>Where do you sign in?</h1>
          <p className="dim">
            Paste the address you use to reach AWS at work. A link from your administrator, or the page with
            all your apps, is fine too.
          </p>
          {address}
          {!app.runtime.official && (
            <p className="small dim first-runtime">
              This runtime ({app.runtime.electron}) is not from the Electron project. It serves the demo
              organisation only.
            </p>
          )}
          <h2>Or start from what you have</h2>
          {ways}
          {app.demo === 'failed' && (
            <p className="is-danger first-failed" role="alert" data-failure="demo-failed">
              The demo organisation did not start. It needs a free port on this computer. Try again.
            </p>
          )}
        </div>
      </main>
    </div>
  );
}
