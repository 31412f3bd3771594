import type { z } from "zod";

/** A kind of long work: what is asked for, and how it is tried. It has the name of the use case that does it. */
export type WorkType<I extends z.ZodType = z.ZodType> = {
  name: string;
  /** Stored as it is: ids and choices, never a secret. */
  input: I;
  /** How often it is tried again after a fault that may pass. */
  retries: number;
  /** Seconds to the first of these; each next one waits about twice as long, up to `longestWait`. */
  wait: number;
  longestWait: number;
  /** Seconds after which a try is ended. */
  lasts: number;
  /** Whether people find it among their work (`GET /api/work`). */
  isShown: boolean;
  /** Whether it may be cancelled: by who asked for it, or by the platform where the machine asked itself. */
  mayCancel: boolean;
};

export const work = <I extends z.ZodType>(type: WorkType<I>): WorkType<I> => type;

export type Asked = {
  /** The same id twice is one work; else a new one. */
  id?: string;
  /** While one with this key waits or goes on, another is not begun. */
  key?: string;
  /** Whose it is; the unit of work's company and person, unless given. */
  tenantId?: string | null;
  userId?: string | null;
};

/** What a use case knows of the work that it does. */
export type WorkInHand = {
  id: string;
  /** 1 for the first try. */
  attempt: number;
  /** Whether a fault now is the end of it. */
  isLastTry: boolean;
  /** Aborted when somebody cancels the work, when its time is over, and when the worker stops or lost it to another. */
  signal: AbortSignal;
  /** Says how far it is; people see it within a second. The message is data (a name, a place), not a sentence. */
  progress(done: number, total: number, message?: string): void;
};

/** No further try would help. The words are shown to whoever asked for the work. */
export class GivenUp extends Error {
  override readonly name = "GivenUp";
}
