/**
 * What pages are asked for on their way: passwords of proxies and sites, client certificates. By default nothing is
 * given; what may be given is asked for in our own window.
 */
import type { App, Certificate, WebContents } from 'electron';
import { isLoopbackHost } from '../contract/sign-in-address.ts';
import type { Organisation } from '../settings/schema.ts';
import type { Prompts } from './prompts.ts';
import type { BasicCredentials } from './proxy-agent.ts';

interface Parts {
  app: App;
  prompts: Prompts;
  /** Null for pages that are of no organisation: ours, and what is not a page. */
  organisationOf: (page: WebContents) => Organisation | null;
  /** Whether a person is there to be asked; what was answered before is given all the same. */
  mayAsk: (page: WebContents) => boolean;
}

/** What a page was given or refused, by who asked and for which address. */
type Given = Map<string, BasicCredentials | null>;

export function answerPages({ app, prompts, organisationOf, mayAsk }: Parts): void {
  const givenTo = new WeakMap<WebContents, Given>();
  const givenBy = (page: WebContents): Given => {
    const known = givenTo.get(page) ?? new Map();
    givenTo.set(page, known);
    return known;
  };

  app.on('login', (event, page, { url }, { isProxy, host, port, realm }, answer) => {
    const organisation = page && organisationOf(page);
    if (!organisation || !(isProxy || maySendPassword(url))) return;
    event.preventDefault();
    const given = givenBy(page);
    const asker = `${isProxy} ${host}:${port}`;
    // Asked and refused once, the pictures of the same page don't ask again.
    if (given.get(asker) === null) return answer();
    const place = `${asker} ${url}`;
    const ask = {
      kind: isProxy ? ('proxyPassword' as const) : ('sitePassword' as const),
      organisation: organisation.id,
      host: `${host}:${port}`,
      realm,
      rejected: given.get(place) ?? null,
      mayAsk: mayAsk(page),
    };
    void prompts.password(ask).then((credentials) => {
      given.set(credentials ? place : asker, credentials);
      if (credentials) answer(credentials.user, credentials.password);
      else answer();
    });
  });

  // SECURITY: by default Electron would hand the first certificate to whoever asks.
  app.on('select-client-certificate', (event, page, asking, list, choose) => {
    event.preventDefault();
    const take = choose as (certificate?: Certificate) => void;
    const organisation = page && organisationOf(page);
    const host = hostOf(asking);
    if (!organisation?.mtlsHosts?.some((one) => one.toLowerCase() === host)) return take();
    const certificates = list.map((certificate) => ({
      id: certificate.fingerprint,
      subject: certificate.subjectName,
      issuer: certificate.issuerName,
      validUntil: certificate.validExpiry * 1000,
    }));
    void prompts
      .certificate({
        organisation: organisation.id,
        host,
        certificates,
        mayAsk: page !== null && mayAsk(page),
      })
      .then((id) => {
        const chosen = list.find(({ fingerprint }) => fingerprint === id);
        return chosen ? take(chosen) : take();
      });
  });
}

/** SECURITY: a password in plain text goes over https, or stays on this machine. */
function maySendPassword(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}

/** Electron gives `host:port` here, whatever its documentation says. */
function hostOf(asking: string): string {
  const url = asking.includes('://') ? asking : `https://${asking}`;
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : '';
}
