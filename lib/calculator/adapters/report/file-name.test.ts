import { expect, it } from "vitest";
import { reportOf } from "@/lib/testing/report-of";
import { fileName } from "./file-name";

it.each([
  ["", "hashinsight-antminer-s21-200t-2026-11-23.pdf"],
  ["with=quantity%3D2&with=quantity%3D3", "hashinsight-antminer-s21-200t-and-2-more-2026-11-23.pdf"],
  ["miner_model=custom&hashrate_th=1&power_w=1", "hashinsight-custom-machine-2026-11-23.pdf"],
  ["miner_model=%E5%8C%97%E7%9F%BF&hashrate_th=1&power_w=1", "hashinsight-custom-machine-2026-11-23.pdf"],
  ['miner_model="../a"%3Bb&hashrate_th=1&power_w=1', "hashinsight-a-b-2026-11-23.pdf"],
])("%s → %s", (query, name) => {
  expect(fileName(reportOf(query), "pdf")).toBe(name);
});
