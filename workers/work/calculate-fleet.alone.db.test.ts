import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { calculateProfitability } from "@/lib/calculator/use-cases/calculate-profitability";
import { findUpload, listUploadRows } from "@/lib/calculator/use-cases/fleet/find-upload";
import { readFleetAgain, uploadFleet } from "@/lib/calculator/use-cases/fleet/upload-fleet";
import type { Ctx } from "@/lib/kernel/context";
import { seedCatalogue } from "@/lib/machines/index";
import { findImport, keepImport } from "@/lib/machines/use-cases/fleet/import-miners";
import { csvFile } from "@/lib/platform/spreadsheet/csv-file";
import { ownDatabase } from "@/lib/testing/own-database";
import { testTenant } from "@/lib/testing/tenants";
import { rowOf } from "@/lib/testing/work/steps";
import { systemCtx } from "@/lib/transport/ctx";
import { startWork } from "@/lib/transport/work/start-work";
import { cancelWork } from "@/lib/work/use-cases/own-work";
import { messyFleet } from "@/scripts/bench/batch/messy-fleet";
import { work } from "./calculate-fleet";
import { work as keeping } from "./keep-fleet";

const drop = await ownDatabase();
let worker: { stop(): Promise<void> } | undefined;
beforeAll(() => seedCatalogue.execute(systemCtx("test"), {}));
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});
afterAll(drop);

const upload = (ctx: Ctx, text: string, more: object = {}) =>
  uploadFleet.execute(ctx, { file: { name: "fleet.csv", bytes: new TextEncoder().encode(text) }, ...more });
const over = (id: string, state = "done") =>
  expect.poll(async () => (await rowOf(id)).state, { timeout: 40_000, interval: 50 }).toBe(state);

describe("a list of machines that is looked at", () => {
  it("has in each row what the single calculation answers, and in sum what its rows have", async () => {
    worker = await startWork([work]);
    const tenant = await testTenant();
    const ctx = tenant.ctx("client");
    const { text, wrong } = messyFleet(200);
    const { id } = await upload(ctx, text, { defaults: JSON.stringify({ uptime_pct: 95 }) });
    expect((await findUpload.execute(ctx, { id })).computed).toBeNull();
    await expect(listUploadRows.execute(ctx, { id })).rejects.toMatchObject({ code: "conflict" });
    await over(id);
    const { computed, kept } = await findUpload.execute(ctx, { id });
    expect(kept).toBeNull();
    expect(computed).toMatchObject({
      ...{ heading_row: 2, missing: [], counts: { good: 200 - wrong, wrong, skipped: 2 } },
      ...{ defaults: { uptime_pct: 95 }, assumed_electricity_cost: null, rows_at_assumed_cost: 0 },
      keepable: { rows: 200 - wrong, machines: computed?.totals.machines },
    });
    expect(computed?.preview).toHaveLength(20);
    const { rows } = await listUploadRows.execute(ctx, { id });
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 200 }, (_, at) => at + 3));
    let profit = 0;
    for (const row of rows) {
      if (!row.ok) continue;
      profit += row.daily_profit;
      if (row.row % 20 !== 0) continue;
      const answer = await calculateProfitability.execute(ctx, {
        ...{ miner_model: row.machine.label ?? "", quantity: row.quantity, electricity_cost: row.electricity_cost },
        uptime_pct: 95,
      });
      const { daily_revenue, daily_cost, daily_profit, daily_revenue_sats } = row;
      expect(answer).toMatchObject({ daily_revenue, daily_cost, daily_profit, daily_revenue_sats });
      expect(answer.break_even.cash).toEqual(row.break_even.cash);
    }
    expect(computed?.totals.daily_profit).toBe(profit);
    // Nobody else's, not even the company's owner's.
    for (const other of [tenant.ctx("owner"), (await testTenant()).ctx("owner")]) {
      await expect(findUpload.execute(other, { id })).rejects.toMatchObject({ code: "not_found" });
      await expect(listUploadRows.execute(other, { id })).rejects.toMatchObject({ code: "not_found" });
      await expect(readFleetAgain.execute(other, { id })).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("is read again with other columns and the machines that were chosen, and kept once in all", async () => {
    worker = await startWork([work, keeping]);
    const ctx = (await testTenant()).ctx("owner");
    const { id } = await upload(ctx, "Rig;Pieces;c/kWh\nS21 Prro;3;5,5\nS21 200T;2;\nOur rig;1;6");
    await over(id);
    const { computed } = await findUpload.execute(ctx, { id });
    expect(computed?.missing).toEqual(["miner_model"]);
    const mapping = { miner_model: 1, quantity: 2, electricity_cost: 3 };
    const second = await readFleetAgain.execute(ctx, { id, mapping });
    await over(second.id);
    const { computed: mapped } = await findUpload.execute(ctx, { id: second.id });
    expect(mapped).toMatchObject({
      ...{ counts: { good: 1, wrong: 2 }, keepable: { rows: 1, machines: 2 } },
      ...{ assumed_electricity_cost: 0.06, rows_at_assumed_cost: 1 },
    });
    await over((await keepImport.execute(ctx, { id: second.id })).work_id);
    const [unknown] = mapped?.unknown_names ?? [];
    const models = { [unknown?.name ?? ""]: unknown?.candidates[0]?.id ?? "" };
    const third = await readFleetAgain.execute(ctx, { id: second.id, mapping, models });
    await over(third.id);
    expect((await listUploadRows.execute(ctx, { id: third.id })).rows[0]).toMatchObject({
      ...{ ok: true, quantity: 3, electricity_cost: 0.055, machine: { label: unknown?.candidates[0]?.label } },
    });
    await over((await keepImport.execute(ctx, { id: third.id })).work_id);
    expect((await findImport.execute(ctx, { id: third.id })).kept).toMatchObject({
      rows_kept: 1,
      machines_kept: 3,
      rows_kept_before: 1,
    });
  });

  it("may be cancelled while it waits, and stays at its address", async () => {
    const ctx = (await testTenant()).ctx("operator");
    const { id, work_id } = await upload(ctx, messyFleet(10).text);
    expect(await cancelWork.execute(ctx, { id: work_id })).toMatchObject({ state: "cancelled" });
    worker = await startWork([work]);
    expect(await findUpload.execute(ctx, { id })).toMatchObject({ file_name: "fleet.csv", computed: null });
  });

  it("stays among the sender's last fifty", async () => {
    const tenant = await testTenant();
    const ctx = tenant.ctx("operator");
    const { id: first } = await upload(ctx, "Model\nS21 200T");
    const { id: other } = await upload(tenant.ctx("owner"), "Model\nS21 200T");
    for (let sent = 1; sent < 50; sent++) await readFleetAgain.execute(ctx, { id: first });
    expect(await findUpload.execute(ctx, { id: first })).toMatchObject({ id: first });
    await upload(ctx, "Model\nS21 200T");
    await expect(findUpload.execute(ctx, { id: first })).rejects.toMatchObject({ code: "not_found" });
    expect(await findUpload.execute(tenant.ctx("owner"), { id: other })).toMatchObject({ id: other });
  });

  it("is ours, written as a file: what our exports disarm comes back as it was", async () => {
    worker = await startWork([work]);
    const ctx = (await testTenant()).ctx("owner");
    const file = csvFile([{ header: "Model", value: (name: string) => name }], ["S21 200T", "=S21"]);
    const { id } = await upload(ctx, new TextDecoder("utf-8", { ignoreBOM: true }).decode(file));
    await over(id);
    const { rows } = await listUploadRows.execute(ctx, { id });
    expect(rows).toMatchObject([{ ok: true }, { ok: false, errors: [{ code: "unknown_model", text: "=S21" }] }]);
  });
});
