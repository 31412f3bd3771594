import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { seedCatalogue } from "@/lib/machines/index";
import { disconnectDatabase } from "@/lib/platform/db";
import { pdfText } from "@/lib/testing/pdf-text";
import { systemCtx, visitorCtx } from "@/lib/transport/ctx";
import { calculateProfitability } from "./calculate-profitability";
import { makeReport } from "./make-report";

beforeAll(() => seedCatalogue.execute(systemCtx("test"), {}));
afterAll(disconnectDatabase);

const origin = "https://example.org";
const PINNED = "95000~125000000000000~900~930000~312500000~5000000~590~1767225600";
const csvOf = async (query: string) => {
  const file = await makeReport.execute(visitorCtx(), { format: "csv", query, origin });
  const rows: Record<string, string>[] = parse(Buffer.from(file.bytes), { bom: true, columns: true });
  return { file, rows };
};
const problemOf = async (query: string) => {
  const error = await makeReport
    .execute(visitorCtx(), { format: "csv", query, origin })
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof AppError)) throw new Error("expected a refusal");
  return { code: error.code, errors: error.details.errors };
};

describe("a file of a link", () => {
  test("has the numbers that POST /api/calculate gives for the same inputs", async () => {
    const { rows, file } = await csvOf(`electricity_cost=5&s=${PINNED}`);
    const answer = await calculateProfitability.execute(visitorCtx(), {
      miner_model: "Antminer S21 200T",
      quantity: 10,
      electricity_cost: 0.05,
      machine_price_usd: 3000,
      algorithm: "advanced",
      market: {
        btc_price: 95_000,
        difficulty: 1.25e14,
        network_hashrate_ehs: 900,
        block_height: 930_000,
        fees_sats_per_block: 5_000_000,
        block_interval_s: 590,
      },
    });
    expect(rows.map((row) => row["Cumulative profit (USD)"])).toEqual(
      answer.chart_data.map((month) => String(month.cumulative_profit)),
    );
    expect(rows.map((row) => row["Cumulative profit P90 (USD)"])).toEqual(
      answer.chart_bands?.map((band) => String(band.p90)),
    );
    expect(file.file_name).toMatch(/^hashinsight-antminer-s21-200t-\d{4}-\d\d-\d\d\.csv$/);
  });

  test("keeps the live market in its own link, so that both show the same later", async () => {
    const { rows } = await csvOf("quantity=3");
    const link = rows[0]?.Link ?? "";
    expect(link).toMatch(/^https:\/\/example\.org\/en\/calculator\?v=1&quantity=3&s=/);
    const again = await csvOf(new URL(link).search.slice(1));
    expect(again.rows.map((row) => row["Revenue (USD)"])).toEqual(rows.map((row) => row["Revenue (USD)"]));
  });

  test("comes in the reader's language and units", async () => {
    const file = await makeReport.execute(visitorCtx(undefined, "zh"), {
      format: "pdf",
      query: `s=${PINNED}`,
      origin,
      units: "th.w.usd.btc",
    });
    const { text } = pdfText(file.bytes);
    expect(file.content_type).toBe("application/pdf");
    expect(text).toContain("$/kWh");
    expect(text).toContain("BTC");
    expect(text).toContain("每天赚");
  });

  test.each([
    ["quantity=ten", "quantity", "not_a_number"],
    ["quantity=0", "quantity", "too_small"],
    ["miner_model=Antminer+S21+Prro", "miner_model", "unknown_model"],
    ["with=uptime_pct%3D101", "with.0.uptime_pct", "too_big"],
    ["btc_price=x", "market.btc_price", "not_a_number"],
    ["start_date=2026-02-30", "start_date", "custom"],
  ])("%s is refused by its field", async (query, path, code) => {
    expect(await problemOf(query)).toMatchObject({ code: "validation", errors: [{ path, code }] });
  });
});
