import { fillOutbox } from "./backlog";
import { committedAt, type Drained, drained } from "./drain";
import { checkEffects } from "./effects";
import { clearEvents, type Ground, withWorker } from "./ground";

type How = {
  /** To whom the events belong, in turn: each is a call of the handler of its own. */
  companies: number;
  runs: number;
};

/** A backlog of the outbox through a consumer that reads it itself, inbox and all. */
export async function drainOutbox(ground: Ground, { companies, runs }: How): Promise<Drained[]> {
  const { admin, backlog, say } = ground;
  const found: Drained[] = [];
  await clearEvents(ground);
  for (let run = 0; run < runs; run++) {
    say(`postgres: a backlog of ${backlog}, companies: ${companies}, run ${run + 1} of ${runs}`);
    const group = `bench-${companies}-${run}`;
    const one = await withWorker(ground, "postgres", { consumers: { group } }, (worker) =>
      drained(worker, backlog, committedAt(fillOutbox(admin, backlog, { companies }))),
    );
    await checkEffects(admin, group, backlog);
    await clearEvents(ground);
    found.push(one);
  }
  return found;
}
