import { afterAll, describe, expect, it } from "vitest";
import { ON_PURPOSE } from "./exceptions";
import { FIXTURE_VALUES } from "./fixture-values";
import { openWorld } from "./world";

// The tables are read from the database before the tests are named: a new one is in the matrix by being there.
const world = await openWorld();
afterAll(() => world.close());

describe.each(world.tables.map(({ name }) => name))("S3 row-level security › %s", (table) => {
  const cells = world.cells(world.tables.filter(({ name }) => name === table));
  it.each(cells)("$act by $attacker", async ({ name, leaks }) => {
    // An entry of ON_PURPOSE that isn't open any more fails as well: it is to be taken off the list.
    if (name in ON_PURPOSE) expect(await leaks()).not.toEqual([]);
    else expect(await leaks()).toEqual([]);
  });
});

describe("S3 row-level security › the matrix", () => {
  it("writes into every guarded table, and knows no others", () => {
    expect(Object.keys(FIXTURE_VALUES).sort()).toEqual(world.tables.map(({ name }) => name));
  });

  it("opens on purpose only what there is", () => {
    const names = world.cells().map(({ name }) => name);
    expect(Object.keys(ON_PURPOSE).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("has the rows that it tries to get at", async () => {
    for (const { name } of world.tables) {
      const { rows } = await world.admin.query(`select count(*)::int as n from "${name}"`);
      expect(rows[0].n, name).toBeGreaterThanOrEqual(2);
    }
  });
});
