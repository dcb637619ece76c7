/** What the `daypass` command is answered: one function a question. Knows no socket and no shell script. */
import type { Shell } from '../contract/copy-format.ts';
import type { Clock } from '../lib/clock.ts';
import type { Pass } from '../settings/schema.ts';
import { type Asked, type Question, readQuestion } from './asked.ts';
import type { HandedOutLog } from './handed-out.ts';
import type { OnDemand } from './on-demand.ts';
import { passNamed } from './pass-named.ts';
import { HandoutRefusal } from './refusal.ts';
import { type PassStatus, statusJson, statusLines } from './status.ts';

export interface Answer {
  status: number;
  type: 'application/json' | 'text/plain; charset=utf-8';
  body: string;
}

/** `url`: path and query. Never rejects. */
export type AnswerTool = (url: string) => Promise<Answer>;

export interface AnswerParts {
  passes: () => readonly Pass[];
  statuses: () => PassStatus[];
  onDemand: OnDemand;
  handedOut: HandedOutLog;
  clock: Clock;
  version: string;
  /** Of the live session: what `credential_process` prints. */
  processJson: (pass: Pass) => string;
  /** Of the live session: lines that set it in a shell. */
  shellLines: (pass: Pass, shell: Shell) => string;
  /** Lines that lead SDKs to the pass's container credentials endpoint, which is opened for it. */
  endpointLines: (pass: Pass, shell: Shell) => Promise<string>;
  openConsole: (pass: Pass) => Promise<void>;
  consoleLink: (pass: Pass) => Promise<string>;
  /** Shows an S3 place in the main window. */
  openPlace: (address: string, pass: Pass | null) => void;
  /** An unforeseen error, logged; answers its reference. */
  internal: (error: unknown) => string;
}

export function createAnswers(parts: AnswerParts): AnswerTool {
  const { onDemand, handedOut, clock } = parts;
  const named = (name: string) => passNamed(name, parts.passes());
  const credentialsFor = async (
    { pass: name, wait, tool }: { pass: string; wait: number; tool?: string | undefined },
    way: 'command' | 'exec' | null,
  ) => {
    const pass = named(name);
    const askedAt = clock.now();
    const asking = { tool: tool || null, waitMs: wait * 1000 };
    const credentials = await onDemand.credentials(pass, asking);
    if (way) handedOut.note({ pass: pass.id, way, tool: asking.tool, waitedMs: clock.now() - askedAt });
    return { pass, credentials };
  };
  const answers: { [Q in Question]: (asked: Asked<Q>) => Promise<string> | string } = {
    credentials: async (asked) => {
      const { pass } = await credentialsFor(asked, 'command');
      return parts.processJson(pass);
    },
    env: async (asked) => {
      if (asked.endpoint === '1') return parts.endpointLines(named(asked.pass), asked.shell);
      const { pass } = await credentialsFor(asked, asked.exec === '1' ? 'exec' : 'command');
      return parts.shellLines(pass, asked.shell);
    },
    status: ({ json }) => {
      const statuses = parts.statuses();
      return json === '1' ? statusJson(statuses) : statusLines(statuses, clock.now());
    },
    signin: async (asked) => {
      const { pass, credentials } = await credentialsFor(asked, null);
      return `${pass.label} is signed in until ${new Date(credentials.expiresAt).toISOString()}\n`;
    },
    console: async (asked) => {
      const { pass } = await credentialsFor(asked, null);
      if (asked.print === '1') return `${await parts.consoleLink(pass)}\n`;
      await parts.openConsole(pass);
      return '';
    },
    open: ({ address, pass }) => {
      parts.openPlace(address, pass === undefined ? null : named(pass));
      return '';
    },
    version: () => `Daypass ${parts.version}\n`,
  };

  return async (url) => {
    try {
      const { question, asked } = readQuestion(url);
      const body = await (answers[question] as (asked: unknown) => Promise<string> | string)(asked);
      const isJson = question === 'credentials' || ('json' in asked && asked.json === '1');
      return { status: 200, type: isJson ? 'application/json' : 'text/plain; charset=utf-8', body };
    } catch (error) {
      return refused(error);
    }
  };

  function refused(error: unknown): Answer {
    const { status, message } =
      error instanceof HandoutRefusal ? error : { status: 500, message: parts.internal(error) };
    return { status, type: 'text/plain; charset=utf-8', body: message };
  }
}
