import { expect, it } from "vitest";
import { eventLag } from "./lag";

// The unit tests' database isn't there.
it("says that it doesn't know when the database doesn't answer, and asks once for all who ask at once", async () => {
  const [one, other] = [eventLag(), eventLag()];
  expect(other).toBe(one);
  expect(await one).toEqual({ transport: "postgres", groups: null, outbox: null });
});
