/** Which road a sign-in takes: what the organisation says, a window of ours when it says nothing. Pure. */
import type { OpenLogin } from './login.ts';

export function chooseLogin(roads: Readonly<Record<'window' | 'system', OpenLogin>>): OpenLogin {
  return (organisation, onHost) => roads[organisation.browser ?? 'window'](organisation, onHost);
}
