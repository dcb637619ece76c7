/** Ways in for organisations without a pass, for roles still to be chosen, and for a first run. */
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';

export function PopoverStart() {
  const { order } = useApi();
  const { organisations, passes, app, signin } = useSnapshot();
  const openMain = () => void order('window.openMain', { pass: null });
  if (!app.configured) {
    return (
      <StartRow
        title="Nothing is set up yet."
        body="Add your company, or try the demo."
        act="Open Daypass"
        onPress={openMain}
      />
    );
  }
  if (signin.kind === 'choosingRoles') {
    return (
      <StartRow
        title="Choose the roles to keep"
        body="They are waiting in the window."
        act="Choose"
        onPress={openMain}
      />
    );
  }
  return organisations
    .filter((organisation) => !passes.some((pass) => pass.organisation === organisation.id))
    .map(({ id, name, host, refusal }) => (
      <StartRow
        key={id}
        title={name}
        body={host}
        act="Sign in"
        primary={passes.length === 0}
        disabled={refusal !== null || signin.kind === 'waitingForIdp' || signin.kind === 'confirming'}
        onPress={() => void order('signin.start', { organisation: id })}
      />
    ));
}

interface StartRowProps {
  title: string;
  body: string;
  act: string;
  primary?: boolean;
  disabled?: boolean;
  onPress: () => void;
}

function StartRow({ title, body, act, primary = true, disabled = false, onPress }: StartRowProps) {
  return (
    <section className="start-row">
      <div className="grow">
        <b>{title}</b>
        <p className="small dim">{body}</p>
      </div>
      <Button
        look={primary ? 'primary' : 'plain'}
        autoFocus={primary}
        isDisabled={disabled}
        onPress={onPress}
      >
        {act}
      </Button>
    </section>
  );
}
