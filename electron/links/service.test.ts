import { expect, it, vi } from 'vitest';
import type { LinkWish } from '../contract/link.ts';
import type { SettingsService } from '../settings/service.ts';
import { createLinks } from './service.ts';
import { shownLink } from './shown-link.ts';

const NOW = new Date(2026, 9, 2, 11, 30).getTime();
const url =
  'https://lark-reports-prod.s3.eu-west-1.amazonaws.com/exports//summary%3F.csv?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=ASIAEXAMPLE%2F20261002&X-Amz-Date=20261002T093000Z&X-Amz-Expires=3600&X-Amz-Security-Token=TOKENTOKEN&X-Amz-Signature=5164a7&X-Amz-SignedHeaders=host&response-content-disposition=attachment&versionId=v1';
const wish: LinkWish = {
  ...{ pass: 'reports', bucket: 'lark-reports-prod', key: 'exports//summary?.csv', version: 'v1' },
  ...{ method: 'GET', seconds: 3600, fileName: 'a.csv', typed: null },
};

function links(endsAt: number, clearSeconds = 60) {
  const note = vi.fn();
  const copyCredentials = vi.fn(async (_pass, _format, _text, seconds: number) => ({
    clearsAt: NOW + seconds * 1000,
  }));
  const settings = {
    pass: () => ({ id: 'reports', label: 'Reports', organisation: 'corp' }),
    organisation: () => ({ id: 'corp', name: 'Corp' }),
    preferences: () => ({ clipboardClearSeconds: clearSeconds }),
  } as unknown as SettingsService;
  const presign = async () => ({ url, endsAt });
  const made = createLinks({
    presign,
    settings,
    clipboard: { copyCredentials },
    note,
    clock: { now: () => NOW },
  });
  return { ...made, note, copyCredentials };
}

it('what is shown leads to the object and opens nothing', async () => {
  const { text } = await links(NOW + 1).look(wish);
  expect(text).toBe(
    'https://lark-reports-prod.s3.eu-west-1.amazonaws.com/exports//summary%3F.csv?X-Amz-Expires=3600&versionId=v1&…&X-Amz-Signature=••••••••',
  );
  for (const secret of ['ASIAEXAMPLE', 'TOKENTOKEN', '5164a7']) expect(shownLink(url)).not.toContain(secret);
});

it('a copied link is on the clipboard for a while, and noted without what opens it', async () => {
  const { copy, note, copyCredentials } = links(NOW + 3_600_000);
  expect(await copy(wish)).toEqual({ clearsAt: NOW + 60_000, endsAt: NOW + 3_600_000 });
  expect(copyCredentials.mock.calls).toEqual([['reports', 'objectLink', url, 60]]);
  expect(note.mock.calls).toEqual([
    [
      expect.objectContaining({
        kind: 'readLinkCopied',
        pass: { id: 'reports', label: 'Reports' },
        detail: 's3://lark-reports-prod/exports//summary?.csv until 12:30',
      }),
    ],
  ]);
});

it('what is over need not lie on a clipboard, and a link that replaces is told apart', async () => {
  const { copy, note, copyCredentials } = links(NOW + 90_500, 600);
  await copy({ ...wish, method: 'PUT' });
  expect(copyCredentials.mock.calls[0]?.[3]).toBe(90);
  expect(note.mock.calls[0]?.[0]).toMatchObject({ kind: 'replaceLinkCopied' });
});
