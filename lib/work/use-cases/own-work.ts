import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { command, query } from "@/lib/kernel/use-case";
import { findOwnWork, listOwnWork } from "../data/own-work";
import { ListWork, WorkById, WorkItem, WorkPage } from "../schemas";
import { cancelOpen } from "./cancel-open";

/** What whoever asks has asked for, in the company where they are. */
export const listWork = query({
  name: "work.list",
  permission: "account",
  input: ListWork,
  output: WorkPage,
  async run(ctx, { limit, cursor }) {
    const found = await listOwnWork(ctx, personOf(ctx), { limit, cursor });
    const items = found.slice(0, limit);
    return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  },
});

export const getWork = query({
  name: "work.get",
  permission: "account",
  input: WorkById,
  output: WorkItem,
  run: async (ctx, { id }) => (await findOwnWork(ctx, personOf(ctx), id)) ?? notFound(),
});

/** Throws `not_found`, also for another's, and `conflict` where it is over. */
export const cancelWork = command({
  name: "work.cancel",
  permission: "account",
  input: WorkById,
  output: WorkItem,
  async run(ctx, { id }) {
    const userId = personOf(ctx);
    const { state } = (await findOwnWork(ctx, userId, id)) ?? notFound();
    await cancelOpen(ctx, { id, userId, state });
    return (await findOwnWork(ctx, userId, id)) ?? notFound();
  },
});

function personOf(ctx: Ctx): string {
  if (ctx.actor.userId === null) throw new AppError("unauthenticated", "Sign in first.");
  return ctx.actor.userId;
}

function notFound(): never {
  throw new AppError("not_found", "There is no such work of yours.");
}
