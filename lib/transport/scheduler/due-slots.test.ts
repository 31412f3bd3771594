import { describe, expect, it } from "vitest";
import type { Missed } from "../schedule";
import { dueSlots } from "./due-slots";

const at = (time: string) => new Date(`2026-11-25T${time}Z`);
const HOURLY = "12 * * * *";
const due = (missed: Missed, last: string | null, now: string, cron = HOURLY) =>
  dueSlots({ cron, missed }, last === null ? undefined : at(last), at(now)).map((slot) =>
    slot.toISOString().slice(11, 19),
  );

describe("on time", () => {
  it.each<Missed>(["skip", "once", { catchUp: 3 }])("%j: the slot, from its very moment", (missed) => {
    expect(due(missed, "08:12:00", "09:11:59.999")).toEqual([]);
    expect(due(missed, "08:12:00", "09:12:00")).toEqual(["09:12:00"]);
    expect(due(missed, "09:12:00", "09:12:00.400")).toEqual([]);
  });

  it("never a slot before the last one, also when the clock was set back", () => {
    expect(due({ catchUp: 3 }, "12:12:00", "09:30:00")).toEqual([]);
  });
});

describe("after a gap", () => {
  it.each<[string, Missed, string[]]>([
    ["skips all", "skip", []],
    ["runs the last once", "once", ["14:12:00"]],
    ["catches each up in its order", { catchUp: 9 }, ["12:12:00", "13:12:00", "14:12:00"]],
    ["catches no more up than its bound", { catchUp: 2 }, ["13:12:00", "14:12:00"]],
  ])("%s", (_, missed, slots) => expect(due(missed, "11:12:00", "14:40:00")).toEqual(slots));

  it("does not call missed what a change of leaders delays", () => {
    expect(due("skip", "08:12:00", "09:12:59.999")).toEqual(["09:12:00"]);
    expect(due("skip", "08:12:00", "09:13:00")).toEqual([]);
    expect(due("skip", "09:11:00", "09:12:20", "*/30 * * * * *")).toEqual(["09:12:00"]);
  });
});

it("lets a job that never ran begin with its last slot, unless it skips", () => {
  expect(due("once", null, "14:40:00")).toEqual(["14:12:00"]);
  expect(due({ catchUp: 9 }, null, "14:40:00")).toEqual(["14:12:00"]);
  expect(due("skip", null, "14:40:00")).toEqual([]);
});

it("looks back over years without a pause", () => {
  const began = performance.now();
  expect(dueSlots({ cron: "* * * * * *", missed: "once" }, new Date(0), at("14:40:00"))).toEqual([at("14:40:00")]);
  expect(performance.now() - began).toBeLessThan(200);
});
