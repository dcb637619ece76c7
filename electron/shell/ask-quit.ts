/**
 * A person's own wish to quit, asked about while files are on their way. The system's shutdown never comes by here: it
 * asks nobody, and what is under way goes on at the next start all the same.
 */
import { dialog } from 'electron';

export interface QuitQuestion {
  message: string;
  detail: string;
}

interface Parts {
  /** Transfers that quitting would stop. */
  underWay: () => number;
  /** True: quit all the same. */
  ask: (question: QuitQuestion) => Promise<boolean>;
  quit: () => void;
}

export function createAskedQuit({ underWay, ask, quit }: Parts): () => void {
  let asking = false;
  return () => {
    const count = underWay();
    if (count === 0) return quit();
    if (asking) return;
    asking = true;
    void ask(quitQuestion(count))
      .then((wanted) => {
        if (wanted) quit();
      })
      .finally(() => {
        asking = false;
      });
  };
}

export function quitQuestion(count: number): QuitQuestion {
  return {
    message: count === 1 ? 'A transfer is under way' : `${count} transfers are under way`,
    detail: `${count === 1 ? 'It goes' : 'They go'} on at the next start of Daypass. Nothing that was sent is sent again.`,
  };
}

/** The real one. Escape keeps Daypass running. */
export async function askBySystemMessage({ message, detail }: QuitQuestion): Promise<boolean> {
  const buttons = ['Quit', 'Keep running'];
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message,
    detail,
    buttons,
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
