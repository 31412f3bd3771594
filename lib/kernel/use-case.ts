import { z } from "zod";
import type { CommandCtx, Ctx, Permission, QueryCtx, UnitOfWork } from "./context";
import { AppError, type FieldError } from "./errors";

type Spec<I extends z.ZodType, O extends z.ZodType, C> = {
  name: string;
  permission: Permission;
  input: I;
  output: O;
  run(ctx: C, input: z.output<I>): Promise<z.input<O>> | z.input<O>;
};

/** A capability of the product, defined once; every door (page, action, REST, job) calls `execute`. */
export type UseCase<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  kind: "query" | "command";
  name: string;
  permission: Permission;
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
export function command<I extends z.ZodType, O extends z.ZodType>(spec: Spec<I, O, CommandCtx>): UseCase<I, O> {
  return {
    ...spec,
    kind: "command",
    execute: (ctx, raw) =>
      inUnit(ctx, spec, raw, async (unit, input) => {
        let entries = 0;
        const audit: CommandCtx["audit"] = (entry) => {
          entries++;
          unit.audit(entry);
        };
        const out = await spec.run({ ...ctx, unit, audit }, input);
        if (entries === 0) throw new Error(`${spec.name} ended without an audit entry`);
        return out;
      }),
  };
}

async function inUnit<I extends z.ZodType, O extends z.ZodType>(
  ctx: Ctx,
  spec: { name: string; permission: Permission; input: I; output: O },
  raw: unknown,
  body: (unit: UnitOfWork, input: z.output<I>) => Promise<z.input<O>> | z.input<O>,
): Promise<z.output<O>> {
  if (!ctx.actor.can(spec.permission)) {
    throw new AppError(
      ctx.actor.kind === "anonymous" ? "unauthenticated" : "forbidden",
      `This needs the permission ${spec.permission}.`,
    );
  }
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
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error);
  throw new AppError(
    "validation",
    errors.length === 1 ? "One field is not valid." : `${errors.length} fields are not valid.`,
    { errors },
  );
}

function fieldErrors(error: z.ZodError): FieldError[] {
  const byPath = new Map<string, FieldError>();
  const add = (path: PropertyKey[], code: string, message: string) => {
    const key = path.map(String).join(".");
    if (!byPath.has(key)) byPath.set(key, { path: key, code, message });
  };
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys)
        add([...issue.path, key], issue.code, `There is no field "${key}" here: remove it or check its spelling.`);
    } else add(issue.path, issue.code ?? "custom", issue.message);
  }
  return [...byPath.values()];
}

/** For use cases that take no input. */
export const NoInput = z.strictObject({});
