/** Scenes of a company's network: passwords of proxies and sites, client certificates, its own authority. */
import type { PromptView, SigninView } from '../../electron/contract/snapshot.ts';
import { nothingPinned, type Scene, showing } from './scene.ts';
import { exportsFolder } from './shelves.ts';

const proxy: PromptView = {
  id: 'prompt-1',
  kind: 'proxyPassword',
  organisation: 'larkfield',
  host: 'proxy.larkfield.example:3128',
  realm: 'Larkfield web access. Use your Windows name.',
  triesLeft: 3,
};
const day = (date: string) => Date.parse(`${date}T00:00:00Z`);
const certificates = [
  {
    id: 'a',
    subject: 'Maya Lindqvist (smart card)',
    issuer: 'Larkfield Staff CA 2',
    validUntil: day('2027-03-01'),
  },
  {
    id: 'b',
    subject: 'laptop-0417.devices.larkfield.example',
    issuer: 'Larkfield Devices CA',
    validUntil: day('2026-12-24'),
  },
];

const unknownIssuer: SigninView = {
  kind: 'failed',
  organisation: 'larkfield',
  failure: {
    code: 'signin-issuer-unknown',
    retry: 'now',
    subject: 'sso.larkfield.example',
    raw: 'ERR_CERT_AUTHORITY_INVALID (-202)\nissued by Larkfield Issuing CA 3',
  },
};

export const promptScenes = {
  'signin-issuer': { snapshot: nothingPinned({ signin: unknownIssuer }) },
  'prompt-proxy': {
    place: exportsFolder.place,
    snapshot: showing('reports', { prompts: [proxy] }),
  },
  'prompt-proxy-wrong': { snapshot: nothingPinned({ prompts: [{ ...proxy, triesLeft: 1 }] }) },
  'prompt-site': {
    snapshot: nothingPinned({
      prompts: [
        {
          ...proxy,
          kind: 'sitePassword',
          host: 'intranet.department-with-a-long-name.larkfield.example:8443',
          realm: '',
        },
      ],
    }),
  },
  'prompt-certificate': {
    snapshot: nothingPinned({
      prompts: [
        {
          id: 'prompt-2',
          kind: 'clientCertificate',
          organisation: 'larkfield',
          host: 'sso.larkfield.example',
          certificates,
        },
      ],
    }),
  },
} as const satisfies Record<string, Scene>;
