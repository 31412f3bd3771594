import { z } from "zod";
import type { Actor, CommandCtx, Ctx, Permission, QueryCtx, UnitOfWork } from "./context";
import { AppError } from "./errors";
import type { EventType } from "./event";
import { fieldErrors } from "./field-errors";
import { issueWords } from "./issue-words";

type Spec<I extends z.ZodType, O extends z.ZodType, C> = {
  name: string;
  permission: Permission;
  /** Asks for a proof of identity not older than ten minutes: what can't be undone, or gives others access. */
  fresh?: true;
  input: I;
  output: O;
  run(ctx: C, input: z.output<I>): Promise<z.input<O>> | z.input<O>;
};

type CommandSpec<I extends z.ZodType, O extends z.ZodType> = Spec<I, O, CommandCtx> & {
  /** The answer carries a secret that is shown once: it is never stored, so the request can't be repeated by a key. */
  secretAnswer?: true;
  /**
   * Says why no audit entry is due: work of the machine itself, many times a day, whose rows tell their own origin.
   * Only with the permission `system`.
   */
  routine?: string;
  /** What others hear of it. A test asks every command for these, or for the reason why nobody has to hear. */
  emits?: readonly EventType[];
  /** Whether this input only asks what would be done: then nothing is changed, and no audit entry is due. */
  isDryRun?(input: z.output<I>): boolean;
};

/** A capability of the product, defined once; every door (page, action, REST, job) calls `execute`. */
export type UseCase<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: "query" | "command";
  name: string;
  permission: Permission;
  fresh?: true;
  secretAnswer?: true;
  emits?: readonly EventType[];
  input: I;
  output: O;
  /** Throws `AppError`: forbidden, validation, or whatever `run` throws. */
  execute(ctx: Ctx, raw: unknown): Promise<z.output<O>>;
};

/** Reads; may use the database, changes nothing. */
export function query<I extends z.ZodType, O extends z.ZodType>(spec: Spec<I, O, QueryCtx>): UseCase<I, O> {
  return {
    ...spec,
    kind: "query",
    execute: (ctx, raw) => inUnit(ctx, spec, raw, (unit, input) => spec.run({ ...ctx, unit }, input)),
  };
}

/** Changes something, in one transaction, and says what in the audit log: a run without an entry throws. */
export function command<I extends z.ZodType, O extends z.ZodType>(spec: CommandSpec<I, O>): UseCase<I, O> {
  if (spec.routine && spec.permission !== "system") throw new Error(`${spec.name}: only the system works by routine`);
  return {
    ...spec,
    kind: "command",
    execute: (ctx, raw) =>
      inUnit(ctx, spec, raw, async (unit, input) => {
        const repeat = ctx.unit ? undefined : await claimed(ctx, spec, unit);
        if (repeat?.answer) {
          repeat.key.onReplay?.();
          return repeat.answer.response as z.input<O>;
        }
        let entries = 0;
        const audit: CommandCtx["audit"] = (entry) => {
          entries++;
          unit.audit(entry);
        };
        const emit: CommandCtx["emit"] = (type, occurrence) => {
          if (!spec.emits?.some(({ kind }) => kind === type.kind))
            throw new Error(`${spec.name} doesn't say that it emits ${type.kind}`);
          unit.emit(type, occurrence);
        };
        const out = await spec.run({ ...ctx, unit, audit, emit }, input);
        if (entries === 0 && !spec.routine && !spec.isDryRun?.(input))
          throw new Error(`${spec.name} ended without an audit entry`);
        if (repeat) await unit.keep(repeat.key, out);
        return out;
      }),
  };
}

/**
 * Takes the request's idempotency key, if there is one; `answer` is what an earlier request with it got. Of a visitor it
 * means nothing: there is nobody whose answer could be kept, and no public write lists the header.
 */
async function claimed(ctx: Ctx, spec: { secretAnswer?: true }, unit: UnitOfWork) {
  const key = ctx.idempotency;
  if (!key || ctx.actor.kind === "anonymous") return undefined;
  if (spec.secretAnswer)
    throw new AppError("bad_request", "This answer is shown once and can't be repeated: send no Idempotency-Key.");
  return { key, answer: await unit.claim(key) };
}

const FOR_PEOPLE = "An API key can't do this: sign in as a person.";

/** Throws unless whoever asks may, and has proved recently enough who they are. */
export function requirePermission(actor: Actor, spec: { permission: Permission; fresh?: true }, now: Date): void {
  if (!actor.can(spec.permission)) {
    if (actor.kind === "anonymous")
      throw new AppError("unauthenticated", `Sign in first: this needs the permission ${spec.permission}.`);
    if (actor.mustEnrol)
      throw new AppError("mfa_enrolment_required", "Your role needs a second factor: set one up under security first.");
    // No key can be given this one: it is what people do to their own account.
    if (actor.kind === "program" && spec.permission === "account") throw new AppError("forbidden", FOR_PEOPLE);
    throw new AppError("forbidden", `This needs the permission ${spec.permission}.`);
  }
  if (spec.fresh && actor.kind === "person" && !(actor.freshUntil && actor.freshUntil > now))
    throw new AppError("step_up_required", "Confirm that it is you first: with your second factor, or your password.");
  if (spec.fresh && actor.kind === "program") throw new AppError("forbidden", FOR_PEOPLE);
}

async function inUnit<I extends z.ZodType, O extends z.ZodType>(
  ctx: Ctx,
  spec: { name: string; permission: Permission; fresh?: true; input: I; output: O },
  raw: unknown,
  body: (unit: UnitOfWork, input: z.output<I>) => Promise<z.input<O>> | z.input<O>,
): Promise<z.output<O>> {
  requirePermission(ctx.actor, spec, ctx.now());
  const input = parseInput(spec.input, raw);
  if (ctx.unit) return spec.output.parse(await body(ctx.unit, input));
  const unit = ctx.begin(spec.name);
  try {
    const output = spec.output.parse(await body(unit, input));
    await unit.commit();
    return output;
  } catch (error) {
    await unit.rollback(error);
    throw error;
  }
}

/** Parses what came from outside; throws `validation` (422) with one entry a field. */
export function parseInput<I extends z.ZodType>(schema: I, raw: unknown): z.output<I> {
  const parsed = schema.safeParse(raw, { error: issueWords });
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error);
  throw new AppError(
    "validation",
    errors.length === 1 ? "One field is not valid." : `${errors.length} fields are not valid.`,
    { errors },
  );
}

/** For use cases that take no input. */
export const NoInput = z.strictObject({});
