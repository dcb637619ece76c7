/**
 * Owns a tinyproxy on a desk that wants a password, and reads in its log what passed it. A relay before it puts one
 * thing right: this version answers a wrong password with 401, which is for origin servers, instead of 407.
 */
import { readFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Desk } from './desk.ts';

export interface DeskProxy {
  address: string;
  /** Switches that send everything of the app's there, loopback too. */
  args: string[];
  /** What was asked of it and let through, such as `GET http://…` or `CONNECT …`. */
  passed(): Promise<string[]>;
}

export const PROXY_USER = 'ada';
export const PROXY_PASSWORD = 'through-the-wall';
/** The proxy calls from here, so that a server can tell who came by it. */
export const PROXY_SOURCE = '127.0.0.2';

export async function startProxy(desk: Desk): Promise<DeskProxy> {
  const port = await freePort();
  const folder = await desk.makeFolder('proxy');
  const [log, config] = [join(folder, 'log'), join(folder, 'config')];
  const lines = [
    `Port ${port}`,
    'Listen 127.0.0.1',
    `Bind ${PROXY_SOURCE}`,
    'Timeout 60',
    'MaxClients 50',
    'LogLevel Info',
    `LogFile "${log}"`,
    `BasicAuth ${PROXY_USER} ${PROXY_PASSWORD}`,
  ];
  await desk.run('tee', [config], { input: `${lines.join('\n')}\n` });
  const tinyproxy = desk.start('tinyproxy', ['-d', '-c', config]);
  await listens(port, () => tinyproxy.exitCode);
  const relay = await startRelay(port);
  desk.before(() => void relay.close());
  const address = `127.0.0.1:${(relay.address() as AddressInfo).port}`;
  return {
    address,
    args: [`--proxy-server=http://${address}`, '--proxy-bypass-list=<-loopback>'],
    passed: async () => passedIn(await readFile(log, 'utf8')),
  };
}

/** What was let through is followed by a connection to its target; what was refused is not. */
function passedIn(log: string): string[] {
  let asked = '';
  return log.split('\n').flatMap((line) => {
    asked = /Request \(file descriptor \d+\): (\S+ \S+)/.exec(line)?.[1] ?? asked;
    return /Established connection to host /.test(line) ? asked : [];
  });
}

function startRelay(port: number): Promise<Server> {
  const relay = createServer((client) => {
    const proxy = connect(port, '127.0.0.1');
    const end = () => {
      client.destroy();
      proxy.destroy();
    };
    for (const socket of [client, proxy]) socket.on('error', end).on('close', end);
    client.pipe(proxy);
    proxy.on('data', (bytes: Buffer) => client.write(corrected(bytes)));
  });
  return new Promise((resolve) => relay.listen(0, '127.0.0.1', () => resolve(relay)));
}

function corrected(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  if (!text.startsWith('HTTP/1.0 401 Unauthorized\r\nServer: tinyproxy')) return bytes;
  const right = text
    .replace('401 Unauthorized', '407 Proxy Authentication Required')
    .replace('WWW-Authenticate', 'Proxy-Authenticate');
  return Buffer.from(right, 'latin1');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Tinyproxy says nothing once it listens, so it is knocked at. */
async function listens(port: number, exitCode: () => number | null): Promise<void> {
  for (;;) {
    if (await knock(connect(port, '127.0.0.1'))) return;
    if (exitCode() !== null) throw new Error(`tinyproxy ended with ${exitCode()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function knock(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
