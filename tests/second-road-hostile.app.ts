/** What a company's page may try in the driven browser, and every way in which the second road can end. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createKeys } from '../demo/keys.ts';
import { AWS, page, posting } from './harness/corp.ts';
import { base64, samlResponse } from './harness/saml.ts';
import { seeFailure } from './harness/screen.ts';
import { openSecondRoad, type SecondRoad } from './harness/second-road.ts';

let road: SecondRoad;

beforeAll(async () => {
  road = await openSecondRoad();
});
afterAll(() => road?.dispose());
beforeEach(() => {
  road.corp.seen.length = 0;
});

/** The page tells the company's own server when it has tried. */
const tried = () => expect.poll(() => road.corp.seen, { timeout: 15_000 }).toContain('GET /tried');

async function cancel(): Promise<void> {
  const main = await road.scene.app.main();
  await main.evaluate(() => window.daypass.run('signin.cancel', {}));
  await road.scene.app.untilSnapshot('no sign-in', ({ signin }) => signin.kind === 'idle');
  await road.browser.gone();
}

async function failsWith(code: string): Promise<void> {
  await seeFailure(await road.scene.app.main(), code);
  await road.browser.gone();
}

describe('a hostile page in the browser', () => {
  const inWorker = (kind: string) =>
    `new ${kind}(URL.createObjectURL(new Blob(["fetch('${AWS}',{method:'POST',mode:'no-cors',body:'SAMLResponse=eA=='}).catch(()=>0).then(()=>fetch(origin+'/tried'))"])))`;
  test.each([
    ['fetch', `fetch('${AWS}', { method: 'POST', mode: 'no-cors', body: 'SAMLResponse=eA==' }).catch(done)`],
    ['a beacon', `navigator.sendBeacon('${AWS}', 'SAMLResponse=eA=='); done()`],
    ['a worker', inWorker('Worker').replace('origin', `'${'ORIGIN'}'`)],
    ['a shared worker', inWorker('SharedWorker').replace('origin', `'${'ORIGIN'}'`)],
    [
      'a frame',
      `frames[0].document.write('<form method=post action=${AWS}><input name=SAMLResponse value=eA==></form>'); frames[0].document.forms[0].submit(); done()`,
    ],
    ['a link', `done(); setTimeout(() => { location.href = '${AWS}?SAMLResponse=eA==' }, 100)`],
  ])('plants no answer by %s', async (_how, script) => {
    const { corp, scene } = road;
    const before = scene.app.output().split('answer to AWS seen').length;
    corp.idp = () =>
      page(
        `<iframe></iframe><script>const done = () => fetch('/tried'); ${script.replace('ORIGIN', corp.origin)}</script>`,
      );
    await road.start();
    await tried();
    await expect
      .poll(() => scene.app.output().split('answer to AWS seen').length, { timeout: 15_000 })
      .toBeGreaterThan(before);
    expect((await scene.app.control.snapshot()).signin.kind).toBe('waitingForIdp');
    await cancel();
  });

  test('swallows no answer by a service worker, not even where the answer goes to its own host', async () => {
    const { corp, scene } = road;
    const form = `<form method="post" action="/acs"><input type="hidden" name="SAMLResponse" value="${base64(samlResponse())}"></form>`;
    corp.idp = ({ url }) => {
      if (url === '/worker.js')
        return {
          type: 'text/javascript',
          body: 'onfetch = (event) => event.respondWith(new Response("swallowed"))',
        };
      return page(
        `${form}<script>const post = () => document.forms[0].submit();
         navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready).then(() => setTimeout(post, 500), post)</script>`,
      );
    };
    await road.start();
    await scene.app.untilSnapshot('a session', ({ signin }) => signin.kind === 'done');
    await road.browser.gone();
  });

  test('is caught when it posts from a window of its own', async () => {
    const { corp, scene, browser } = road;
    const { body } = posting(base64(samlResponse()));
    const form = body.replace('<form ', '<form target="_blank" ').replace(/<script>.*/, '');
    corp.idp = () => page(`${form}<script>onkeydown = () => document.forms[0].submit()</script>`);
    await road.start();
    await browser.focus('Corp');
    // Chromium may still be at its own bars when its window has the keyboard; a person presses again.
    const pressed = async () => {
      await browser.keys(['key', 'space']);
      return (await scene.app.control.snapshot()).signin.kind;
    };
    await expect.poll(pressed, { timeout: 15_000, interval: 500 }).not.toBe('waitingForIdp');
    await scene.app.untilSnapshot('a session', ({ signin }) => signin.kind === 'done');
    await browser.gone();
  });
});

describe('the second road ends', () => {
  test('at a page without https', async () => {
    road.corp.idp = () => ({ status: 302, headers: { location: 'http://sso.corp.example/' }, body: '' });
    await road.start();
    await failsWith('signin-page-insecure');
  });

  test('at a page that does not answer', async () => {
    road.corp.idp = () => ({ status: 302, headers: { location: 'https://sso.corp.example/' }, body: '' });
    await road.start();
    await failsWith('signin-page-unreachable');
  });

  test('at a certificate that nobody vouches for, without a way to click it away', async () => {
    const { privateKeyPem: key, certificatePem: cert } = await createKeys(Date.now());
    const server = createServer({ key, cert }, (_request, response) => response.end('never seen'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const location = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    road.corp.idp = () => ({ status: 302, headers: { location }, body: '' });
    await road.start();
    await failsWith('signin-certificate-refused');
  });

  test('at an answer that is none', async () => {
    road.corp.idp = () => posting('%%%');
    await road.start();
    await failsWith('assertion-not-base64');
  });

  test('when it is called off', async () => {
    road.corp.idp = () => page('<h1>Hello</h1>');
    await road.start();
    await road.browser.focus('Corp');
    await cancel();
  });

  test('when the page’s process dies', async () => {
    road.corp.idp = () => page('<h1>Hello</h1>');
    await road.start();
    await road.browser.focus('Corp');
    for (const pid of await road.browser.pids('renderer')) process.kill(pid, 'SIGKILL');
    await failsWith('signin-page-crashed');
  });

  test('when the browser dies, and the next one starts on its profile', async () => {
    const { corp, scene, browser } = road;
    corp.idp = () => page('<h1>Hello</h1>');
    await road.start();
    await browser.focus('Corp');
    for (const pid of await browser.pids()) process.kill(pid, 'SIGKILL');
    await failsWith('signin-browser-crashed');
    corp.idp = () => posting(base64(samlResponse()));
    await road.start();
    await scene.app.untilSnapshot('a session', ({ signin }) => signin.kind === 'done');
    await browser.gone();
  });

  test('after ten minutes', async () => {
    road.corp.idp = () => page('<h1>Hello</h1>');
    await road.start();
    await road.browser.focus('Corp');
    await road.scene.app.control.moveClock(10 * 60_000);
    await failsWith('signin-timed-out');
  });

  test('when Daypass quits', async () => {
    road.corp.idp = () => page('<h1>Hello</h1>');
    await road.start();
    await road.browser.focus('Corp');
    await road.scene.app.quit();
    await road.browser.gone();
  });
});
