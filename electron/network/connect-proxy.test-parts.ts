/** A loopback proxy for tests: speaks CONNECT, answers what the test wants, notes what it was asked. */
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** `tunnel`: lets it through. `silence`: never answers. Else the answer's head, line by line. */
export type ConnectAnswer = 'tunnel' | 'silence' | string[];

export interface ConnectProxy {
  port: number;
  asked: { target: string; authorization: string | undefined }[];
  answer: (request: IncomingMessage) => ConnectAnswer;
  close(): Promise<void>;
}

export async function startConnectProxy(): Promise<ConnectProxy> {
  const server = createServer();
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  server.on('connect', (request, client: Socket) => {
    const target = request.url ?? '';
    proxy.asked.push({ target, authorization: request.headers['proxy-authorization'] });
    const answer = proxy.answer(request);
    // Read on, so that its end is seen.
    if (answer === 'silence') return void client.resume();
    if (answer !== 'tunnel') return void client.end(`${answer.join('\r\n')}\r\n\r\n`);
    const upstream = connect(Number(target.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    sockets.add(upstream);
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const proxy: ConnectProxy = {
    port: (server.address() as AddressInfo).port,
    asked: [],
    answer: () => 'tunnel',
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
  return proxy;
}
