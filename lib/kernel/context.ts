/** `public` needs nobody signed in; `system` is for jobs and commands of the operator's own machine. */
export type Permission = "public" | "system" | `${string}:${"read" | "write"}`;

export type Actor = {
  kind: "anonymous" | "system" | "user" | "api-key";
  id: string;
  can(permission: Permission): boolean;
};

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
 * One database transaction for one use case, opened by the first `db()` and never if none is asked for.
 * The client is `unknown` here because the kernel knows no database; `platform/db.ts` gives it its type.
 */
export interface UnitOfWork {
  db(): Promise<unknown>;
  audit(entry: AuditEntry): void;
  commit(): Promise<void>;
  rollback(cause: unknown): Promise<void>;
}

/** Everything ambient that a use case may know: who, when, in which language, and its unit of work. */
export type Ctx = {
  tenantId: string | null;
  actor: Actor;
  locale: Locale;
  requestId: string;
  now(): Date;
  log: Log;
  /** Opens the unit of work; a use case that is called by another one joins the other's. */
  begin(useCase: string): UnitOfWork;
  unit?: UnitOfWork;
};

/** What `run` of a query sees. */
export type QueryCtx = Ctx & { unit: UnitOfWork };

/** What `run` of a command sees: a query's context, and the duty to say what it changed. */
export type CommandCtx = QueryCtx & { audit(entry: AuditEntry): void };
