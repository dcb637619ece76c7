/**
 * What a person is asked for by the company's network: passwords and client certificates, each asked once however
 * many requests wait for it. SECURITY: answers live in memory only, until Daypass ends.
 */
import type { CertificateView, PromptView } from '../contract/snapshot.ts';
import type { BasicCredentials } from './proxy-agent.ts';

export interface PasswordAsk {
  kind: 'proxyPassword' | 'sitePassword';
  /** Null: for no organisation in particular. */
  organisation: string | null;
  /** `host:port`. */
  host: string;
  realm: string;
  /** What was sent and not taken, if something was. */
  rejected: BasicCredentials | null;
  /** False: nobody is there; only what was answered before is given. */
  mayAsk?: boolean;
}

export interface CertificateAsk {
  organisation: string;
  host: string;
  certificates: readonly CertificateView[];
  mayAsk?: boolean;
}

export type PromptAnswer = BasicCredentials | { certificate: string };

export interface Prompts {
  /** Null when the person refused, or gave three that were not taken. */
  password(ask: PasswordAsk): Promise<BasicCredentials | null>;
  /** The chosen certificate's id, or null for none; the same for this host until Daypass ends. */
  certificate(ask: CertificateAsk): Promise<string | null>;
  views(): PromptView[];
  answer(prompt: string, answer: PromptAnswer): void;
  refuse(prompt: string): void;
}

const MOST_TRIES = 3;
const LONGEST_REALM = 200;

interface Open {
  view: PromptView;
  settle: (answer: PromptAnswer | null) => void;
  answered: Promise<PromptAnswer | null>;
}

export function createPrompts(parts: { changed: () => void; needsPerson: () => void }): Prompts {
  const open = new Map<string, Open>();
  const passwords = new Map<string, BasicCredentials>();
  const wrongTries = new Map<string, number>();
  const chosen = new Map<string, string | null>();
  let last = 0;

  /** Asks, or joins those who wait for the same. */
  const ask = (name: string, view: (id: string) => PromptView): Promise<PromptAnswer | null> => {
    const waiting = open.get(name);
    if (waiting) return waiting.answered;
    let settle: Open['settle'] = () => {};
    const answered = new Promise<PromptAnswer | null>((resolve) => {
      settle = resolve;
    });
    open.set(name, { view: view(`prompt-${++last}`), settle, answered });
    parts.changed();
    parts.needsPerson();
    return answered;
  };
  const close = (id: string, answer: PromptAnswer | null) => {
    const found = [...open].find(([, { view }]) => view.id === id);
    if (!found) return;
    open.delete(found[0]);
    found[1].settle(answer);
    parts.changed();
  };

  return {
    async password({ kind, organisation, host, realm, rejected, mayAsk = true }) {
      const name = passwordName(kind, organisation, host, realm);
      const known = passwords.get(name);
      if (known && !same(known, rejected)) return known;
      if (known) {
        passwords.delete(name);
        wrongTries.set(name, (wrongTries.get(name) ?? 0) + 1);
      }
      if (!mayAsk) return null;
      const wrong = wrongTries.get(name) ?? 0;
      if (wrong >= MOST_TRIES) {
        wrongTries.delete(name);
        return null;
      }
      const shown = { kind, organisation, host, realm: plain(realm), triesLeft: MOST_TRIES - wrong };
      const given = await ask(name, (id) => ({ id, ...shown }));
      if (!given || 'certificate' in given) {
        wrongTries.delete(name);
        return null;
      }
      passwords.set(name, given);
      return given;
    },
    async certificate({ organisation, host, certificates, mayAsk = true }) {
      const name = `certificate ${organisation} ${host}`;
      const known = chosen.get(name);
      if (known !== undefined || !mayAsk) return known ?? null;
      const shown = { kind: 'clientCertificate', organisation, host, certificates } as const;
      const given = await ask(name, (id) => ({ id, ...shown }));
      const choice = given && 'certificate' in given ? given.certificate : null;
      chosen.set(name, choice);
      return choice;
    },
    views: () => [...open.values()].map(({ view }) => view),
    answer: (id, answer) => close(id, answer),
    refuse: (id) => close(id, null),
  };
}

/** A proxy is the same for every organisation; a site's password belongs to one. */
function passwordName(kind: string, organisation: string | null, host: string, realm: string): string {
  return JSON.stringify(kind === 'proxyPassword' ? [kind, host] : [kind, organisation, host, realm]);
}

function same(one: BasicCredentials, other: BasicCredentials | null): boolean {
  return other !== null && one.user === other.user && one.password === other.password;
}

/** SECURITY: the other side's words; drawn as text, without what could disguise them. */
function plain(realm: string): string {
  return realm
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, LONGEST_REALM);
}
