// A process that does nothing but read one list, and says what it took: seconds, and the most memory it had.
import { readFileSync } from "node:fs";
import { readFleetSheet } from "@/lib/machines/adapters/fleet-sheet";
import { readFleet } from "@/lib/machines/core/fleet/read-fleet";
import { shippedCatalogue } from "@/lib/machines/index";

const [path = "", name = ""] = process.argv.slice(2);
const megabytes = () => process.resourceUsage().maxRSS / 1024;
const before = megabytes();
const began = performance.now();
const rows = await readFleetSheet({ name, bytes: new Uint8Array(readFileSync(path)) });
const { summary } = readFleet(rows, shippedCatalogue, { mapping: {}, models: {} });
const ms = performance.now() - began;
process.stdout.write(JSON.stringify({ ms, before, peak: megabytes(), good: summary.counts.good }));
process.exit(0);
