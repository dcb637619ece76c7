/** For the command line's programs: keys that the bench's servers do not check, and nothing of this machine's own set-up. */
export const peerEnv = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  AWS_ACCESS_KEY_ID: 'a',
  AWS_SECRET_ACCESS_KEY: 'b',
  AWS_DEFAULT_REGION: 'eu-west-1',
};
