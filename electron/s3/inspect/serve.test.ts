import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Canned, inBucket, ofKey, openCanned, refuse, sayPortal } from './canned.test-parts.ts';

let canned: Canned;
beforeAll(async () => {
  canned = await openCanned();
});
afterAll(() => canned.close());

const tags = () => canned.ask({ op: 'tags', ...ofKey('k') });
const versioning = () => canned.ask({ op: 'versioning', ...inBucket });
const xml = (text: string) => {
  canned.say = (_request, response) => response.setHeader('x-amz-request-id', 'R1').end(text);
};

describe('the tags of an object', () => {
  it('come as they are', async () => {
    xml(
      '<Tagging><TagSet><Tag><Key>team</Key><Value>a &amp; b</Value></Tag><Tag><Key>empty</Key><Value/></Tag></TagSet></Tagging>',
    );
    expect(await tags()).toMatchObject({
      tags: [
        { name: 'team', value: 'a & b' },
        { name: 'empty', value: '' },
      ],
    });
  });

  it('may be none', async () => {
    xml('<Tagging><TagSet/></Tagging>');
    expect(await tags()).toMatchObject({ kind: 'tags', tags: [] });
  });

  it('are cut to what the contract lets through', async () => {
    const tag = `<Tag><Key>${'k'.repeat(200)}</Key><Value>${'v'.repeat(300)}</Value></Tag>`;
    xml(`<Tagging><TagSet><Tag><Key></Key><Value>x</Value></Tag>${tag.repeat(80)}</TagSet></Tagging>`);
    const answer = await tags();
    expect(answer.kind === 'tags' && answer.tags).toHaveLength(50);
  });

  it.each([
    ['cut XML', '<Tagging><TagSet><Tag><Key>a</Key>'],
    ['another document', '<Other/>'],
    ['no document', 'nothing'],
  ])('are not read from %s', async (_what, text) => {
    xml(text);
    expect(await tags()).toMatchObject({ failure: { code: 's3-answer-garbled' } });
  });

  it('are not read from a portal’s page', async () => {
    canned.say = sayPortal;
    expect(await tags()).toMatchObject({ failure: { code: 's3-answer-garbled' } });
  });

  it('of what was deleted are none, and it is said why', async () => {
    canned.say = (_request, response) => {
      response.setHeader('x-amz-delete-marker', 'true');
      refuse(response, 405, 'MethodNotAllowed');
    };
    expect(await tags()).toMatchObject({ failure: { code: 's3-marker-there', subject: 'k' } });
  });
});

describe('whether a bucket keeps versions', () => {
  it.each([
    ['<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>', 'on'],
    ['<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>', 'suspended'],
    ['<VersioningConfiguration/>', 'never'],
    ['<VersioningConfiguration><Status>Odd</Status></VersioningConfiguration>', null],
  ])('%s is %s', async (text, said) => {
    xml(text);
    expect(await versioning()).toMatchObject({ kind: 'versioning', versioning: said });
  });

  it.each([
    [403, 'AccessDenied'],
    [405, 'MethodNotAllowed'],
    [501, 'NotImplemented'],
  ])('is not told when it is refused (%i)', async (status, code) => {
    canned.say = (_request, response) => refuse(response, status, code);
    expect(await versioning()).toMatchObject({ kind: 'versioning', versioning: null });
  });

  it('is not told by a portal, however well its page is written', async () => {
    canned.say = sayPortal;
    expect(await versioning()).toMatchObject({ failure: { code: 's3-answer-garbled' } });
    canned.say = (_request, response) => response.end('<html><body>Welcome</body></html>');
    expect(await versioning()).toMatchObject({ kind: 'versioning', versioning: null });
  });

  it('fails when the session ended', async () => {
    canned.say = (_request, response) => refuse(response, 400, 'ExpiredToken');
    expect(await versioning()).toMatchObject({ failure: { code: 's3-session-ended' } });
  });
});

describe('questions', () => {
  /** Requests that the server leaves open. */
  const hang = () => {
    const state = { open: 0, most: 0 };
    canned.say = (_request, response) => {
      state.open++;
      state.most = Math.max(state.most, state.open);
      response.once('close', () => state.open--);
    };
    return state;
  };
  const take = (id: number) =>
    canned.inspecting.take({ id, op: 'bytes', ...ofKey('k'), from: 0, length: 10, etag: null });

  it('that are stopped end at once, and get no answer', async () => {
    const state = hang();
    const before = canned.answers.length;
    take(1001);
    await expect.poll(() => state.open).toBe(1);
    canned.inspecting.stop(1001);
    canned.inspecting.stop(1001);
    await expect.poll(() => state.open).toBe(0);
    expect(canned.answers).toHaveLength(before);
  });

  it('that are stopped in the midst of the bytes end as well', async () => {
    let closed = false;
    canned.say = (_request, response) => {
      response.once('close', () => {
        closed = true;
      });
      response.writeHead(206, { ETag: '"e"', 'Content-Range': 'bytes 0-9/10' }).write('abc');
    };
    const before = canned.answers.length;
    const asked = canned.asked.length;
    take(1002);
    await expect.poll(() => canned.asked.length).toBe(asked + 1);
    canned.inspecting.stop(1002);
    await expect.poll(() => closed).toBe(true);
    expect(canned.answers).toHaveLength(before);
  });

  it('are sixteen at most: the oldest is let go, and told so', async () => {
    const state = hang();
    for (let id = 2000; id < 2016; id++) take(id);
    await expect.poll(() => state.open).toBe(16);
    take(2016);
    expect(canned.answers.at(-1)).toEqual({
      id: 2000,
      kind: 'failed',
      failure: { code: 's3-too-many', retry: 'now' },
    });
    canned.inspecting.close();
    await expect.poll(() => state.open).toBe(0);
  });

  it('of one number: the newer one counts', async () => {
    const state = hang();
    take(3000);
    await expect.poll(() => state.open).toBe(1);
    canned.say = (_request, response) => refuse(response, 404, 'NoSuchKey');
    take(3000);
    await expect
      .poll(() => canned.answers.at(-1))
      .toMatchObject({ id: 3000, failure: { code: 's3-no-such-key' } });
    await expect.poll(() => state.open).toBe(0);
    expect(canned.answers.filter(({ id }) => id === 3000)).toHaveLength(1);
  });

  it('that nobody hears fail in words', async () => {
    canned.say = (request) => request.socket.destroy();
    expect(await tags()).toMatchObject({ failure: { code: 's3-unreachable', subject: 'k' } });
  });
});
