/** What a file to bring in from holds, as a person sees it before anything is taken. Pure. */

export type ImportSourceName = 'saml2aws' | 'awsConfig' | 'sharedFile';

/** How many things each file has for us; null when there is no such file, or nothing in it. */
export type ImportFound = Record<Exclude<ImportSourceName, 'sharedFile'>, number | null>;

export interface ImportPreview {
  id: string;
  source: ImportSourceName;
  /** The whole path. */
  file: string;
  items: ImportItem[];
}

export interface ImportItem {
  kind: 'organisation' | 'pass' | 'role';
  name: string;
  /** The host of an organisation, the ARN of a role. */
  detail: string;
  line: number;
  verdict: ImportVerdict;
}

export type ImportVerdict =
  | { kind: 'new' }
  /** Is there already, just so. */
  | { kind: 'same' }
  /** Something else has its id; what is there stays. */
  | { kind: 'clash' }
  | { kind: 'refused'; reason: string };
