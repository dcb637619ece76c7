/** What a person can do about somebody else's setting: send a text that says all, after having seen it. */
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

export function AskAdministrator({ text, onCopy }: { text: string; onCopy: (text: string) => void }) {
  return (
    <div className="ask-administrator">
      <Button size="small" icon="copy" onPress={() => onCopy(text)}>
        Copy text for the administrator
      </Button>
      <details>
        <summary>
          <Icon name="chev" size={12} />
          What it says
        </summary>
        <pre className="code">{text}</pre>
      </details>
    </div>
  );
}
