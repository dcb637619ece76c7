/** Which road a sign-in takes: what the organisation says, a window of ours when it says nothing. Pure. */
import { AppError } from '../lib/app-error.ts';
import type { Login, OpenLogin } from './login.ts';

export function chooseLogin(roads: Readonly<Record<'window' | 'system', OpenLogin>>): OpenLogin {
  return (organisation, onHost, silently) => {
    const road = organisation.browser ?? 'window';
    // A person's own browser can't be opened without them seeing it.
    if (road === 'system' && silently) return needsPerson();
    return roads[road](organisation, onHost, silently);
  };
}

function needsPerson(): Login {
  return {
    where: 'window',
    answer: Promise.reject(new AppError('signin-needs-person')),
    postedFrom: () => null,
    show: () => {},
    cancel: () => {},
    end: () => {},
  };
}
