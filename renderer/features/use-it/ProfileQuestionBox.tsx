/** A name that can't be given without an answer: somebody's section has it, another pass, or it is the default. */
import type { PassView } from '../../../electron/contract/snapshot.ts';
import { Button } from '../../ui/Button.tsx';
import { ProfileLines } from './ProfileLines.tsx';
import type { AwsProfile, ProfileQuestion } from './use-aws-profile.ts';
import { useShortPath } from './use-short-path.ts';

interface ProfileQuestionBoxProps {
  pass: PassView;
  question: ProfileQuestion;
  profile: AwsProfile;
}

export function ProfileQuestionBox({ pass, question, profile }: ProfileQuestionBoxProps) {
  const { title, body, act } = questionWords(question, pass.label, useShortPath());
  return (
    <section className="use-question" aria-labelledby="use-question">
      <h4 id="use-question">{title}</h4>
      {question.kind === 'taken' && question.lines.length > 0 && (
        <ProfileLines file={question.file} lines={question.lines} />
      )}
      <p className="dim">{body}</p>
      <div className="acts">
        <Button autoFocus onPress={profile.dropQuestion}>
          Choose another name
        </Button>
        <Button isDisabled={profile.busy} onPress={() => void profile.set(question.name, true)}>
          {act}
        </Button>
      </div>
    </section>
  );
}

function questionWords(
  question: ProfileQuestion,
  label: string,
  short: (path: string) => string,
): { title: string; body: string; act: string } {
  const { name } = question;
  if (question.kind === 'isDefault') {
    return {
      title: `${name} is what tools use that are given no profile.`,
      body: `All of them would use ${label} from then on, without being told.`,
      act: `Use ${label} by default`,
    };
  }
  if (question.byPass !== null) {
    return {
      title: `${name} is the profile of your pass ${question.byPass}.`,
      body: `Tools that use ${name} would get ${label} from then on, and ${question.byPass} would have no profile.`,
      act: `Give it to ${label}`,
    };
  }
  return {
    title: `${name} is there already: line ${question.line} of ${short(question.file)}.`,
    body: 'If it is replaced, its lines are kept as comments; they come back when this profile is removed.',
    act: 'Replace it',
  };
}
