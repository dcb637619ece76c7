/** What was handed out to tools, and whether a tool's way to Daypass works, as the screen may know it: never what was given. Pure. */

export interface HandoutView {
  /** Epoch ms, of the last one where several came at once. */
  at: number;
  pass: string;
  /** `command`: `credential_process` or `daypass env`; `exec`: one command run with it; `endpoint`: an SDK over loopback. */
  way: 'command' | 'exec' | 'endpoint' | 'copied';
  /** The program that asked, as it calls itself. */
  tool: string | null;
  /** How often it asked within a moment. */
  times: number;
  /** How long it waited for a sign-in, ms; 0 when the session was there. */
  waitedMs: number;
}

/**
 * One thing on the way from a tool to AWS. `profile`: a section of the AWS config is this pass's; `command`: it calls
 * this Daypass; `answer`: the command answers; `aws`: AWS takes the answer; `shadow`: something else wins over it.
 */
export interface WiringStep {
  kind: 'profile' | 'command' | 'answer' | 'aws' | 'shadow';
  state: 'ok' | 'warning' | 'failed' | 'skipped';
  /** In words, or what was found: a place, a time, an ARN. */
  detail: string | null;
  /** A line to copy that mends it. */
  fix: string | null;
}

export interface WiringReport {
  /** Epoch ms. */
  checkedAt: number;
  /** What the command took, ms; null when it was not run. */
  tookMs: number | null;
  /** Who AWS says it is: an ARN. */
  identity: string | null;
  steps: WiringStep[];
}
