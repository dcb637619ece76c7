/**
 * Links to one object: signed in the S3 process, copied from here and noted. SECURITY: a link is a bearer and holds the
 * session's token; nobody but the clipboard gets one, and what is shown and noted can't open anything.
 */
import { type Happening, nothingMore } from '../activity/happening.ts';
import type { LinkWish } from '../contract/link.ts';
import { clockWords } from '../contract/time.ts';
import type { Clipboard } from '../handout/clipboard.ts';
import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import type { SignedLink } from '../s3/pending-links.ts';
import type { SettingsService } from '../settings/service.ts';
import { shownLink } from './shown-link.ts';

export interface Links {
  look(wish: LinkWish): Promise<{ text: string; endsAt: number }>;
  /** Cleared like credentials, at the link's own end at the latest. */
  copy(wish: LinkWish): Promise<{ clearsAt: number; endsAt: number }>;
}

interface Parts {
  presign: (wish: LinkWish) => Promise<SignedLink>;
  settings: Pick<SettingsService, 'pass' | 'organisation' | 'preferences'>;
  clipboard: Pick<Clipboard, 'copyCredentials'>;
  note: (happening: Happening) => void;
  clock: Pick<Clock, 'now'>;
}

export function createLinks({ presign, settings, clipboard, note, clock }: Parts): Links {
  return {
    async look(wish) {
      const { url, endsAt } = await presign(wish);
      return { text: shownLink(url), endsAt };
    },
    async copy(wish) {
      const pass = settings.pass(wish.pass);
      if (!pass) throw new AppError('unknown-pass', { retry: 'never', subject: wish.pass });
      const { url, endsAt } = await presign(wish);
      const left = Math.max(1, Math.floor((endsAt - clock.now()) / 1000));
      const seconds = Math.min(settings.preferences().clipboardClearSeconds, left);
      const organisation = settings.organisation(pass.organisation);
      note({
        ...nothingMore,
        kind: wish.method === 'GET' ? 'readLinkCopied' : 'replaceLinkCopied',
        pass: { id: pass.id, label: pass.label },
        organisation: organisation ? { id: organisation.id, name: organisation.name } : null,
        detail: `s3://${wish.bucket}/${wish.key} until ${clockWords(endsAt, clock.now())}`,
      });
      const { clearsAt } = await clipboard.copyCredentials(wish.pass, 'objectLink', url, seconds);
      return { clearsAt, endsAt };
    },
  };
}
