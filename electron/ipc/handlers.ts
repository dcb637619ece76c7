/** What each command does: one short function each, calling one service. */
import { dialog, shell } from 'electron';
import type { Diagnostics } from '../activity/make-diagnostics.ts';
import type { Activity } from '../activity/service.ts';
import type { Agent } from '../agent/service.ts';
import type { AwsProfiles } from '../aws-config/service.ts';
import type { Console } from '../console/service.ts';
import { type CopyFormat, isWholeFormat, type WholeFormat } from '../contract/copy-format.ts';
import type { Clipboard } from '../handout/clipboard.ts';
import { copyText } from '../handout/formats/copy-text.ts';
import { type LiveSessionParts, liveSession } from '../handout/live-session.ts';
import { shownLines } from '../handout/shown-lines.ts';
import type { ImportService } from '../imports/service.ts';
import { AppError } from '../lib/app-error.ts';
import type { Links } from '../links/service.ts';
import type { Prompts } from '../network/prompts.ts';
import type { S3Service } from '../s3/service.ts';
import type { Renewals } from '../session/renewals.ts';
import type { Sessions } from '../session/service.ts';
import type { SettingsService } from '../settings/service.ts';
import type { Windows } from '../shell/windows.ts';
import type { ProgramQuestions } from '../signin/program-question.ts';
import type { SigninService } from '../signin/service.ts';
import type { SignOut } from '../signin/sign-out.ts';
import type { Transfers } from '../transfer/service.ts';
import type { CheckPass } from '../wiring/wiring-here.ts';
import { consoleHandlers } from './console-handlers.ts';
import type { Drops } from './drops.ts';
import { editHandlers } from './edit-handlers.ts';
import { importHandlers } from './import-handlers.ts';
import { linkHandlers } from './link-handlers.ts';
import { placesHandlers } from './places-handlers.ts';
import type { Handlers } from './serve.ts';
import { type FileDialogs, transferHandlers } from './transfer-handlers.ts';

export interface HandlerParts {
  settings: SettingsService;
  sessions: Sessions;
  signin: SigninService;
  renewals: Pick<Renewals, 'dismissNotice'>;
  programs: Pick<ProgramQuestions, 'answer'>;
  signOut: SignOut;
  forgetEverything: () => Promise<void>;
  s3: S3Service;
  transfers: Transfers;
  prompts: Prompts;
  clipboard: Clipboard;
  links: Links;
  agent: Agent;
  console: Console;
  imports: ImportService;
  awsProfiles: Pick<AwsProfiles, 'look' | 'set'>;
  checkWiring: CheckPass;
  activity: Activity;
  diagnostics: Diagnostics;
  windows: Windows;
  dismissClockNotice: () => void;
  fileDialogs: FileDialogs;
  drops: Drops;
  startDemo: () => Promise<void>;
  stopDemo: () => Promise<void>;
  showMain: (pass: string | null) => void;
  changed: () => void;
  quit: () => void;
}

export function createHandlers(parts: HandlerParts): Handlers {
  const { settings, sessions, signin, s3, prompts, clipboard, activity, diagnostics, windows, changed } =
    parts;
  return {
    'signin.start': ({ organisation, choose }) =>
      done(signin.start(organisation, { choose: choose ?? false })),
    'signin.confirm': () => done(signin.confirm()),
    'signin.answerProgram': ({ open }) => done(parts.programs.answer(open)),
    'signin.choose': ({ offers }) => done(signin.choose(offers)),
    'signin.cancel': () => done(signin.cancel()),
    'signin.show': () => done(signin.show()),
    'signin.dismiss': () => done(signin.dismiss()),
    'session.signOut': async ({ pass }) => done(await sessions.signOut(pass)),
    'session.signOutAll': async () => done(await parts.signOut.all()),
    'organisation.signOut': async ({ organisation }) => done(await parts.signOut.organisation(organisation)),
    'pass.setScope': ({ pass, scope }) => {
      const { organisation } = settings.pass(pass) ?? unknownPass(pass);
      settings.editPass(pass, { scope });
      return done(signin.start(organisation));
    },
    ...editHandlers(parts),
    ...importHandlers(parts),
    ...consoleHandlers(parts.console),
    ...placesHandlers(settings, changed),
    ...linkHandlers(parts.links),
    'pass.copy': ({ pass, format }) => copyCredentials(parts, pass, format),
    'endpoint.open': async ({ pass, shell }) => {
      const text = await parts.agent.openEndpoint(pass, shell);
      return clipboard.copyCredentials(pass, shell, text, settings.preferences().clipboardClearSeconds);
    },
    'copy.look': ({ pass, format }) => lookAtCopy(parts, pass, format),
    'clipboard.clear': async () => done(await clipboard.clearIfOurs()),
    'endpoint.close': async ({ pass }) => done(await parts.agent.closeEndpoint(pass)),
    'pass.setAwsProfile': async ({ pass, name, replace }) => {
      try {
        return await parts.awsProfiles.set(pass, name, replace ?? false);
      } finally {
        changed();
      }
    },
    'wiring.check': ({ pass }) => parts.checkWiring(pass),
    'awsProfile.look': ({ pass }) => parts.awsProfiles.look(pass),
    'text.copy': async ({ text }) => done(await clipboard.copyPlain(text)),
    's3.connect': async (_input, sender) => done(await s3.connect(sender)),
    ...transferHandlers(parts),
    'notice.dismiss': ({ notice }) => {
      settings.dismissNotice(notice);
      if (notice === 'clock-wrong') parts.dismissClockNotice();
      parts.renewals.dismissNotice(notice);
      parts.console.dismissNotice(notice);
      return done(changed());
    },
    'prompt.answer': ({ prompt, answer }) => done(prompts.answer(prompt, answer)),
    'prompt.refuse': ({ prompt }) => done(prompts.refuse(prompt)),
    'keychain.retry': async () => done(await sessions.retryKeychain()),
    'settings.reveal': ({ file }) =>
      done(shell.showItemInFolder((file === 'managed' && settings.managedFile()) || settings.file)),
    'settings.reload': () => {
      settings.reload();
      return done(changed());
    },
    'activity.older': ({ before }) => activity.older(before),
    'diagnostics.read': () => ({ text: diagnostics.read() }),
    'diagnostics.copy': async () => done(await clipboard.copyPlain(diagnostics.lastRead())),
    'demo.start': async () => done(await parts.startDemo()),
    'window.openMain': ({ pass }) => done(parts.showMain(pass)),
    'window.closePopover': () => done(windows.closePopover()),
    'app.forgetEverything': async () => done(await parts.forgetEverything()),
    'app.quit': () => done(parts.quit()),
  };
}

const done = (_nothing: unknown): null => null;

function unknownPass(pass: string): never {
  throw new AppError('unknown-pass', { retry: 'never', subject: pass });
}

/** Shared with the tray's menu. Throws `no-session` when there is nothing to copy. */
export async function copyCredentials(
  parts: Pick<HandlerParts, 'settings' | 'sessions' | 'clipboard' | 'agent'>,
  passId: string,
  format: CopyFormat,
): Promise<{ clearsAt: number }> {
  const { settings, clipboard, agent } = parts;
  const text = copyText(liveSession(parts, passId), format);
  if (isWholeFormat(format) && settings.copyFormat() !== format) settings.learn({ copyFormat: format });
  agent.noteCopied(passId);
  return clipboard.copyCredentials(passId, format, text, settings.preferences().clipboardClearSeconds);
}

/** What *Copy* would copy, with dots for what is secret. */
function lookAtCopy(parts: LiveSessionParts, passId: string, format: WholeFormat): { text: string } {
  const { accountId, expiresAt, label, region, s3Endpoint } = liveSession(parts, passId);
  return { text: shownLines({ accountId, expiresAt, label, region, s3Endpoint }, format) };
}

/** The real answer to which shared file to bring in from. */
export async function askForSharedFile(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openFile'],
    filters: [{ name: 'Daypass organisation', extensions: ['json'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
