import { expect, it } from "vitest";
import { type FleetDraft, isOwn, newRow, readFleet, SAMPLE_FLEET, writeFleet } from "./fleet-draft";

const written = (fleet: FleetDraft) => {
  const query = new URLSearchParams();
  writeFleet(fleet, query);
  return query;
};

it("goes into an address and comes out of it as it was", () => {
  const rows = [
    { ...newRow("Antminer S21 200T"), quantity: "25", price: "3,000", since: "2024-01-31" },
    { ...newRow("custom"), hashrate: "95", power: "3250" },
  ];
  const query = written({ own: false, rows });
  expect(query.getAll("m")).toEqual(["25~Antminer S21 200T~3,000~2024-01-31", "1~custom~~~95~3250"]);
  expect(readFleet(query)).toEqual({ own: false, rows });
});

it("says nothing of the sample that everybody begins with", () => {
  expect(written({ own: null, rows: SAMPLE_FLEET }).toString()).toBe("");
  expect(readFleet(new URLSearchParams())).toEqual({ own: null, rows: SAMPLE_FLEET });
});

it("takes a mangled address as far as it goes", () => {
  const long = "x".repeat(1_000);
  const { own, rows } = readFleet(
    new URLSearchParams([["fleet", "all"], ...Array(50).fill(["m", `5~${long}~~~~~~9`])]),
  );
  expect(own).toBeNull();
  expect(rows).toHaveLength(20);
  expect(rows[0]).toMatchObject({ quantity: "5", model: "x".repeat(100), power: "" });
});

it("is one's own where one has machines, unless others were chosen", () => {
  const fleet = (own: boolean | null) => ({ own, rows: SAMPLE_FLEET });
  expect([null, true, false].map((own) => isOwn(fleet(own), 3))).toEqual([true, true, false]);
  expect([null, true, false].map((own) => isOwn(fleet(own), 0))).toEqual([false, false, false]);
});
