import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DRAFT_FIELDS, type Draft, FIRST_DRAFT } from "./draft";
import { type PinnedMarket, readLink, writeLink } from "./link";

const PINNED: PinnedMarket = {
  btc_price: 95_000.5,
  difficulty: 1.25e14,
  network_hashrate_ehs: 900,
  block_height: 930_000,
  block_subsidy_sats: 312_500_000,
  fees_sats_per_block: 5_000_000,
  block_interval_s: null,
  at: "2026-11-23T01:02:03.000Z",
};

describe("the calculator's address", () => {
  it("is empty for the page as it opens", () => {
    expect(writeLink({ scenarios: [{ ...FIRST_DRAFT }], pinned: null }).toString()).toBe("");
  });

  it("keeps inputs, the other scenarios and the pinned market", () => {
    const link = {
      scenarios: [{ quantity: "5" }, { miner_model: "Whatsminer M60 & co", electricity_cost: "4,5" }],
      pinned: PINNED,
    };
    expect(readLink(new URLSearchParams(writeLink(link).toString()))).toEqual(link);
  });

  it("comes back the same for any draft", () => {
    const draft = fc.record(Object.fromEntries(DRAFT_FIELDS.map((field) => [field, fc.string({ maxLength: 40 })])), {
      requiredKeys: [],
    });
    const unlikeFirst = (value: Draft) =>
      DRAFT_FIELDS.every((field) => value[field] === undefined || value[field] !== (FIRST_DRAFT as Draft)[field]);
    fc.assert(
      fc.property(fc.array(draft.filter(unlikeFirst), { minLength: 1, maxLength: 4 }), (scenarios) => {
        const again = readLink(new URLSearchParams(writeLink({ scenarios, pinned: null }).toString()));
        expect(again).toEqual({ scenarios, pinned: null });
      }),
    );
  });

  it.each([
    "s=1~2~3",
    "s=a~b~c~d~e~f~g~h",
    "s=95000~0~900~930000~312500000~0~600~1",
    "s=95000~1e14~900~930000.5~312500000~0~600~1",
    "v=9&quantity=5&nonsense=1",
  ])("opens without a pinned market for %j", (query) => {
    expect(readLink(new URLSearchParams(query)).pinned).toBeNull();
  });
});
