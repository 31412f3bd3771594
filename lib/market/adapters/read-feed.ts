import { HttpFault } from "@/lib/platform/http-fault";
import type { FeedOutcome } from "../core/feed-state";
import type { FeedAnswer } from "./feed";

export type FeedResult<F> = { feed: F; answer: FeedAnswer | null; fault: FeedOutcome["fault"] };

/** Makes one call. A source that fails is an answer too, and even a mistake of ours in reading it blocks no other. */
export async function readFeed<F extends { id: string; read(): Promise<FeedAnswer> }>(feed: F): Promise<FeedResult<F>> {
  try {
    return { feed, answer: await feed.read(), fault: null };
  } catch (error) {
    if (!(error instanceof HttpFault))
      return { feed, answer: null, fault: { kind: "adapter", message: String(error) } };
    const { kind, message, details } = error;
    const wait = details.retryAfterMs === undefined ? {} : { retryAfterMs: details.retryAfterMs };
    return { feed, answer: null, fault: { kind, message, ...wait } };
  }
}
