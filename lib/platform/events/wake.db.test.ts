import { afterEach, expect, it, vi } from "vitest";
import { disconnectDatabase, pool } from "../db";
import { announceEvents } from "./wake";

afterEach(() => vi.useRealTimers());

it("opens no connections for a program that has let go of its own", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  pool();
  announceEvents();
  // This one waits for the end of the pause.
  announceEvents();
  await disconnectDatabase();
  vi.runAllTimers();
  // Another pool would hold the program for as long as a connection may idle.
  expect(globalThis.hashinsightDatabase).toBeUndefined();
});
