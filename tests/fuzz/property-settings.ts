/** Whatever stands in a settings or state file: taken with safe addresses and ids only, or refused by the schema. */
import fc, { type IProperty } from 'fast-check';
import { Settings, State } from '../../electron/settings/schema.ts';
import { anyJson, spoilJson } from './spoil-json.ts';

const ROLE = 'arn:aws:iam::111122223333:role/Reader';
const pass = {
  id: 'reader',
  organisation: 'corp',
  label: 'Reader',
  roleArn: ROLE,
  providerArn: 'arn:aws:iam::111122223333:saml-provider/Corp',
  region: 'eu-west-1',
  durationSeconds: 3600,
};
const settings = {
  version: 1,
  organisations: [
    {
      id: 'corp',
      name: 'Corp',
      signInUrl: 'https://idp.corp.example/sso?app=aws',
      region: 'eu-west-1',
      endpoints: {
        sts: 'https://sts.corp.example',
        s3: 'http://127.0.0.1:9000',
        s3ForcePathStyle: true,
        console: 'http://127.0.0.1:9001/federation',
      },
      capture: ['https://signin.corp.example/saml'],
    },
  ],
  passes: [pass],
  preferences: { notifyMinutesBefore: 10, clipboardClearSeconds: 60 },
};
const state = {
  version: 1,
  passes: [pass],
  keychainIndex: ['reader'],
  durations: { [ROLE]: 3600 },
  copyFormat: 'bash',
  window: { x: 0, y: 0, width: 800, height: 600 },
  demo: false,
};

export function settingsProperty(): IProperty<unknown> {
  const given = fc.oneof(spoilJson(settings), spoilJson(state), anyJson);
  return fc.property(given, (value) => {
    for (const schema of [Settings, State]) {
      const read = schema.safeParse(value);
      if (!read.success) continue;
      if (!schema.safeParse(JSON.parse(JSON.stringify(read.data))).success)
        throw new Error('what was taken would not be taken again');
      checkAddresses(read.data);
    }
  }) as IProperty<unknown>;
}

/** Anything with a scheme must be https, or http on this machine, and hold no user. */
function checkAddresses(value: unknown, key = ''): void {
  if (typeof value === 'string') {
    const isAddress = ['signInUrl', 'sts', 's3', 'console', 'capture'].includes(key);
    if (
      isAddress &&
      !/^\s*(https:|http:\/{0,}(127\.0\.0\.1|\[::1\])([:/?#\\]|\s*$))/i.test(
        value.replaceAll(/[\t\r\n]/g, ''),
      )
    )
      throw new Error(`an unsafe address was taken: ${value}`);
    if (['id', 'organisation'].includes(key) && !/^[\w-]{1,64}$/.test(value))
      throw new Error(`an id that is no name was taken: ${value}`);
  } else if (Array.isArray(value)) for (const each of value) checkAddresses(each, key);
  else if (value !== null && typeof value === 'object')
    for (const [name, each] of Object.entries(value)) checkAddresses(each, name);
}
