/** A transport that tells the server's time by each answer, whoever asked: an SDK client or a request of our own. */
import { machineNow } from '../lib/clock.ts';
import { readServerTime, type TellServerTime } from '../lib/server-time.ts';
import type { HttpTransport } from './transport.ts';

export function timedTransport(transport: HttpTransport, tell: TellServerTime): HttpTransport {
  return {
    async send(request) {
      const sentAt = machineNow();
      const answer = await transport.send(request);
      const time = readServerTime(answer.headers, sentAt, machineNow());
      if (time) tell(time);
      return answer;
    },
    close: () => transport.close(),
  };
}
