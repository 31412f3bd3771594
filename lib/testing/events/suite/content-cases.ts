import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Consumer } from "@/lib/transport/consume";
import { systemCtx } from "@/lib/transport/ctx";
import { query } from "../../sql";
import { effectsOf, NotedElsewhere, newGroup, newKey, note, noteIn, recorder, until, versionsOf } from "../ground";
import { deadOf, has, type Players } from "./players";

/** What arrives, and in whose company. */
export function contentCases({ start, stop }: Players): void {
  it("brings a value of a megabyte, and every byte as it was told", async () => {
    const [group, key] = [newGroup(), newKey()];
    const notes = ["字".repeat(350_000), '1.10 \u2028 字 \\ " \u0001 é'];
    const came: unknown[] = [];
    await start(
      recorder(group, (events) => {
        if (events[0]?.aggregate_key === key) came.push(...events.map(({ payload }) => payload));
      }),
    );
    for (const text of notes) await note(key, { note: text });
    await has(group, [key], 2);
    expect(came).toEqual(notes.map((text) => ({ note: text, poison: false, amount: 0 })));
  });

  it("passes over kinds that a consumer doesn't know", async () => {
    const [group, key] = [newGroup(), newKey()];
    const deaf: Consumer = { ...recorder(group), take: async () => undefined };
    await start(deaf);
    await note(key);
    const at = () =>
      query<{ version: string }>("select version from event_keys where consumer_group = $1 and aggregate_key = $2", [
        group,
        key,
      ]);
    await until(at, ([row]) => row?.version === "1");
    expect(await deadOf(group)).toEqual([]);
  });

  it("works in the company of the event, and in none for an event of none", async () => {
    const [group, mine, yours, nobodys] = [newGroup(), newKey(), newKey(), newKey()];
    const [a, b] = [randomUUID(), randomUUID()];
    await start(recorder(group));
    await note(mine, {}, a);
    await note(yours, {}, b);
    await note(nobodys);
    await has(group, [mine, yours, nobodys], 3);
    const seen = Object.fromEntries((await effectsOf(group)).map(({ key, seen_tenant }) => [key, seen_tenant]));
    expect(seen).toMatchObject({ [mine]: a, [yours]: b, [nobodys]: null });
  });

  it("works in the company of each event of an aggregate that goes over to another and back", async () => {
    const [group, key] = [newGroup(), newKey()];
    const companies = [randomUUID(), null, randomUUID()];
    for (const company of [...companies, ...companies]) await note(key, {}, company);
    await start(recorder(group));
    const effects = await has(group, [key], 6);
    expect(effects.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(effects.map(({ seen_tenant }) => seen_tenant)).toEqual([...companies, ...companies]);
  });

  it("tells what a handler tells, with the handler's effect", async () => {
    const [group, key, told] = [newGroup(), newKey(), newKey()];
    const chain: Consumer = {
      ...recorder(group),
      async take(unit, events) {
        if (events[0]?.aggregate_key === key) await noteIn(unit, told);
      },
    };
    await start(chain, recorder(`${group}-b`));
    await note(key);
    await has(`${group}-b`, [told], 1);
  });

  it("brings a group several topics", async () => {
    const [group, here, there] = [newGroup(), newKey(), newKey()];
    await start({ ...recorder(group), topics: ["events.ops", "events.crm"] });
    await note(here);
    const unit = systemCtx("test").begin("test.note");
    for (const version of [1, 2])
      unit.emit(NotedElsewhere, { entityId: there, key: there, version, payload: { note: "n" } });
    await unit.commit();
    await has(group, [here, there], 3);
    expect(await versionsOf(group, [here, there])).toEqual({ [here]: [1], [there]: [1, 2] });
  });

  it("waits at its stop for what is being handled", async () => {
    const [group, key] = [newGroup(), newKey()];
    const [inside, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const bus = await start(
      recorder(group, async ([first]) => {
        if (first?.aggregate_key !== key) return;
        inside.resolve();
        await held.promise;
      }),
    );
    await note(key);
    await inside.promise;
    const stopped = stop(bus);
    held.resolve();
    await stopped;
    expect(await versionsOf(group, [key])).toEqual({ [key]: [1] });
  });
}
