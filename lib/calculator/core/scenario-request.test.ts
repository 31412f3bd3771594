import { describe, expect, it } from "vitest";
import type { PinnedMarket } from "./link";
import { pinMarket } from "./link-market";
import { scenarioRequest } from "./scenario-request";

const machine = { name: "Antminer S21 200T", hashrate_th: 200 };
const today = "2026-11-23";
const pinned: PinnedMarket = {
  btc_price: 95_000,
  difficulty: 1.25e14,
  network_hashrate_ehs: 900,
  block_height: 930_000,
  block_subsidy_sats: 312_500_000,
  fees_sats_per_block: 5_000_000,
  block_interval_s: 590,
  at: "2026-01-01T00:00:00.000Z",
};

describe("scenarioRequest", () => {
  it("leaves the live market to the calculation", () => {
    const { request, market } = scenarioRequest({ btc_price: "90,000" }, machine, { pinned: null, today });
    expect(market).toBeNull();
    expect(request).toMatchObject({
      miner_model: machine.name,
      market: { btc_price: 90_000 },
      machine_price_usd: 3000,
    });
  });

  it("asks with the link's market, and keeps what it is", () => {
    const { request, market } = scenarioRequest({}, machine, { pinned, today });
    const { at: _, ...values } = pinned;
    expect(request.market).toEqual(values);
    expect(market?.difficulty).toEqual({ value: 1.25e14, source: "link", as_of: pinned.at, state: "stale" });
    expect(pinMarket(market ?? expect.fail(), today)).toEqual(pinned);
  });

  it("lets a typed figure win over the link's; a typed hashrate takes its interval away", () => {
    const { request, market } = scenarioRequest({ network_hashrate_ehs: "800" }, machine, { pinned, today });
    expect(request.market).toMatchObject({ network_hashrate_ehs: 800, difficulty: 1.25e14 });
    expect(request.market).not.toHaveProperty("block_interval_s");
    expect(market?.network_hashrate_ehs.state).toBe("manual");
  });

  it("asks for an unknown machine by its name, so that the answer can say what was meant", () => {
    expect(scenarioRequest({ miner_model: "S99" }, null, { pinned, today }).request.miner_model).toBe("S99");
    expect(scenarioRequest({ miner_model: "custom" }, null, { pinned, today }).request).not.toHaveProperty(
      "miner_model",
    );
  });

  it("names what is no number", () => {
    const { problems, market } = scenarioRequest({ quantity: "ten" }, machine, { pinned, today });
    expect(problems).toEqual([{ path: "quantity", code: "not_a_number" }]);
    expect(market).toBeNull();
  });
});
