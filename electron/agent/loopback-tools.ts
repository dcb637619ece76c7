/** Answers the `daypass` command of Windows over loopback, to whoever knows the token in the person's profile. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AnswerTool } from './answers.ts';
import { refusedAtTheDoor, sameText } from './loopback-guard.ts';
import { ASKING_LIMITS, closed, listening, reply } from './tool-server.ts';
import { TOOL_HOST } from './windows-command.ts';

export interface LoopbackTools {
  port: number;
  token: string;
  close(): Promise<void>;
}

export async function listenOnLoopback(answer: AnswerTool): Promise<LoopbackTools> {
  const token = randomBytes(32).toString('hex');
  const server = createServer(ASKING_LIMITS, (request, response) => {
    const refused = refusedAtTheDoor(request, [TOOL_HOST]);
    if (refused) response.writeHead(refused.status, { connection: 'close' }).end(refused.why);
    else if (!sameText(request.headers.authorization ?? '', token))
      response.writeHead(401, { connection: 'close' }).end('Not authorised.');
    else void reply(request, response, answer);
  });
  await listening(server, () => server.listen(0, '127.0.0.1'));
  return { port: (server.address() as AddressInfo).port, token, close: () => closed(server) };
}
