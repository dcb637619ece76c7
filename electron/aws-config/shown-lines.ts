/**
 * Lines of a config file as the screen may show them: around the section in question, with what could be a
 * secret left out. Pure. SECURITY: a value is shown only where its key is known to hold none.
 */
import type { ShownLine } from '../contract/aws-profile.ts';
import { redactForSharing } from '../lib/redact.ts';
import { type ConfigText, type Line, readable, type Section } from './sections.ts';

/** Keys whose values are names, numbers and choices. `credential_process` of others may carry a password. */
const PLAIN = new Set(
  `region output role_arn source_profile credential_source role_session_name duration_seconds mfa_serial
   sso_session sso_account_id sso_role_name sso_region services cli_pager cli_history cli_auto_prompt
   max_attempts retry_mode sts_regional_endpoints defaults_mode s3 addressing_style signature_version
   max_concurrent_requests max_queue_size multipart_threshold multipart_chunksize max_bandwidth
   use_fips_endpoint use_dualstack_endpoint parameter_validation tcp_keepalive`.split(/\s+/),
);
const LONGEST = 160;
const MOST_LINES = 24;
const AROUND = 2;

/** `own`: indices of lines that are ours; those that still say what we wrote (`texts`) are shown in full. */
export function shownLines(
  config: ConfigText,
  section: Section,
  own: ReadonlySet<number>,
  texts: ReadonlySet<string>,
): ShownLine[] {
  const from = Math.max(0, section.from - AROUND);
  const to = Math.min(config.lines.length, Math.min(section.to + AROUND, from + MOST_LINES));
  return config.lines.slice(from, to).map((line, index) => {
    const at = from + index;
    return {
      number: at + 1,
      text: texts.has(line.text) ? plain(readable(line.text)) : shown(line),
      ours: own.has(at),
    };
  });
}

function shown(line: Line): string {
  const text = readable(line.text);
  const words = text.trimStart();
  if (line.kind === 'blank') return '';
  if (line.kind === 'section') return plain(redactForSharing(text));
  // Keys that were commented out are still keys.
  const [, sign = '', rest = ''] = /^([#;]+\s*)?([\s\S]*)$/.exec(words) ?? [];
  const [, key, middle] = /^([^=:]{1,60}?)(\s*[=:]\s*)/.exec(rest) ?? [];
  const before = text.slice(0, text.length - words.length) + sign;
  if (key === undefined || middle === undefined)
    return plain(line.kind === 'comment' ? redactForSharing(text) : `${before}…`);
  const value = rest.slice(key.length + middle.length);
  const isKnown = PLAIN.has(key.trim().toLowerCase());
  // A token may end in `=`: what does not look like a key is none.
  const shownKey = isKnown || /^(before Daypass\| )?[a-z][a-z0-9_.]*$/.test(key.trim()) ? key : '…';
  return plain(`${before}${shownKey}${middle}${value === '' || isKnown ? redactForSharing(value) : '…'}`);
}

/** Without signs that steer a screen, and not endlessly long. */
function plain(text: string): string {
  const calm = text.replace(/\t/g, '    ').replace(/[\p{Cc}\p{Cf}]/gu, '');
  return calm.length > LONGEST ? `${calm.slice(0, LONGEST)}…` : calm;
}
