import { afterAll, expect } from "vitest";

/** Files that share a process leave its environment as it was: the next would read what was meant for one. */
const before = { ...process.env };

afterAll(() => {
  const after = { ...process.env };
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  );
  expect(changed, "what this file sets is for it alone: call it *.alone.db.test.ts").toEqual([]);
});
