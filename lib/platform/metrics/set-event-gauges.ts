import type { EventFigures } from "../events/event-figures";
import { metrics } from "./metrics";

/** Sets what the database said of the events; undefined: it didn't answer, and what it said before counts no more. */
export function setEventGauges(figures: EventFigures | undefined, now: Date): void {
  const { databaseUp, brokersUp, backlog, oldest, lag, lagAge, dead, parkedKeys, early } = metrics();
  for (const gauge of [brokersUp, backlog, oldest]) gauge.remove();
  for (const gauge of [lag, lagAge, dead, parkedKeys, early]) gauge.reset();
  databaseUp.set(figures ? 1 : 0);
  if (!figures) return;
  const age = (since: Date | null) => (since ? Math.max(0, now.getTime() - since.getTime()) / 1000 : 0);
  if (figures.transport !== "postgres") brokersUp.set(figures.lag ? 1 : 0);
  if (figures.outbox) {
    backlog.set(figures.outbox.backlog);
    oldest.set(age(figures.outbox.oldest));
  }
  for (const { group, topic, events, oldest: since } of figures.lag ?? []) {
    lag.set({ group, topic }, events);
    lagAge.set({ group, topic }, age(since));
  }
  for (const { group, topic, failed, blocked, keys } of figures.dead) {
    dead.set({ group, topic, reason: "failed" }, failed);
    dead.set({ group, topic, reason: "blocked" }, blocked);
    parkedKeys.set({ group, topic }, keys);
  }
  for (const { group, topic, events } of figures.early) early.set({ group, topic }, events);
}
