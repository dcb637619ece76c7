/** Scenes of what a company's network asks: passwords of proxies and sites, client certificates. */
import type { PromptView } from '../../electron/contract/snapshot.ts';
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

export const promptScenes = {
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
