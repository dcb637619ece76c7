/** Every way in which a session leaves Daypass: clipboard, console, AWS profiles, the `daypass` command, the endpoint. */
import { app, ClipboardItem, clipboard as electronClipboard, shell } from 'electron';
import { credentialProcess } from '../agent/command-place.ts';
import { createAgent } from '../agent/service.ts';
import { awsProfilesHere } from '../aws-config/aws-profiles-here.ts';
import { createOneTimeAddresses } from '../console/one-time-address.ts';
import { createConsole } from '../console/service.ts';
import { withoutSignature } from '../contract/s3-address-text.ts';
import { createClipboard } from '../handout/clipboard.ts';
import { systemClipboard } from '../handout/system-clipboard.ts';
import { toolLines } from '../handout/tool-lines.ts';
import type { Network } from '../network/service.ts';
import type { Sessions } from '../session/service.ts';
import { createNotifier } from '../shell/notifications.ts';
import { toolDoorHere } from '../shell/tool-door-here.ts';
import type { SigninService } from '../signin/service.ts';
import { wiringHere } from '../wiring/wiring-here.ts';
import type { Ground } from './ground.ts';

interface Parts {
  sessions: Sessions;
  signin: SigninService;
  network: Pick<Network, 'transportOf'>;
  showMain: (pass: string | null, address?: string) => void;
  changed: () => void;
}

export function composeHandOut(ground: Ground, { sessions, signin, network, showMain, changed }: Parts) {
  const { options, clock, log, toFailure, refusalOf, settings } = ground;
  const clipboard = createClipboard(
    systemClipboard({ clipboard: electronClipboard, ClipboardItem }, process.platform),
    clock,
    changed,
  );
  const console = createConsole({
    settings,
    sessions,
    clock,
    transportOf: network.transportOf,
    addresses: createOneTimeAddresses(clock),
    openInBrowser: (url) => shell.openExternal(url),
    clipboard,
    toFailure,
    showMain,
    log,
    changed,
  });
  const agent = createAgent({
    settings,
    sessions,
    signin,
    refusalOf,
    toFailure,
    notifier: createNotifier({ button: 'Sign in', log }),
    clock,
    log,
    version: app.getVersion(),
    door: toolDoorHere(options),
    lines: toolLines,
    console,
    // SECURITY: what a signed link can do is not for the windows.
    openPlace: (address, pass) => showMain(pass?.id ?? null, withoutSignature(address)),
    changed,
  });
  const awsProfiles = awsProfilesHere({
    named: options.namedFiles,
    dataFolder: options.dataFolder,
    settings,
    commandFor: (pass) => credentialProcess(agent.command().path, pass),
    toFailure,
    log,
  });
  const checkWiring = wiringHere({
    settings,
    sessions,
    profile: awsProfiles.look,
    command: () => agent.command().path,
    now: clock.now,
  });
  return { clipboard, console, agent, awsProfiles, checkWiring };
}
