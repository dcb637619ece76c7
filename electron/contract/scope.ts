/** How much of its role a session may use, and what is true of a pass at this moment. Pure. */
import { z } from 'zod';

/** `read-only`: AWS itself takes writes away, by a session policy. */
export const Scope = z.enum(['full', 'read-only']);
export type Scope = z.infer<typeof Scope>;

interface Scoped {
  /** What the next sign-in asks for. */
  scope: Scope;
  session: { kind: 'none' | 'ended' } | { kind: 'active'; scope: Scope };
}

/** SECURITY: a live session is what it was signed in as, whatever the pass says since. */
export function scopeNow({ scope, session }: Scoped): Scope {
  return session.kind === 'active' ? session.scope : scope;
}
