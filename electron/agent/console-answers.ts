/** The console as `daypass console` asks for it: a failure becomes the one line that a terminal gets. Pure. */
import type { Console } from '../console/service.ts';
import { AppError } from '../lib/app-error.ts';
import type { Pass } from '../settings/schema.ts';
import { consoleRefusal } from './refusal.ts';

export function consoleAnswers(console: Pick<Console, 'open' | 'link'>) {
  const told = async <T>(pass: Pass, asked: Promise<T>): Promise<T> => {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof AppError) throw consoleRefusal(error, pass.label);
      throw error;
    }
  };
  return {
    openConsole: (pass: Pass) => told(pass, console.open(pass.id)),
    consoleLink: (pass: Pass) => told(pass, console.link(pass.id)),
  };
}
