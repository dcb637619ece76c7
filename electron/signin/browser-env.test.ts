import { expect, it } from 'vitest';
import { browserEnv } from './browser-env.ts';

it('leaves the person’s surroundings to the browser and keeps what is ours', () => {
  const kept = {
    PATH: '/usr/bin',
    HOME: '/home/ada',
    DISPLAY: ':0',
    LD_LIBRARY_PATH: '/opt/own',
    http_proxy: 'http://p',
  };
  const ours = {
    AWS_CONFIG_FILE: '/dev/null',
    DAYPASS_HOME: '/h',
    ELECTRON_RUN_AS_NODE: '',
    NODE_OPTIONS: '--inspect',
    npm_config_registry: 'x',
    CHROME_DESKTOP: 'daypass.desktop',
    SSLKEYLOGFILE: '/tmp/keys',
    EMPTY: undefined,
  };
  expect(browserEnv({ ...kept, ...ours })).toEqual(kept);
});

it('takes the libraries of an AppImage away from it', () => {
  const env = {
    APPIMAGE: '/d/Daypass.AppImage',
    APPDIR: '/tmp/.mount',
    LD_LIBRARY_PATH: '/tmp/.mount/usr/lib',
    LANG: 'C',
  };
  expect(browserEnv(env)).toEqual({ LANG: 'C' });
});
