import { chromium as playwright } from "@playwright/test";
import { CHROMIUM_ARGS, chromium } from "@/e2e/browser/chromium";
import { paths } from "@/lib/paths";
import { demoOwner, signIn } from "../auth/demo-owner";
import type { Row } from "../bench";
import { quantile } from "../quantile";
import { rowOfRuns } from "../row-of-runs";
import { LIST_ROWS, lists } from "./lists";
import { taskTimes } from "./task-times";
import { computed } from "./uploads";

const RUNS = 3;
/** A hard turn of the wheel: at sixty frames a second the whole list in twenty seconds. */
const PIXELS_A_FRAME = 300;

const LONG_MS = 50;

type Scrolled = { longTasks: number; longest: number; frames: number[]; last: number };

/** The table of a list's rows, scrolled from its first to its last in Chromium: tasks above 50 ms, and how long frames are. */
export async function scrolling(url: string, dataDir: string, say: (line: string) => void): Promise<Row[]> {
  const { token, cookie } = await signIn(url, demoOwner(dataDir));
  const [csv] = await lists();
  if (!csv) throw new Error("There is no list to scroll.");
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(csv.bytes)], { type: csv.type }), csv.name);
  const id = await computed(url, { authorization: `Bearer ${token}` }, form);
  const { executablePath, env } = await chromium();
  const browser = await playwright.launch({
    ...(executablePath ? { executablePath } : { channel: "chrome" }),
    env: { ...process.env, ...env } as Record<string, string>,
    args: CHROMIUM_ARGS,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const cookies = cookie.split("; ").map((pair) => pair.split(/=(.*)/s));
    await page.context().addCookies(cookies.map(([name = "", value = ""]) => ({ name, value, url })));
    await page.goto(url + paths.batchList("en", id));
    await page.locator(".virtual-table tbody tr").nth(5).waitFor();
    const runs: (Scrolled & { tasks: number[] })[] = [];
    const session = await page.context().newCDPSession(page);
    for (let run = 0; run < RUNS; run++) {
      say(`scrolling ${LIST_ROWS} rows, run ${run + 1} of ${RUNS}`);
      const { result: seen, tasks } = await taskTimes(session, () => page.evaluate(scrollThrough, PIXELS_A_FRAME));
      if (seen.last !== LIST_ROWS + 1) throw new Error(`The last row drawn was ${seen.last}.`);
      runs.push({ ...seen, tasks });
    }
    return [
      rowOfRuns(
        runs.map(({ longTasks }) => longTasks),
        { name: "tasks above 50 ms by the clock, 10,000 rows scrolled to the end", unit: "", target: 0 },
      ),
      rowOfRuns(
        runs.map(({ longest }) => longest),
        { name: "the longest of them", unit: "ms" },
      ),
      rowOfRuns(
        runs.map(({ tasks }) => tasks.filter((ms) => ms > LONG_MS).length),
        { name: "tasks of more than 50 ms of processor time", unit: "", target: 0 },
      ),
      rowOfRuns(
        runs.map(({ tasks }) => Math.max(...tasks)),
        { name: "most processor time of a task", unit: "ms" },
      ),
      rowOfRuns(
        runs.map(({ frames }) => quantile(frames, 0.95)),
        { name: "P95 from frame to frame meanwhile", unit: "ms" },
      ),
    ];
  } finally {
    await browser.close();
  }
}

/** In the page: scrolls the table's box to its end, and says what that took. */
async function scrollThrough(pixels: number): Promise<Scrolled> {
  const box = document.querySelector(".virtual-box");
  if (!box) throw new Error("no table");
  box.scrollTop = 0;
  await new Promise((resolve) => setTimeout(resolve, 500));
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: "longtask" });
  const frames: number[] = [];
  let before = performance.now();
  while (box.scrollTop + box.clientHeight < box.scrollHeight - 1) {
    box.scrollTop += pixels;
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    frames.push(now - before);
    before = now;
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  observer.disconnect();
  const rows = [...document.querySelectorAll(".virtual-table tr[aria-rowindex]")];
  const last = Math.max(...rows.map((row) => Number(row.getAttribute("aria-rowindex"))));
  return { longTasks: tasks.length, longest: Math.max(0, ...tasks), frames, last };
}
