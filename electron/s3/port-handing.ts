/**
 * Ports on their way from main to the S3 process and a page. The page has its own once the process took the other end:
 * one that goes to a process that ended a moment before, unheard of, is handed once more, to the next. Pure.
 */
export interface PortHanding<Page> {
  /** Resolves when the page has a port. */
  connect(page: Page): Promise<void>;
  /** The process took one: they are taken in the order in which they were handed. */
  took(): void;
  /** The process ended by itself: another is asked, and a page that loses its second one hears of it. */
  ended(): void;
  /** It was ended by us: pages hear of it. */
  left(): void;
}

interface Parts<Page, Port> {
  /** Makes a pair, hands one end to the process, answers the page's. */
  hand(page: Page): Port;
  /** Also one whose other end is closed: then the page hears that. */
  give(page: Page, port: Port): void;
  isGone(page: Page): boolean;
}

interface OnItsWay<Page, Port> {
  page: Page;
  port: Port;
  isSecond: boolean;
  given: () => void;
}

export function createPortHanding<Page, Port>(parts: Parts<Page, Port>): PortHanding<Page> {
  let onTheirWay: OnItsWay<Page, Port>[] = [];
  const begin = (page: Page, isSecond: boolean, given: () => void) => {
    const port = parts.hand(page);
    onTheirWay.push({ page, port, isSecond, given });
  };
  const give = ({ page, port, given }: OnItsWay<Page, Port>) => {
    if (!parts.isGone(page)) parts.give(page, port);
    given();
  };
  const takeAll = () => {
    const all = onTheirWay;
    onTheirWay = [];
    return all;
  };
  return {
    connect: (page) => new Promise((given) => begin(page, false, given)),
    took() {
      const first = onTheirWay.shift();
      if (first) give(first);
    },
    ended() {
      for (const one of takeAll()) {
        if (one.isSecond || parts.isGone(one.page)) give(one);
        else begin(one.page, true, one.given);
      }
    },
    left() {
      for (const one of takeAll()) give(one);
    },
  };
}
