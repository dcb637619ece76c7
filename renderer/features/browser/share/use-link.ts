/** Asks main what a link would be, and has it copied. The link itself never comes here. */
import { useEffect, useState } from 'react';
import type { Failure } from '../../../../electron/contract/failure.ts';
import type { LinkWish } from '../../../../electron/contract/link.ts';
import { useApi } from '../../../bridge/use-api.ts';

interface Link {
  /** What would be copied, with dots for what is secret; null: not told yet. */
  text: string | null;
  failure: Failure | null;
  /** When the clipboard lets go of it; null: nothing was copied. */
  clearsAt: number | null;
  copy: () => Promise<void>;
}

/** `wish` null: there is nothing to ask for. */
export function useLink(wish: LinkWish | null): Link {
  const { look } = useApi();
  const [text, setText] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [clearsAt, setClearsAt] = useState<number | null>(null);
  // One wish is another only when something in it is.
  const asked = wish === null ? null : JSON.stringify(wish);
  useEffect(() => {
    if (asked === null) return setFailure(null);
    let gone = false;
    void look('link.look', JSON.parse(asked)).then((reply) => {
      if (gone) return;
      setFailure(reply.ok ? null : reply.failure);
      if (reply.ok) setText(reply.value.text);
    });
    return () => {
      gone = true;
    };
  }, [asked, look]);
  return {
    text,
    failure,
    clearsAt,
    async copy() {
      if (wish === null) return;
      const reply = await look('link.copy', wish);
      setFailure(reply.ok ? null : reply.failure);
      setClearsAt(reply.ok ? reply.value.clearsAt : null);
    },
  };
}
