/**
 * Handing out to tools: the `daypass` command, the container credentials endpoint, and who asked. Builds the parts
 * of this folder for the composition root; decides nothing itself.
 */

import type { Console } from '../console/service.ts';
import type { Shell } from '../contract/copy-format.ts';
import type { HandoutView } from '../contract/handout.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { HandedOut } from '../handout/formats/handed-out.ts';
import { liveSession } from '../handout/live-session.ts';
import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Sessions } from '../session/service.ts';
import type { Pass } from '../settings/schema.ts';
import type { SettingsService } from '../settings/service.ts';
import { parseRoleArn } from '../signin/partition.ts';
import { type AnswerParts, createAnswers } from './answers.ts';
import { isOnPath } from './command-place.ts';
import { consoleAnswers } from './console-answers.ts';
import { createContainerEndpoint } from './container-endpoint.ts';
import { createToolDoor, type DoorParts } from './door.ts';
import { createHandedOutLog } from './handed-out.ts';
import { createOnDemand, type OnDemandParts } from './on-demand.ts';
import type { PassStatus } from './status.ts';

export interface Agent {
  /** Never rejects: a command that can't be used is a state. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Takes the command away. */
  forget(): Promise<void>;
  command(): Snapshot['command'];
  handouts(): HandoutView[];
  noteCopied(pass: string): void;
  isEndpointOpen(pass: string): boolean;
  /** Lines for a shell that lead SDKs to the pass's endpoint. */
  openEndpoint(pass: string, shell: Shell): Promise<string>;
  closeEndpoint(pass: string): Promise<void>;
  /** Sessions changed. */
  update(): void;
}

interface Parts extends OnDemandParts {
  settings: SettingsService;
  sessions: Sessions;
  door: DoorParts;
  clock: Clock;
  log: Log;
  version: string;
  openPlace: AnswerParts['openPlace'];
  console: Pick<Console, 'open' | 'link'>;
  lines: {
    processJson: (session: HandedOut) => string;
    forShell: (session: HandedOut, shell: Shell) => string;
    forEndpoint: (place: { url: string; token: string; region: string }, shell: Shell) => string;
  };
  changed: () => void;
}

export function createAgent(parts: Parts): Agent {
  const { settings, sessions, clock, log, changed, lines } = parts;
  const handedOut = createHandedOutLog(clock.now, changed);
  const onDemand = createOnDemand(parts);
  const door = createToolDoor(parts.door);
  let failure: Snapshot['command']['failure'] = null;

  const passOf = (id: string): Pass => {
    const pass = settings.pass(id);
    if (!pass) throw new AppError('unknown-pass', { retry: 'never', subject: id });
    return pass;
  };
  const endpoint = createContainerEndpoint({
    session(id) {
      const pass = settings.pass(id);
      if (!pass) return null;
      if (sessions.credentials(id)) {
        handedOut.note({ pass: id, way: 'endpoint', tool: null, waitedMs: 0 });
        return liveSession(parts, id);
      }
      // For the next question: this one is answered at once.
      onDemand.credentials(pass, { tool: 'A program', waitMs: 0 }).catch(() => undefined);
      return null;
    },
    now: clock.now,
    changed,
    guessed() {
      log('container endpoint closed: too many wrong tokens');
      parts.notifier.show(
        'endpoint-guessed',
        {
          title: 'The local endpoint was closed',
          body: 'A program tried wrong tokens. Open it again where you need it.',
        },
        () => undefined,
      );
    },
  });
  const endpointLines = async (pass: Pass, shell: Shell) =>
    lines.forEndpoint({ ...(await endpoint.open(pass.id)), region: pass.region }, shell);
  const answer = createAnswers({
    openPlace: parts.openPlace,
    ...consoleAnswers(parts.console),
    passes: settings.passes,
    statuses: () => settings.passes().map((pass) => statusOf(pass, sessions)),
    onDemand,
    handedOut,
    clock,
    version: parts.version,
    processJson: (pass) => lines.processJson(liveSession(parts, pass.id)),
    shellLines: (pass, shell) => lines.forShell(liveSession(parts, pass.id), shell),
    endpointLines,
    internal(error) {
      const { code, requestId } = parts.toFailure(error);
      log('tool not answered', { code, requestId, error });
      return `something went wrong in Daypass (${requestId ?? code})`;
    },
  });

  return {
    async start() {
      try {
        await door.open(answer);
        failure = null;
      } catch (error) {
        log('daypass command not ready', { error });
        const raw = error instanceof Error ? error.message : String(error);
        failure = parts.toFailure(new AppError('command-not-ready', { retry: 'never', raw }));
      }
      changed();
    },
    async stop() {
      await Promise.all([door.close(), endpoint.closeAll()]);
    },
    async forget() {
      handedOut.forget();
      await endpoint.closeAll();
      door.forget();
    },
    command: () => ({ path: door.command, onPath: isOnPath(door.command, process.env.PATH), failure }),
    handouts: handedOut.newest,
    noteCopied: (pass) => handedOut.note({ pass, way: 'copied', tool: null, waitedMs: 0 }),
    isEndpointOpen: endpoint.isOpen,
    openEndpoint: (id, shell) => endpointLines(passOf(id), shell),
    closeEndpoint: endpoint.close,
    update: onDemand.update,
  };
}

/** A second role's session belongs to the second role's account. */
function accountOf({ roleArn, thenAssume }: Pass): string {
  return parseRoleArn(thenAssume?.roleArn ?? roleArn)?.accountId ?? '';
}

function statusOf(pass: Pass, sessions: Pick<Sessions, 'view'>): PassStatus {
  const { id, label, organisation, region } = pass;
  const role = parseRoleArn(pass.roleArn);
  return {
    id,
    label,
    organisation,
    region,
    accountId: accountOf(pass),
    roleName: role?.name ?? '',
    awsProfile: pass.awsProfile ?? null,
    session: sessions.view(id),
  };
}
