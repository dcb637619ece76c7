/** In our frame's foot: a sign-in page wants another program on this computer. No is the default. */
import { useApi, useSnapshot } from '../../bridge/use-api.ts';
import { Button } from '../../ui/Button.tsx';

export function ProgramQuestion() {
  const { order } = useApi();
  const { programQuestion } = useSnapshot();
  if (!programQuestion) return null;
  const { program, host } = programQuestion;
  const answer = (open: boolean) => void order('signin.answerProgram', { open });
  return (
    <footer className="frame-foot" role="alertdialog" aria-labelledby="program-question">
      <p className="grow" id="program-question">
        <b>{host}</b> wants to open the program for <b>{program}</b> on this computer.
      </p>
      <Button look="quiet" onPress={() => answer(true)}>
        Open it
      </Button>
      <Button look="primary" autoFocus onPress={() => answer(false)}>
        Don’t open
      </Button>
    </footer>
  );
}
