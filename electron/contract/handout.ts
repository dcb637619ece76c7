/** What was handed out to tools, as the screen may know it: who asked for which pass, never what was given. Pure. */

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
