/**
 * Whether a tool would get the pass's credentials: walks the way a tool goes, from the profile to AWS, and says at
 * which step it ends. SECURITY: the command's answer is looked at here and not kept; AWS's is a name.
 */
import { z } from 'zod';
import type { WiringReport, WiringStep } from '../contract/handout.ts';
import { redactText } from '../lib/redact.ts';
import type { RunProgram } from './run-program.ts';
import type { FoundShadow } from './start-up-files.ts';

/** What stands in the AWS config for the pass. */
export interface ProfileFacts {
  name: string;
  file: string;
  /** Where its section begins; null: it is not there. */
  line: number | null;
  /** Another section or a line of other words takes its place. */
  problem: string | null;
  alsoInCredentialsFile: boolean;
}

export interface CheckedPass {
  id: string;
  region: string;
  /** The organisation's own STS, where it has one. */
  stsEndpoint: string | undefined;
  live: boolean;
  profile: ProfileFacts | null;
}

export interface CheckParts {
  command: string;
  /** Null: there is none on this computer. */
  aws: () => string | null;
  /** Of the person's session, with nothing of AWS in it. */
  env: NodeJS.ProcessEnv;
  run: RunProgram;
  shadows: () => FoundShadow[];
  isProgram: (file: string) => boolean;
  now: () => number;
  /** For how long the command took. */
  steadyMs: () => number;
}

const ProcessAnswer = z.object({ Version: z.literal(1), AccessKeyId: z.string(), SessionToken: z.string() });
const CallerIdentity = z.object({ Arn: z.string().max(2048) });

const step = (
  kind: WiringStep['kind'],
  state: WiringStep['state'],
  detail: string | null = null,
): WiringStep => ({
  kind,
  state,
  detail,
  fix: null,
});

export async function checkWiring(pass: CheckedPass, parts: CheckParts): Promise<WiringReport> {
  const answer = await answerStep(pass, parts);
  const aws = await awsStep(pass, answer.step, parts);
  return {
    checkedAt: parts.now(),
    tookMs: answer.tookMs,
    identity: aws.identity,
    steps: [profileStep(pass), commandStep(parts), answer.step, aws.step, shadowStep(pass, parts)],
  };
}

function profileStep({ profile }: CheckedPass): WiringStep {
  if (!profile) return step('profile', 'skipped', 'This pass has no AWS profile yet.');
  if (profile.problem !== null) return step('profile', 'failed', profile.problem);
  return profile.line === null
    ? step('profile', 'failed', `[profile ${profile.name}] is not in ${profile.file}.`)
    : step('profile', 'ok', `Line ${profile.line} of ${profile.file}.`);
}

function commandStep({ command, isProgram }: CheckParts): WiringStep {
  return isProgram(command)
    ? step('command', 'ok', command)
    : step('command', 'failed', `${command} is not there. Restart Daypass: it is written at every start.`);
}

async function answerStep(
  { id, live }: CheckedPass,
  { command, env, run, steadyMs }: CheckParts,
): Promise<{ step: WiringStep; tookMs: number | null }> {
  // A tool would make the sign-in happen; a check only looks.
  if (!live)
    return {
      step: step('answer', 'skipped', 'No session now. A tool that asks makes you sign in first.'),
      tookMs: null,
    };
  const startedAt = steadyMs();
  const { code, stdout, stderr } = await run(command, ['credentials', id, '--wait', '5'], env);
  const tookMs = Math.round(steadyMs() - startedAt);
  const good = code === 0 && ProcessAnswer.safeParse(jsonIn(stdout)).success;
  return good
    ? { step: step('answer', 'ok', null), tookMs }
    : {
        step: step('answer', 'failed', lastLine(stderr) ?? 'It answered something else than credentials.'),
        tookMs,
      };
}

async function awsStep(
  { profile, region, stsEndpoint }: CheckedPass,
  answer: WiringStep,
  { aws, env, run }: CheckParts,
): Promise<{ step: WiringStep; identity: string | null }> {
  const without = (state: WiringStep['state'], detail: string) => ({
    step: step('aws', state, detail),
    identity: null,
  });
  const program = aws();
  if (program === null) return without('skipped', 'The aws command is not installed, so AWS was not asked.');
  if (!profile || profile.line === null || answer.state !== 'ok')
    return without('skipped', 'AWS is asked once the steps before are right.');
  const endpoint = stsEndpoint === undefined ? [] : ['--endpoint-url', stsEndpoint];
  const { code, stdout, stderr } = await run(
    program,
    [
      'sts',
      'get-caller-identity',
      '--profile',
      profile.name,
      '--region',
      region,
      '--output',
      'json',
      ...endpoint,
    ],
    { ...env, AWS_CONFIG_FILE: profile.file, AWS_PAGER: '', AWS_EC2_METADATA_DISABLED: 'true' },
  );
  const identity = CallerIdentity.safeParse(jsonIn(stdout));
  if (code !== 0 || !identity.success) return without('failed', lastLine(stderr) ?? 'aws answered nothing.');
  return { step: step('aws', 'ok', identity.data.Arn), identity: identity.data.Arn };
}

function shadowStep({ profile }: CheckedPass, { shadows }: CheckParts): WiringStep {
  const found = shadows();
  const [first] = found;
  if (first) {
    const names = [...new Set(found.map(({ name }) => name))];
    return {
      ...step(
        'shadow',
        'warning',
        `${first.name} is set in ${first.file}, line ${first.line}. Tools use that instead.`,
      ),
      fix: `unset ${names.join(' ')}`,
    };
  }
  if (profile?.alsoInCredentialsFile)
    return step(
      'shadow',
      'warning',
      `The credentials file has a section ${profile.name} too, and many tools take that one first.`,
    );
  return step('shadow', 'ok');
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Tools say the reason last. */
function lastLine(text: string): string | null {
  const line = text.split('\n').findLast((each) => each.trim() !== '');
  return line === undefined ? null : redactText(line.trim()).slice(0, 300);
}
