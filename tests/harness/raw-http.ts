/** HTTP as no library would send it: bytes out, bytes back until the other side closes. */
import { connect, type NetConnectOpts, type Socket } from 'node:net';

export interface RawAnswer {
  /** 0: closed without an answer. */
  status: number;
  body: string;
  whole: string;
}

export function open(to: NetConnectOpts): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(to, () => {
      socket.off('error', reject);
      // Being thrown out is an answer.
      socket.on('error', () => undefined);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

/** Everything until the other side closes. */
export function answerOn(socket: Socket): Promise<RawAnswer> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    socket.once('close', () => {
      const whole = Buffer.concat(chunks).toString('utf8');
      const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(whole)?.[1] ?? 0);
      resolve({ status, body: whole.split('\r\n\r\n').slice(1).join('\r\n\r\n'), whole });
    });
  });
}

export async function say(to: NetConnectOpts, text: string): Promise<RawAnswer> {
  const socket = await open(to);
  const answer = answerOn(socket);
  socket.write(text);
  return answer;
}

/** One request; `headers` as lines. The answer's end is the connection's. */
export function request(line: string, headers: readonly string[], body = ''): string {
  return `${[`${line} HTTP/1.1`, ...headers, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`;
}
