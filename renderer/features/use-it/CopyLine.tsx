/** One line to copy, and the button beside it. Nothing secret: plain words that stay on the clipboard. */
import { useState } from 'react';
import { useApi } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';

export function CopyLine({ line, name }: { line: string; name: string }) {
  const { order } = useApi();
  const [copied, setCopied] = useState<string | null>(null);
  const done = copied === line;
  return (
    <div className="copy-line">
      <code className="code grow">{line}</code>
      <Button
        icon={done ? 'check' : 'copy'}
        aria-label={name}
        onPress={async () => {
          const reply = await order('text.copy', { text: line });
          if (reply.ok) setCopied(line);
        }}
        onBlur={() => setCopied(null)}
      />
      <span className="unseen" role="status">
        {done && 'Copied.'}
      </span>
    </div>
  );
}
