/** Tries the way a tool would go, when the person asks for it; the last report stays until the next is there. */
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { WiringReport } from '../../../electron/contract/handout.ts';
import { useApi } from '../../bridge/use-api.ts';

export interface WiringCheck {
  report: WiringReport | null;
  failure: Failure | null;
  checking: boolean;
  run: () => void;
}

/** `after`: what may look different now. */
export function useWiringCheck(pass: string, after: () => void): WiringCheck {
  const { look } = useApi();
  const [report, setReport] = useState<WiringReport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [checking, setChecking] = useState(false);

  async function run() {
    setChecking(true);
    const reply = await look('wiring.check', { pass });
    setChecking(false);
    setFailure(reply.ok ? null : reply.failure);
    if (reply.ok) setReport(reply.value);
    after();
  }
  return { report, failure, checking, run: () => void run() };
}
