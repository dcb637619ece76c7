/** The check of a pass's wiring on this machine: puts its parts together for the command that asks for it. */
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import type { AwsProfileView } from '../contract/aws-profile.ts';
import type { WiringReport } from '../contract/handout.ts';
import { AppError } from '../lib/app-error.ts';
import { monotonicMs } from '../lib/clock.ts';
import type { Sessions } from '../session/service.ts';
import type { SettingsService } from '../settings/service.ts';
import { checkWiring, type ProfileFacts } from './check.ts';
import { findProgram } from './find-program.ts';
import { runProgram } from './run-program.ts';
import { shadowsInHome } from './start-up-files.ts';

interface Parts {
  settings: Pick<SettingsService, 'pass' | 'organisation'>;
  sessions: Pick<Sessions, 'credentials'>;
  profile: (pass: string) => AwsProfileView;
  command: () => string;
  now: () => number;
}

export type CheckPass = (pass: string) => Promise<WiringReport>;

export function wiringHere({ settings, sessions, profile, command, now }: Parts): CheckPass {
  return (id) => {
    const pass = settings.pass(id);
    if (!pass) throw new AppError('unknown-pass', { retry: 'never', subject: id });
    return checkWiring(
      {
        id,
        region: pass.region,
        stsEndpoint: settings.organisation(pass.organisation)?.endpoints?.sts,
        live: sessions.credentials(id) !== null,
        profile: factsOf(profile(id)),
      },
      {
        command: command(),
        aws: () => findProgram('aws', process.env.PATH, process.platform),
        env: personsEnvironment(),
        run: runProgram,
        shadows: () => shadowsInHome(homedir()),
        isProgram,
        now,
        steadyMs: monotonicMs,
      },
    );
  };
}

const PROBLEMS: Partial<Record<AwsProfileView['state'], string>> = {
  changed: 'It is not as Daypass wrote it.',
  taken: 'A section of that name is somebody else’s.',
  refused: 'The file can’t be used by Daypass.',
};

function factsOf({ name, file, line, state, alsoInCredentialsFile }: AwsProfileView): ProfileFacts | null {
  if (name === null) return null;
  const there = state === 'missing' ? null : line;
  return { name, file, line: there, problem: PROBLEMS[state] ?? null, alsoInCredentialsFile };
}

/** What AWS's own variables would say is what the check is to find out, so none of them goes along. */
function personsEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS_|ELECTRON_)/i.test(name)));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
