import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { givenEnv } from "@/lib/testing/given-env";
import { marketPayloads, NOW, pointedAt } from "@/lib/testing/market-payloads";
import { ownDatabase } from "@/lib/testing/own-database";
import { hasRecordedData, recordedPath } from "@/lib/testing/recorded-data";
import { type ReplayServer, replayServer } from "@/lib/testing/replay-server";
import { sql } from "@/lib/testing/sql";
import { systemCtx } from "@/lib/transport/ctx";
import { csvLines } from "@/scripts/history/csv-lines";
import { fileHash } from "@/scripts/history/file-hash";
import { buildFeeds } from "../adapters/market-feeds";
import { backfillHistoryFrom } from "./backfill-history";
import { type CsvLine, importHistory } from "./import-history";
import { seedSimulatedHistory } from "./seed-simulated-history";

let dropDatabase: () => Promise<void>;
let server: ReplayServer;
let folder: string;
beforeAll(async () => {
  dropDatabase = await ownDatabase();
  server = await replayServer(marketPayloads());
  folder = mkdtempSync(join(tmpdir(), "hashinsight-history-"));
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
  await dropDatabase();
});
beforeEach(() => sql`truncate market_readings, market_feeds, market_days, difficulty_epochs, history_imports`);

const at = (day: string) => ({ ...systemCtx("test"), now: () => new Date(`${day}T12:00:00Z`) });

/** Imports a file and gives the sums and what was said on the way. */
async function importFile(path: string, today = "2026-06-30", lines: AsyncIterable<CsvLine> = csvLines(path)) {
  const said: string[] = [];
  const file = { sha256: await fileHash(path), name: "test.csv", lines };
  const summary = await importHistory(at(today), file, {
    begun: (layout, resumed) =>
      said.push(`${layout.kind}, ignored ${layout.ignored.join(" ") || "none"}, after ${resumed}`),
    rejected: (line, reason) => said.push(`${line}: ${reason}`),
    saved: () => undefined,
  });
  return { ...summary, said };
}
function csv(text: string, name = "test.csv"): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const DAYS = `date,price_usd,hashrate_ths,note
2026-01-01,95000,1050000000,a
2026-01-02,96000.5,,b
2026-01-03,,1070000000,c
`;

describe("import", () => {
  test("brings the values that are there, in the units of the series", async () => {
    expect(await importFile(csv(DAYS))).toMatchObject({
      inserted: 4,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      said: ["daily, ignored note, after null"],
    });
    expect(await sql`select series, day::text, value, origin, source from market_days order by 1, 2`).toEqual([
      { series: "btc_price", day: "2026-01-01", value: 95_000, origin: "imported", source: "test.csv" },
      { series: "btc_price", day: "2026-01-02", value: 96_000.5, origin: "imported", source: "test.csv" },
      { series: "network_hashrate", day: "2026-01-01", value: 1_050, origin: "imported", source: "test.csv" },
      { series: "network_hashrate", day: "2026-01-03", value: 1_070, origin: "imported", source: "test.csv" },
    ]);
  });

  test("repeated, changes nothing; corrected, changes what was corrected", async () => {
    await importFile(csv(DAYS));
    expect(await importFile(csv(DAYS))).toMatchObject({ inserted: 0, updated: 0, unchanged: 4 });
    expect(await importFile(csv(DAYS.replace("95000", "95500")))).toMatchObject({
      inserted: 0,
      updated: 1,
      unchanged: 3,
    });
  });

  test("names each bad line with its reason and takes the rest", async () => {
    const text = `\uFEFFdate,price_usd,fear_greed
2026-01-01,95000,20
31.01.2026,95000,20
2026-01-02,ninety,20
2026-01-03,-1,20
2026-01-04,95000,101
2027-01-01,95000,20
2026-01-05,95000
2026-01-06,,
2026-01-01,95001,21

"2026-01-07",95000,"22"
2026-02-30,95000,20
2026-01-08,9"5,2
2026-01-09,95000,23
`;
    const { said, ...summary } = await importFile(csv(text));
    expect(said).toEqual([
      "daily, ignored none, after null",
      '3: date "31.01.2026" is not a day like 2026-01-31',
      '4: price_usd "ninety" is not a number',
      "5: btc_price -1 is outside 0.000001 to 100000000 (US dollars)",
      "6: fear_greed_index 101 is outside 0 to 100 (0 extreme fear to 100 extreme greed)",
      "7: 2027-01-01 is in the future",
      "8: has 2 cells, the header has 3",
      "9: has a value in none of the known columns",
      "10: 2026-01-01 is on line 2 already",
      '13: date "2026-02-30" is not a day like 2026-01-31',
      expect.stringMatching(/^14: .*[Qq]uote/),
    ]);
    expect(summary).toMatchObject({ inserted: 6, rejected: 10 });
  });

  test("refuses a file of neither kind before it writes anything", async () => {
    expect(await importFile(csv("when,how much\n2026-01-01,5\n"))).toEqual({ said: [] });
    expect(await importFile(csv(""))).toEqual({ said: [] });
    expect(await sql`select 1 from history_imports`).toEqual([]);
  });

  test("goes on where it was interrupted", async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => {
      const day = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
      return `${day},${10_000 + index}`;
    });
    const path = csv(`date,price_usd\n${rows.join("\n")}\nbad,1\n`);
    async function* breaking(): AsyncIterable<CsvLine> {
      for await (const line of csvLines(path)) {
        if (line.line > 700) throw new Error("the lights went out");
        yield line;
      }
    }
    await expect(importFile(path, undefined, breaking())).rejects.toThrow("lights");
    expect(await sql`select count(*)::int as n from market_days`).toEqual([{ n: 500 }]);
    const { said, ...summary } = await importFile(path);
    expect(said[0]).toBe("daily, ignored none, after 501");
    expect(summary).toMatchObject({ inserted: 1_200, updated: 0, unchanged: 0, rejected: 1 });
    expect(await sql`select count(*)::int as n from market_days`).toEqual([{ n: 1_200 }]);
  });

  test("epochs: by height, and difficulty day by day up to the last one's beginning", async () => {
    const text = `epoch,start_height,start_time_utc,start_unix,difficulty,change_pct
460,927360,2025-12-11T12:00:00Z,,148000000000000,-0.7
461,929376,,1766656800,148258433855481.3,0.1746
462,929999,2026-01-08T00:00:00Z,,1,
463,933408,2026-01-22T00:00:00Z,,x,
`;
    const { said, ...summary } = await importFile(csv(text));
    expect(said.slice(1)).toEqual([
      "4: start_height 929999 is not a multiple of 2016",
      '5: difficulty "x" is not a difficulty',
    ]);
    expect(summary).toMatchObject({ inserted: 2, rejected: 2 });
    const days = await sql<{ day: string }>`select day::text, value, origin from market_days order by day`;
    expect(days[0]).toEqual({ day: "2025-12-11", value: 148e12, origin: "backfilled" });
    expect(days.at(-1)?.day).toBe("2025-12-24");
  });

  test.skipIf(!hasRecordedData)(
    "the recorded histories, whole",
    async () => {
      const daily = await importFile(recordedPath("btc_daily.csv"));
      expect(daily).toMatchObject({ rejected: 0, updated: 0 });
      expect(daily.inserted).toBeGreaterThan(45_000);
      const epochs = await importFile(recordedPath("btc_difficulty_epochs.csv"));
      expect(epochs).toMatchObject({ inserted: 474, rejected: 0 });
      expect(await importFile(recordedPath("btc_daily.csv"))).toMatchObject({ inserted: 0, updated: 0, rejected: 0 });
      expect(await importFile(recordedPath("btc_difficulty_epochs.csv"))).toMatchObject({
        inserted: 0,
        updated: 0,
        unchanged: 474,
      });
      expect(
        await sql`select value, origin from market_days where series = 'btc_price' and day = '2025-12-31'`,
      ).toEqual([{ value: 87_516.97804, origin: "imported" }]);
      expect(await sql`select difficulty from difficulty_epochs where start_height = 840672`).toEqual([
        { difficulty: 88_104_191_118_793.16 },
      ]);
    },
    60_000,
  );
});

describe("backfill", () => {
  const backfill = (seconds = 0) => {
    const feeds = buildFeeds(givenEnv({ ...pointedAt(server.url) })).history;
    const now = new Date(NOW.getTime() + seconds * 1000);
    return backfillHistoryFrom(() => feeds).execute({ ...systemCtx("test"), now: () => now }, {});
  };

  test("keeps full days, first source first, once a day", async () => {
    server.set(marketPayloads());
    expect((await backfill()).faults).toEqual([]);
    expect(await sql`select day::text, value, source from market_days where series = 'btc_price' order by 1`).toEqual([
      { day: "2025-12-30", value: 94_000, source: "coingecko" },
      { day: "2025-12-31", value: 94_600, source: "mempool.space" },
    ]);
    expect(await sql`select day::text from market_days where series = 'fear_greed_index'`).toEqual([
      { day: "2025-12-31" },
    ]);
    expect(await sql`select epoch from difficulty_epochs order by 1`).toEqual([{ epoch: 460 }, { epoch: 461 }]);
    expect(await backfill(3_600)).toMatchObject({ called: 0, inserted: 0 });
    expect(await backfill(90_000)).toMatchObject({ called: 8, inserted: expect.any(Number), updated: 0 });
  });

  test("leaves imported days alone", async () => {
    await importFile(csv("date,price_usd\n2025-12-31,90000\n"));
    await backfill();
    expect(await sql`select value, origin from market_days where series = 'btc_price' and day = '2025-12-31'`).toEqual([
      { value: 90_000, origin: "imported" },
    ]);
  });
});

describe("simulated history", () => {
  test("five years up to yesterday, all of it labelled; again, nothing; a day later, a day more", async () => {
    const first = await seedSimulatedHistory.execute(at("2026-01-10"), {});
    expect(first.inserted).toBe(1826 * 6);
    expect(await sql`select distinct origin, source from market_days`).toEqual([
      { origin: "simulated", source: "simulation" },
    ]);
    expect(await sql`select max(day)::text as last, min(day)::text as first from market_days`).toEqual([
      { last: "2026-01-09", first: "2021-01-10" },
    ]);
    expect(await seedSimulatedHistory.execute(at("2026-01-10"), {})).toEqual({ inserted: 0, updated: 0, unchanged: 0 });
    expect(await seedSimulatedHistory.execute(at("2026-01-11"), {})).toEqual({ inserted: 6, updated: 0, unchanged: 0 });
  });

  test("a real day replaces a simulated one, never the reverse; a real history drives the rest out", async () => {
    await seedSimulatedHistory.execute(at("2026-01-10"), {});
    await importFile(csv("date,price_usd\n2026-01-05,91000\n"), "2026-01-10");
    expect(await sql`select origin, value from market_days where series = 'btc_price' and day = '2026-01-05'`).toEqual([
      { origin: "imported", value: 91_000 },
    ]);
    const rows = Array.from({ length: 31 }, (_, index) => `2025-12-${String(index + 1).padStart(2, "0")},90000`);
    await importFile(csv(`date,price_usd\n${rows.join("\n")}\n`), "2026-01-10");
    expect(await sql`select origin, count(*)::int as n from market_days where series = 'btc_price' group by 1`).toEqual(
      [{ origin: "imported", n: 32 }],
    );
    expect(await sql`select count(*)::int as n from market_days where series = 'difficulty'`).toEqual([{ n: 1826 }]);
    expect((await seedSimulatedHistory.execute(at("2026-01-10"), {})).inserted).toBe(0);
    expect(await sql`select count(*)::int as n from market_days where series = 'btc_price'`).toEqual([{ n: 32 }]);
  });
});
