/**
 * From the start of the page's post to AWS until the session is active, both read in the app's main process, less
 * what the STS server took. The page stays long enough for the helpers to be warm, as a typing person would.
 */
import { type Company, openCompany } from '../company.ts';
import { alone, type Figure, median, spread } from '../figure.ts';

const SIGN_INS = 15;
const PAGE_STAYS_MS = 1500;
const AIM_MS = 60;

export const signin: Figure = {
  name: 'signin',
  says: `${SIGN_INS} sign-ins, from the post to active`,
  async measure() {
    const company = await openCompany({}, PAGE_STAYS_MS);
    try {
      const serverMs = watchSts(company);
      await watchMain(company);
      const times: number[] = [];
      // The first one compiles; a person meets it too, so it is told beside the median.
      for (let i = 0; i <= SIGN_INS; i++) times.push((await signInOnce(company)) - serverMs());
      const [first = 0, ...rest] = times;
      const note = `median of ${SIGN_INS}, ${spread(rest, 'ms')}; the first after a start ${Math.round(first)} ms`;
      return alone(median(rest), { unit: 'ms', aim: AIM_MS, note });
    } finally {
      await company.dispose();
    }
  },
};

/** What the server took for the last request, ms. */
function watchSts({ corp }: Company): () => number {
  const { sts } = corp;
  let tookMs = 0;
  corp.sts = (request) => {
    const startedAt = performance.now();
    const answer = sts(request);
    tookMs = performance.now() - startedAt;
    return answer;
  };
  return () => tookMs;
}

interface Marks {
  postedAt: number;
  sessionOf: number | null;
  active: (tookMs: number) => void;
}
interface Inside {
  daypassMarks: Marks;
  daypassTest: {
    onChange(told: () => void): void;
    snapshot(): { passes: { session: { kind: string; startedAt?: number } }[] };
  };
}

function watchMain({ app }: Company): Promise<void> {
  return app.electron.evaluate(({ app: main }) => {
    const inside = globalThis as unknown as Inside;
    const marks: Marks = { postedAt: 0, sessionOf: null, active: () => {} };
    inside.daypassMarks = marks;
    main.on('web-contents-created', (_event, contents) => {
      contents.on('did-start-navigation', ({ url }) => {
        if (url.startsWith('https://signin.aws.amazon.com/')) marks.postedAt = performance.now();
      });
    });
    inside.daypassTest.onChange(() => {
      const session = inside.daypassTest.snapshot().passes[0]?.session;
      if (session?.kind !== 'active' || session.startedAt === marks.sessionOf) return;
      marks.sessionOf = session.startedAt ?? null;
      marks.active(performance.now() - marks.postedAt);
    });
  });
}

function signInOnce({ app }: Company): Promise<number> {
  return app.electron.evaluate(({ app: main }) => {
    const { daypassMarks } = globalThis as unknown as Inside;
    return new Promise<number>((resolve) => {
      daypassMarks.active = resolve;
      main.emit('second-instance', {}, ['--sign-in=corp']);
    });
  });
}
