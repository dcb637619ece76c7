/**
 * The part of a host name that somebody had to register, to be shown strong. Pure. A short list of
 * two-part endings, not the whole public suffix list: where it is wrong, less is strong, never more of
 * what an attacker chooses.
 */

const secondLevel = new Set(['ac', 'co', 'com', 'edu', 'gob', 'gov', 'gv', 'ne', 'net', 'or', 'org']);

export interface HostParts {
  rest: string;
  registrable: string;
}

export function hostParts(host: string): HostParts {
  const name = host.replace(/:\d+$/, '');
  const labels = name.split('.');
  // Addresses and single names are strong as a whole.
  if (labels.length < 3 || /^[\d.]+$/.test(name) || host.includes('['))
    return { rest: '', registrable: host };
  const [second = '', top = ''] = labels.slice(-2);
  const take = top.length === 2 && secondLevel.has(second) ? 3 : 2;
  const registrable = labels.slice(-take).join('.');
  return {
    rest: name.slice(0, name.length - registrable.length),
    registrable: registrable + host.slice(name.length),
  };
}
