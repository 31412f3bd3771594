import { expect, it } from "vitest";
import { systemCtx } from "@/lib/transport/ctx";
import { effectsOf, Noted, newGroup, newKey, note, noteIn, recorder, versionsOf } from "../ground";
import { has, type Players, upTo } from "./players";

/** That an aggregate keeps its order, and waits for nobody. */
export function orderCases({ start }: Players): void {
  it("isn't held up by a transaction that stays open, and brings its events when it ends", async () => {
    const [group, slow, fast] = [newGroup(), newKey(), newKey()];
    await start(recorder(group));
    const unit = systemCtx("test").begin("test.note");
    await noteIn(unit, slow);
    for (let n = 0; n < 5; n++) await note(fast);
    await has(group, [fast], 5);
    expect(await effectsOf(group, [slow])).toEqual([]);
    await unit.commit();
    await has(group, [slow], 1);
    expect(await versionsOf(group, [slow, fast])).toEqual({ [slow]: [1], [fast]: upTo(5) });
  });

  it("loses nothing where ids and commits come in opposite orders", async () => {
    const [group, keys] = [newGroup(), upTo(6).map(newKey)];
    await start(recorder(group));
    const units = keys.map(() => systemCtx("test").begin("test.note"));
    for (const [index, unit] of units.entries()) await noteIn(unit, keys[index] ?? "");
    for (const unit of units.toReversed()) {
      await unit.commit();
      await note(newKey());
    }
    await has(group, keys, 6);
    expect((await effectsOf(group, keys)).length).toBe(6);
  });

  it("brings a backlog of many pages in order", async () => {
    const [group, keys] = [newGroup(), upTo(5).map(newKey)];
    const unit = systemCtx("test").begin("test.note");
    for (let n = 0; n < 60; n++) for (const key of keys) await noteIn(unit, key);
    await unit.commit();
    await start(recorder(group));
    await has(group, keys, 300);
    expect(await versionsOf(group, keys)).toEqual(Object.fromEntries(keys.map((key) => [key, upTo(60)])));
  });

  it("has the effects in order when events come out of it, repeated, and with a gap that is filled late", async () => {
    const [group, key] = [newGroup(), newKey()];
    const tell = async (...versions: number[]) => {
      const unit = systemCtx("test").begin("test.note");
      for (const version of versions) unit.emit(Noted, { entityId: key, key, version, payload: { note: "n" } });
      await unit.commit();
    };
    await start(recorder(group));
    await tell(1);
    await has(group, [key], 1);
    await tell(4, 2);
    await tell(5, 2, 5);
    await has(group, [key], 2);
    await tell(3);
    await has(group, [key], 5);
    expect(await versionsOf(group, [key])).toEqual({ [key]: upTo(5) });
  });
}
