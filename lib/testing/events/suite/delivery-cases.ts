import { expect, it } from "vitest";
import { systemCtx } from "@/lib/transport/ctx";
import { newGroup, newKey, note, noteIn, recorder, versionsOf } from "../ground";
import { has, type Players, upTo } from "./players";

/** That everything arrives, once in its effect. */
export function deliveryCases({ start, stop, transport }: Players): void {
  it("brings what was committed once, each aggregate's in its order, with many writers", async () => {
    const [group, keys] = [newGroup(), upTo(8).map(newKey)];
    await start(recorder(group));
    // Each writer begins at another key, so that they meet at all of them.
    await Promise.all(
      upTo(8).map(async (writer) => {
        for (let n = 0; n < 3; n++) for (const at of keys.keys()) await note(keys[(writer + at) % keys.length] ?? "");
      }),
    );
    await has(group, keys, 192);
    expect(await versionsOf(group, keys)).toEqual(Object.fromEntries(keys.map((key) => [key, upTo(24)])));
  });

  it("brings nothing of what was undone", async () => {
    const [group, key] = [newGroup(), newKey()];
    await start(recorder(group));
    const unit = systemCtx("test").begin("test.note");
    await noteIn(unit, key);
    await unit.rollback(new Error("no"));
    await note(key);
    await has(group, [key], 1);
    expect(await versionsOf(group, [key])).toEqual({ [key]: [1] });
  });

  it("begins a new group with the oldest that is kept", async () => {
    const [group, key] = [newGroup(), newKey()];
    for (let n = 0; n < 5; n++) await note(key);
    await start(recorder(group));
    await has(group, [key], 5);
    expect(await versionsOf(group, [key])).toEqual({ [key]: upTo(5) });
  });

  it("goes on where a group stopped", async () => {
    const [group, key] = [newGroup(), newKey()];
    const first = await start(recorder(group));
    await note(key);
    await has(group, [key], 1);
    await stop(first);
    await note(key);
    await start(recorder(group));
    await has(group, [key], 2);
    expect(await versionsOf(group, [key])).toEqual({ [key]: [1, 2] });
  });

  it("brings each group all of it", async () => {
    const [one, other, key] = [newGroup(), newGroup(), newKey()];
    await start(recorder(one), recorder(other));
    await note(key);
    await note(key);
    await has(one, [key], 2);
    await has(other, [key], 2);
    expect(await versionsOf(one, [key])).toEqual(await versionsOf(other, [key]));
  });

  it("brings a group of two processes everything once", async () => {
    const [group, keys] = [newGroup(), upTo(6).map(newKey)];
    await Promise.all([start(recorder(group)), start(recorder(group))]);
    await Promise.all(
      keys.map(async (key) => {
        for (let n = 0; n < 10; n++) await note(key);
      }),
    );
    await has(group, keys, 60);
    expect(await versionsOf(group, keys)).toEqual(Object.fromEntries(keys.map((key) => [key, upTo(10)])));
  });

  it("has each effect once when everything comes again", async () => {
    const [group, key, later] = [newGroup(), newKey(), newKey()];
    const first = await start(recorder(group));
    for (let n = 0; n < 10; n++) await note(key);
    await has(group, [key], 10);
    await stop(first);
    await transport.bringAgain(group);
    await start(recorder(group));
    await note(later);
    await has(group, [later], 1);
    expect(await versionsOf(group, [key])).toEqual({ [key]: upTo(10) });
  });

  it("has each effect once while processes come and go in the middle of batches", async () => {
    const [group, keys] = [newGroup(), upTo(6).map(newKey)];
    const slow = () => recorder(group, () => new Promise((resolve) => setTimeout(resolve, 5)));
    const first = await start(slow());
    const writing = Promise.all(
      keys.map(async (key) => {
        for (let n = 0; n < 15; n++) await note(key);
      }),
    );
    const second = await start(slow());
    await has(group, keys, 10);
    await stop(first);
    await start(slow());
    await has(group, keys, 30);
    await stop(second);
    await writing;
    await has(group, keys, 90);
    expect(await versionsOf(group, keys)).toEqual(Object.fromEntries(keys.map((key) => [key, upTo(15)])));
  });
}
