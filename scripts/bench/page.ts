import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { CHROMIUM_ARGS, chromium } from "@/e2e/browser/chromium";
import type { Bench, Row } from "./bench";
import { rowOfRuns } from "./row-of-runs";
import { withServer } from "./server";

const RUNS = 5;
const PAGES = ["/en/calculator", "/zh/calculator"];

/** What is read of one visit, in this order. */
const MEASURES: { name: string; unit: string; target: number; floor?: number; score?: boolean }[] = [
  { name: "LCP", unit: "ms", target: 1_500, floor: 2_500 },
  { name: "TBT", unit: "ms", target: 150, floor: 200 },
  { name: "CLS", unit: "", target: 0.02 },
  { name: "JavaScript, compressed", unit: "kB", target: 180 },
  { name: "accessibility", unit: "points", target: 100, score: true },
];

type NetworkItem = { resourceType?: string; transferSize?: number };

/** One visit as Lighthouse sees a phone, with simulated throttling. */
async function visit(url: string): Promise<number[]> {
  const { executablePath, env } = await chromium();
  const chrome = await launch({
    ...(executablePath ? { chromePath: executablePath } : {}),
    envVars: { ...process.env, ...env },
    chromeFlags: CHROMIUM_ARGS,
  });
  try {
    const result = await lighthouse(url, { port: chrome.port, onlyCategories: ["performance", "accessibility"] });
    if (!result || result.lhr.runtimeError)
      throw new Error(result?.lhr.runtimeError?.message ?? "Lighthouse saw nothing");
    const { audits, categories } = result.lhr;
    const value = (id: string) => audits[id]?.numericValue ?? Number.NaN;
    const requests = (audits["network-requests"]?.details as { items?: NetworkItem[] } | undefined)?.items ?? [];
    const scripts = requests.filter(({ resourceType }) => resourceType === "Script");
    const bytes = scripts.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
    return [
      value("largest-contentful-paint"),
      value("total-blocking-time"),
      value("cumulative-layout-shift"),
      bytes / 1000,
      (categories.accessibility?.score ?? 0) * 100,
    ];
  } finally {
    chrome.kill();
  }
}

export const bench: Bench = {
  name: "page",
  summary: "Lighthouse on the calculator in both languages: mobile, simulated throttling",
  packages: ["next", "react", "lighthouse", "@sparticuz/chromium"],
  run: (say) =>
    withServer(async (base) => {
      const rows: Row[] = [];
      for (const page of PAGES) {
        await fetch(base + page);
        const visits: number[][] = [];
        for (let run = 0; run < RUNS; run++) {
          say(`${page}, visit ${run + 1} of ${RUNS}`);
          visits.push(await visit(base + page));
        }
        for (const [index, { name, ...rest }] of MEASURES.entries()) {
          const values = visits.map((seen) => seen[index] ?? Number.NaN);
          rows.push(rowOfRuns(values, { name: `${page} ${name}`, ...rest }));
        }
      }
      return rows;
    }),
};
