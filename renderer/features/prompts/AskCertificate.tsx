/** A site wants to see a certificate of this person's: which one, or none. Never chosen unasked, even when there is one. */
import { useState } from 'react';
import { Heading, Label, Radio, RadioGroup } from 'react-aria-components';
import type { CertificateView, PromptView } from '../../../electron/contract/snapshot.ts';
import { useApi } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';

type CertificatePrompt = Extract<PromptView, { kind: 'clientCertificate' }>;

export function AskCertificate({ prompt, refuse }: { prompt: CertificatePrompt; refuse: () => void }) {
  const { order } = useApi();
  const [chosen, choose] = useState<string | null>(null);
  const send = () => {
    if (chosen !== null) void order('prompt.answer', { prompt: prompt.id, answer: { certificate: chosen } });
  };
  return (
    <>
      <Heading slot="title" level={2}>
        A site asks for your certificate
      </Heading>
      <p className="dim">
        <span className="mono">{prompt.host}</span> wants to know who you are. It will see the name in the
        certificate. The choice holds until Daypass quits.
      </p>
      <RadioGroup className="prompt-certificates" value={chosen} onChange={choose}>
        <Label className="unseen">Certificate</Label>
        {prompt.certificates.map((certificate) => (
          <Certificate key={certificate.id} certificate={certificate} />
        ))}
      </RadioGroup>
      <div className="acts">
        <Button onPress={refuse}>Show none</Button>
        <Button look="primary" isDisabled={chosen === null} onPress={send}>
          Show this certificate
        </Button>
      </div>
    </>
  );
}

function Certificate({ certificate }: { certificate: CertificateView }) {
  const until = new Date(certificate.validUntil).toISOString().slice(0, 10);
  return (
    <Radio className="prompt-certificate" value={certificate.id}>
      <span className="prompt-mark" aria-hidden="true" />
      <span className="grow">
        <b className="cut">{certificate.subject}</b>
        <small>
          from {certificate.issuer}, until {until}
        </small>
      </span>
    </Radio>
  );
}
