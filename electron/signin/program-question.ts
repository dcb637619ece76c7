/**
 * A sign-in page that wants another program on this machine (a company's authenticator): asked at most once a
 * sign-in, only for programs the organisation lists, never opened unasked. Opens nothing itself.
 */
import { programSchemeOf } from './program-scheme.ts';

export interface ProgramQuestion {
  organisation: string;
  /** Name of the scheme, as the organisation lists it. */
  program: string;
  /** Host of the page that asks. */
  host: string;
}

export interface ProgramQuestions {
  /** What a person has to answer now. */
  asked(): ProgramQuestion | null;
  answer(open: boolean): void;
  /** One sign-in's way to ask. */
  forSignin(organisation: { id: string; allowedSchemes?: readonly string[] | undefined }): {
    /** `shown`: called when a person is asked. */
    wants(url: string, host: string, shown: () => void): void;
    /** The sign-in is over: an open question goes. */
    end(): void;
  };
}

/** More than any program's address; a page has no business with longer ones. */
const LONGEST_ADDRESS = 8192;

export function createProgramQuestions(
  openProgram: (url: string) => void,
  changed: () => void,
): ProgramQuestions {
  let open: { question: ProgramQuestion; settle: (yes: boolean) => void } | null = null;
  const close = (yes: boolean) => {
    const settled = open;
    open = null;
    if (!settled) return;
    changed();
    settled.settle(yes);
  };

  return {
    asked: () => open?.question ?? null,
    answer: close,
    forSignin({ id, allowedSchemes = [] }) {
      let first: { program: string; host: string; agreed: boolean } | null = null;
      let mine: ProgramQuestion | null = null;
      return {
        wants(url, host, shown) {
          const program = programSchemeOf(url);
          if (program === null || !allowedSchemes.includes(program) || url.length > LONGEST_ADDRESS) return;
          if (first) {
            if (first.agreed && first.program === program && first.host === host) openProgram(url);
            return;
          }
          if (open) return;
          const asked = { program, host, agreed: false };
          first = asked;
          mine = { organisation: id, program, host };
          open = {
            question: mine,
            settle: (yes) => {
              asked.agreed = yes;
              if (yes) openProgram(url);
            },
          };
          changed();
          shown();
        },
        end: () => {
          if (mine && open?.question === mine) close(false);
        },
      };
    },
  };
}
