// One page of the demo in its plain dress, under a policy that lets nothing in from elsewhere. Knows no route.

import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { escapeXml } from '../xml.ts';
import { STYLE } from './style.ts';

export interface Page {
  html: string;
  contentSecurityPolicy: string;
}

interface PageParts {
  title: string;
  /** Beside the logo, in small letters. */
  name: string;
  /** HTML, safe already. */
  content: readonly string[];
  legal: string;
  /** Where its forms may go, as the policy writes it. */
  formAction: string;
  /** The one script that may run. */
  script?: string;
}

export function page({ title, name, content, legal, formAction, script }: PageParts): Page {
  const html = [
    '<!doctype html><html lang="en"><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${escapeXml(title)}</title><style>${STYLE}</style>`,
    `<body><main><p class="logo"><i aria-hidden="true"></i><b>${escapeXml(name)}</b></p>`,
    ...content,
    `</main><footer class="legal">${escapeXml(legal)}</footer></body></html>`,
  ].join('\n');
  const contentSecurityPolicy = [
    "default-src 'none'",
    `style-src '${hashOf(STYLE)}'`,
    `script-src ${script === undefined ? "'none'" : `'${hashOf(script)}'`}`,
    `form-action ${formAction}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { html, contentSecurityPolicy };
}

export function sendPage(
  response: ServerResponse,
  status: number,
  { html, contentSecurityPolicy }: Page,
): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': contentSecurityPolicy,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(html);
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
