import type { z } from "zod";
import type { EventType, Occurrence } from "./event";
import type { Permission } from "./permission";
import type { Asked, WorkInHand, WorkType } from "./work";

export type { Permission } from "./permission";

/** Who asks. A `person` is signed in; a `program` comes with an API key. */
export type Actor = {
  kind: "anonymous" | "system" | "person" | "program";
  /** The person's or the key's id. */
  id: string;
  /** The person behind it: the actor, or who made the key. */
  userId: string | null;
  /** As `lib/identity/policy.ts` names them; none without a company. */
  role: string | null;
  /** Sees in its company only what is its own. */
  ownOnly: boolean;
  can(permission: Permission): boolean;
  /** Until when a recent proof of identity counts, for what asks for one; none for programs. */
  freshUntil: Date | null;
  /** Why `can` says no to everything but the account: a second factor is still to be set up. */
  mustEnrol: boolean;
};

/** The session that a person acts in. */
export type SessionInfo = { id: string; userId: string; email: string; name: string; supportAccessId: string | null };

export type Locale = "en" | "zh";

export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** One row of the audit log: what was changed, and how it looked before and after. */
export type AuditEntry = { entity: string; id: string; before?: unknown; after?: unknown };

/**
 * What the database lets the unit of work see (the policies of row-level security read it): the company, the person, the
 * exact key of a row that is asked for before anybody is known, and work that belongs to no company.
 */
export type Scope = {
  tenantId: string | null;
  userId: string | null;
  ownOnly: boolean;
  lookup: string | null;
  work: "" | "system" | "platform" | "sealer" | "mailer" | "purge" | "events" | "worker";
};

/**
 * A repeated write is recognised by its key; `hash` tells whether it asks for the same. `onReplay` is told when it gets an
 * earlier answer.
 */
export type IdempotencyKey = { key: string; route: string; hash: string; onReplay?: () => void };

/**
 * One database transaction for one use case, opened by the first `db()` and never if none is asked for.
 * The client is `unknown` here because the kernel knows no database; `platform/db.ts` gives it its type.
 */
export interface UnitOfWork {
  db(): Promise<unknown>;
  /** Changes what the rest of the transaction sees; what is left out stays. */
  rescope(scope: Partial<Scope>): Promise<void>;
  audit(entry: AuditEntry): void;
  /** Stands in the outbox when the transaction is committed, and never if it isn't. */
  emit<P extends z.ZodType>(type: EventType<P>, occurrence: Occurrence<z.input<P>>): void;
  /** Asks for long work, which a worker begins once the transaction is committed, and never if it isn't. Gives its id. */
  enqueue<I extends z.ZodType>(type: WorkType<I>, input: z.input<I>, asked?: Asked): string;
  /** Writes what was noted so far (entries, events, work) as the present company's: the rest is another's. */
  flush(): Promise<void>;
  /** From now on the audit entries are this person's: a visitor has just proved who they are. */
  actAs(userId: string): void;
  /** The stored answer of an earlier request with this key; else the key is taken until the end of the transaction. */
  claim(key: IdempotencyKey): Promise<{ response: unknown } | undefined>;
  /** Keeps the answer for who repeats the request. */
  keep(key: IdempotencyKey, response: unknown): Promise<void>;
  /** Runs once the transaction is committed, and not at all if it isn't: forgetting a cached value, for example. */
  afterCommit(effect: () => void): void;
  /**
   * Runs once the transaction is undone, before the refusal is told: what must be known of it all the same, such as a
   * failed try. Not within the transaction: a connection that waits for another one is how a pool runs dry.
   */
  afterRollback(effect: () => Promise<void>): void;
  commit(): Promise<void>;
  rollback(cause: unknown): Promise<void>;
}

/** Where a request came from. */
export type ClientInfo = {
  ip: string;
  userAgent: string;
  origin: string;
  /** What a device that has signed in before keeps to be known by; unread until an account is named. */
  deviceCookie: string | null;
};

/** Everything ambient that a use case may know: who, when, in which language, and its unit of work. */
export type Ctx = {
  tenantId: string | null;
  actor: Actor;
  session: SessionInfo | null;
  client: ClientInfo;
  locale: Locale;
  requestId: string;
  now(): Date;
  log: Log;
  idempotency?: IdempotencyKey;
  /** Opens the unit of work; a use case that is called by another one joins the other's. */
  begin(useCase: string): UnitOfWork;
  unit?: UnitOfWork;
  /** The long work that this is part of. */
  work?: WorkInHand;
};

/** What `run` of a query sees. */
export type QueryCtx = Ctx & { unit: UnitOfWork };

/** For data that tells of what it writes. */
export type TellingCtx = Pick<CommandCtx, "unit" | "emit">;

/** What `run` of a command sees: a query's context, the duty to say what it changed, and the way to tell others. */
export type CommandCtx = QueryCtx & Pick<UnitOfWork, "audit" | "emit">;
