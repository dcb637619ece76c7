/** Presses what a person pressed to get to a state: each selector as soon as it is on the page. */
export async function press(selectors: readonly string[]): Promise<void> {
  for (const selector of selectors) (await appears(selector)).click();
}

function appears(selector: string): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const look = () => {
      const found = document.querySelector<HTMLElement>(selector);
      if (!found) return;
      observer.disconnect();
      resolve(found);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
  });
}
