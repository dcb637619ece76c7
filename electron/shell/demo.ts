/** Starts the demo organisation in a process of its own and tells where it is. Knows nothing inside it. */
import { type UtilityProcess, utilityProcess } from 'electron';
import { type DemoOrder, type ListFaultPlan, REPORT } from '../../demo/messages.ts';
import { Organisation } from '../settings/schema.ts';

export interface Demo {
  /** Resolves with the organisation as settings would hold it. Starting twice is starting once. */
  start(): Promise<Organisation>;
  /** Moves the demo's one clock together with the app's; resolves when it has moved. Tests only. */
  moveClock(offsetMs: number): Promise<void>;
  /** Spoils the lists to come; answers how many the plan before has spoiled. Tests only. */
  spoilLists(plan: ListFaultPlan | null): Promise<number>;
  /** Resolves when it is gone; a later start is a new one. */
  stop(): Promise<void>;
}

export function createDemo(
  modulePath: string,
  dataFolder: string,
  clockOffsetMs: () => number,
  onExit: () => void,
): Demo {
  let child: UtilityProcess | undefined;
  let started: Promise<Organisation> | undefined;
  let moved = () => {};
  let planned = (_spoiled: number) => {};

  const start = () =>
    new Promise<Organisation>((resolve, reject) => {
      const demo = utilityProcess.fork(modulePath, [], {
        serviceName: 'Daypass demo organisation',
        stdio: 'ignore',
      });
      child = demo;
      demo.on('message', (message: unknown) => {
        const parsed = REPORT.safeParse(message);
        if (!parsed.success) return reject(new Error('the demo said something unknown'));
        if (parsed.data.kind === 'moved') return moved();
        if (parsed.data.kind === 'listFaults') return planned(parsed.data.spoiled);
        if (parsed.data.kind === 'failed') return reject(new Error(parsed.data.message));
        const { id, name, signInUrl, region, stsEndpoint, s3Endpoint, consoleEndpoint } =
          parsed.data.organisation;
        const endpoints = {
          sts: stsEndpoint,
          s3: s3Endpoint,
          s3ForcePathStyle: true,
          console: consoleEndpoint,
        };
        // Its port may be another one after a restart; the page is ours all the same.
        const idpOrigins = [new URL(signInUrl).origin];
        resolve(Organisation.parse({ id, name, signInUrl, region, endpoints, idpOrigins }));
      });
      demo.on('exit', () => {
        if (child !== demo) return;
        child = undefined;
        started = undefined;
        reject(new Error('the demo ended'));
        onExit();
      });
      demo.postMessage({ kind: 'start', dataFolder, clockOffsetMs: clockOffsetMs() } satisfies DemoOrder);
    });

  return {
    stop: () =>
      new Promise((resolve) => {
        const running = child;
        child = undefined;
        started = undefined;
        if (!running) return resolve();
        running.once('exit', () => resolve());
        running.kill();
      }),
    start: () => {
      started ??= start();
      return started;
    },
    moveClock: (offsetMs) =>
      new Promise((resolve) => {
        if (!child) return resolve();
        moved = resolve;
        child.postMessage({ kind: 'clock', offsetMs } satisfies DemoOrder);
      }),
    spoilLists: (plan) =>
      new Promise((resolve) => {
        if (!child) return resolve(0);
        planned = resolve;
        child.postMessage({ kind: 'listFaults', plan } satisfies DemoOrder);
      }),
  };
}
