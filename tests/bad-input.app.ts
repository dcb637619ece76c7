/**
 * What a careless or hostile world answers: each case is said on screen by its own code, and the app goes
 * on. Identity provider, STS and S3 are servers of the test; the wrong password is tried on the demo.
 */
import { createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { FailureCode } from '../electron/contract/failure.ts';
import type { SigninView } from '../electron/contract/snapshot.ts';
import {
  type Answer,
  type Corp,
  credentials,
  page as html,
  openCorp,
  posting,
  s3Error,
  stsError,
  writeHome,
  xml,
} from './harness/corp.ts';
import { base64, PROVIDER, ROLE, samlResponse } from './harness/saml.ts';
import { openScene, type Scene } from './harness/scene.ts';
import { readRows, seeFailure, seePhase } from './harness/screen.ts';
import { clickTrayToSignIn, typeIn } from './harness/steps.ts';

let corp: Corp;
let scene: Scene;
let main: Page;

beforeAll(async () => {
  corp = await openCorp();
  scene = await openCorpScene(corp);
  main = await scene.app.main();
});

afterAll(async () => {
  await scene?.dispose();
  await corp?.close();
});

function openCorpScene(
  company: Corp,
  keyring: 'unlocked' | 'locked' | 'absent' = 'unlocked',
): Promise<Scene> {
  return openScene({
    keyring,
    app: async (desk) => ({
      demo: false,
      env: { DAYPASS_HOME: await company.home(desk), DAYPASS_ALLOW_ANY_RUNTIME: '1' },
    }),
  });
}

/** Sign-in by the tray, so that a live session is not in the way. */
async function begin(): Promise<void> {
  await scene.tray.until('the company', (_state, [first]) => first?.label === 'Sign in to Corp');
  await scene.tray.choose('Sign in to Corp');
}

/** The last sign-in was taken off the screen before: what is found here belongs to this one. */
async function failsWith(code: FailureCode): Promise<void> {
  await scene.app.untilSnapshot(code, ({ signin }) => codesOf(signin).includes(code));
  await seeFailure(main, code);
}

function codesOf(signin: SigninView): FailureCode[] {
  if (signin.kind === 'failed') return [signin.failure.code];
  if (signin.kind !== 'done') return [];
  return Object.values(signin.passes).flatMap((trade) => (trade.kind === 'failed' ? trade.failure.code : []));
}

/** Whatever was said is taken off, and the servers are good again. */
afterEach(async () => {
  Object.assign(corp, goodHabits());
  if (main !== undefined && !main.isClosed()) {
    await main.evaluate(() => window.daypass.run('signin.cancel', {}));
    await main.evaluate(() => window.daypass.run('signin.dismiss', {}));
  }
});

function goodHabits(): Pick<Corp, 'idp' | 'sts' | 's3'> {
  return {
    idp: () => posting(base64(samlResponse())),
    sts: () => credentials(),
    s3: () =>
      xml(
        '<ListAllMyBucketsResult><Buckets><Bucket><Name>corp-files</Name></Bucket></Buckets></ListAllMyBucketsResult>',
      ),
  };
}

const answered = (saml: string | null, form: { fields?: string; encoding?: string } = {}): Answer =>
  posting(saml, form);
const responding = (parts: Parameters<typeof samlResponse>[0]): Answer =>
  posting(base64(samlResponse(parts)));
const DTD = '<!DOCTYPE p:Response [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
const ENCRYPTED =
  '<a:EncryptedAssertion><x:EncryptedData xmlns:x="http://www.w3.org/2001/04/xmlenc#"/></a:EncryptedAssertion>';

interface Case {
  what: string;
  code: FailureCode;
  answer: () => Answer;
}

const cases: Case[] = [
  {
    what: 'a post without SAMLResponse',
    code: 'assertion-missing',
    answer: () => answered(null, { fields: '<input name="RelayState" value="x">' }),
  },
  {
    what: 'two SAMLResponse in one post',
    code: 'assertion-ambiguous',
    answer: () =>
      answered(base64(samlResponse()), {
        fields: `<input name="SAMLResponse" value="${base64(samlResponse())}">`,
      }),
  },
  {
    what: 'a multipart post',
    code: 'assertion-not-a-form',
    answer: () => answered(base64(samlResponse()), { encoding: 'multipart/form-data' }),
  },
  {
    what: 'a value that is not base64',
    code: 'assertion-not-base64',
    answer: () => answered('this is *not* base64!'),
  },
  {
    what: 'base64 with junk after its end',
    code: 'assertion-not-base64',
    answer: () => answered(`${base64('<a/>')}==junk`),
  },
  {
    what: 'something that is not XML',
    code: 'assertion-not-xml',
    answer: () => answered(base64('a letter to AWS, in words')),
  },
  {
    what: 'XML that is no SAML response',
    code: 'assertion-not-xml',
    answer: () => answered(base64('<html><body/></html>')),
  },
  { what: 'a DTD with entities', code: 'assertion-unsafe-xml', answer: () => responding({ prologue: DTD }) },
  {
    what: '100,001 characters',
    code: 'assertion-too-large',
    answer: () => answered(base64(samlResponse({ padding: 'x'.repeat(80_000) }))),
  },
  {
    what: 'a status that is not Success',
    code: 'assertion-idp-refused',
    answer: () =>
      responding({
        status: 'urn:oasis:names:tc:SAML:2.0:status:Responder',
        statusMessage: 'No role is yours',
        instead: '',
      }),
  },
  { what: 'no Role attribute', code: 'assertion-without-roles', answer: () => responding({ roles: [] }) },
  {
    what: 'roles that are none',
    code: 'assertion-without-roles',
    answer: () => responding({ roles: ['a,b', 'arn:aws:iam::1:role/x'] }),
  },
  {
    what: 'an encrypted assertion',
    code: 'assertion-encrypted',
    answer: () => responding({ instead: ENCRYPTED }),
  },
  {
    what: 'an assertion that expired two days ago',
    code: 'assertion-expired',
    answer: () =>
      responding({ issuedAt: Date.now() - 48 * 3_600_000, notOnOrAfter: Date.now() - 47 * 3_600_000 }),
  },
];

describe('what the identity provider may answer', () => {
  test.each(cases)('$what is said as $code', async ({ code, answer }) => {
    corp.idp = answer;
    await begin();
    await failsWith(code);
  });
});

const closeSigninWindow = () =>
  scene.app.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('#signin'),
    );
    window?.close();
    return window !== undefined;
  });

describe('the sign-in page itself', () => {
  test('a window that is closed is a result', async () => {
    corp.idp = () => html('<h1>Sign in</h1>');
    await begin();
    await scene.app.login();
    // Our frame around the company's page may come after it.
    await expect.poll(closeSigninWindow).toBe(true);
    await failsWith('signin-window-closed');
  });

  test('a page that never posts times out after ten minutes', async () => {
    corp.idp = () => html('<h1>Thinking …</h1>');
    await begin();
    await scene.app.login();
    await scene.app.control.moveClock(9 * 60_000);
    expect((await scene.app.control.snapshot()).signin.kind).toBe('waitingForIdp');
    await scene.app.control.moveClock(61_000);
    await failsWith('signin-timed-out');
    await scene.app.control.moveClock(-10 * 60_000 - 1000);
  });

  test('a page that crashes is a result', async () => {
    corp.idp = () => html('<h1>Sign in</h1>');
    await begin();
    await scene.app.login();
    await scene.app.electron.evaluate(({ webContents }) => {
      for (const page of webContents.getAllWebContents())
        if (page.getURL().startsWith('http://127.0.0.1')) page.forcefullyCrashRenderer();
    });
    await failsWith('signin-page-crashed');
  });

  test('a server that refuses connections is said to be out of reach', async () => {
    const port = await closedPort();
    corp.idp = () => ({ status: 302, headers: { location: `http://127.0.0.1:${port}/login` }, body: '' });
    await begin();
    await failsWith('signin-page-unreachable');
  });

  test('a way out to plain http elsewhere is refused', async () => {
    corp.idp = () => ({ status: 302, headers: { location: 'http://idp.corp.example/login' }, body: '' });
    await begin();
    await failsWith('signin-page-insecure');
  });
});

/** A port of loopback that nobody listens on (any more). */
function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 1));
    });
  });
}

describe('what STS may answer', () => {
  const stsCases: { what: string; code: FailureCode; answer: () => Answer }[] = [
    {
      what: 'a refused role',
      code: 'sts-role-refused',
      answer: () => stsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithSAML'),
    },
    {
      what: 'a renewed certificate',
      code: 'sts-signature-refused',
      answer: () => stsError('InvalidIdentityToken', 'Response signature invalid', 400),
    },
    {
      what: 'an assertion too old',
      code: 'sts-assertion-expired',
      answer: () =>
        stsError('ExpiredTokenException', 'Token must be redeemed within 5 minutes of issuance', 400),
    },
    {
      what: 'garbage',
      code: 'sts-answer-garbled',
      answer: () => ({ body: '<html>Log in to the guest network' }),
    },
    {
      what: 'an answer without a secret',
      code: 'sts-answer-garbled',
      answer: () =>
        xml(
          '<AssumeRoleWithSAMLResponse><AssumeRoleWithSAMLResult><Credentials/></AssumeRoleWithSAMLResult></AssumeRoleWithSAMLResponse>',
        ),
    },
    {
      what: 'another role than was asked for',
      code: 'sts-answer-mismatch',
      answer: () => credentials('Administrator'),
    },
    {
      what: 'credentials that are over already',
      code: 'sts-answer-garbled',
      answer: () => credentials('S3AccessRole', Date.now() - 1000),
    },
  ];

  test.each(stsCases)('$what is said as $code', async ({ code, answer }) => {
    corp.sts = answer;
    await begin();
    await failsWith(code);
  });
});

describe('what S3 may answer', () => {
  const s3Cases: { what: string; code: FailureCode; answer: () => Answer }[] = [
    {
      what: 'a refusal',
      code: 's3-access-denied',
      answer: () => s3Error('AccessDenied', 'User is not authorized to perform: s3:ListAllMyBuckets'),
    },
    {
      what: 'an expired token',
      code: 's3-session-ended',
      answer: () => s3Error('ExpiredToken', 'The provided token has expired.', 400),
    },
    {
      what: 'garbage',
      code: 's3-answer-garbled',
      answer: () => ({ body: '<html>Log in to the guest network' }),
    },
  ];

  test.each(s3Cases)('$what is said as $code, and listing again works', async ({ code, answer }) => {
    corp.s3 = answer;
    await begin();
    await seePhase(main, 'active');
    await main.keyboard.press('Control+r');
    await seeFailure(main, code);
    Object.assign(corp, goodHabits());
    await main.keyboard.press('Control+r');
    expect(await readRows(main, 'Buckets')).toEqual(['corp-files']);
  });
});

describe('after all of that', () => {
  test('a good sign-in works in the same app, and S3 is listed', async () => {
    corp.idp = () => posting(base64(samlResponse({ roles: [`${PROVIDER},${ROLE}`] })));
    await begin();
    await seePhase(main, 'active');
    expect(await readRows(main, 'Buckets')).toEqual(['corp-files']);
  });
});

describe('the machine around it', () => {
  test('a wrong password is said by the company’s own page, and the right one still works', async () => {
    const demo = await openScene();
    onTestFinished(() => demo.dispose());
    const login = await clickTrayToSignIn(demo.app, demo.tray);
    await typeIn(login, 'alex', 'wrong');
    await login.getByRole('alert').waitFor({ state: 'visible' });
    await typeIn(login, 'alex');
    await seePhase(await demo.app.main(), 'active');
  });

  test.each(['locked', 'absent'] as const)(
    'with the keyring %s the session lives in memory only, and that is said',
    async (keyring) => {
      const company = await openCorp();
      const other = await openCorpScene(company, keyring);
      onTestFinished(async () => {
        await other.dispose();
        await company.close();
      });
      await other.tray.until('the company', (_state, [first]) => first?.label === 'Sign in to Corp');
      await other.tray.activate();
      const page = await other.app.main();
      await seePhase(page, 'active');
      await page.getByText('In memory only').first().waitFor({ state: 'visible' });
      await seeFailure(page, keyring === 'locked' ? 'keychain-locked' : 'keychain-missing');
      const { passes } = await other.app.control.snapshot();
      expect(passes[0]?.session).toMatchObject({ kind: 'active', kept: 'memory' });
      const found = await other.desk.run('grep', [
        '-rlaE',
        'corp-secret-of-this-test|corp-token-of-this-test',
        other.desk.folder,
      ]);
      expect(found.stdout).toBe('');
    },
  );

  test('settings that can’t be read are kept aside, and that is said', async () => {
    const other = await openScene({
      app: async (desk) => ({
        demo: false,
        env: { DAYPASS_HOME: await writeHome(desk, '{ "version": 1, "organisations": [') },
      }),
    });
    onTestFinished(() => other.dispose());
    const page = await other.app.main();
    await seeFailure(page, 'settings-broken');
    const listed = await other.desk.run('ls', [other.app.home]);
    expect(listed.stdout).toMatch(/^settings\.json\.broken-/m);
  });
});
