import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../process/spawn-node";

const FOLDER = join(ROOT, "test-results");
/** What vitest and Playwright write there has these names (scripts/test/suites.ts); a trace or a log isn't meant. */
const REPORTS = ["code.json", "journeys.json", "process.json"];

/** The JSON reports of the last `npm test`; none where none ran. */
export const lastReports = (): unknown[] =>
  existsSync(FOLDER)
    ? readdirSync(FOLDER)
        .filter((name) => REPORTS.includes(name))
        .map((name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as unknown)
    : [];
