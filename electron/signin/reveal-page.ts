/**
 * A remembered sign-in answers by itself; the window is shown only when a page stays. One world: the page's own
 * events.
 */
import type { WebContents } from 'electron';

/** How long a page that has loaded may take to answer by itself before a person is shown it. */
const SILENT_PATIENCE_MS = 250;

/** Answers the way to stop looking. */
export function revealWhenHuman(page: WebContents, show: () => void): () => void {
  let patience: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(patience);
    patience = setTimeout(show, SILENT_PATIENCE_MS);
  };
  page.on('did-finish-load', wait);
  page.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) clearTimeout(patience);
  });
  return () => clearTimeout(patience);
}
