import { expect, it } from "vitest";
import { cronWords } from "./cron-words";

it.each([
  ["* * * * * *", { kind: "second" }],
  ["*/30 * * * * *", { kind: "seconds", every: 30 }],
  ["* * * * *", { kind: "minute" }],
  ["*/5 * * * *", { kind: "minutes", every: 5 }],
  ["0 */5 * * * *", { kind: "minutes", every: 5 }],
  ["12 * * * *", { kind: "hourly", minute: 12 }],
  ["10 0 * * *", { kind: "daily", time: "00:10" }],
  ["5 7 * * *", { kind: "daily", time: "07:05" }],
  ["10 0 * * 1", { kind: "other", cron: "10 0 * * 1" }],
  ["10 0,12 * * *", { kind: "other", cron: "10 0,12 * * *" }],
  ["5 * * * * *", { kind: "other", cron: "5 * * * * *" }],
  ["@daily", { kind: "other", cron: "@daily" }],
])("%s", (cron, words) => expect(cronWords(cron)).toEqual(words));
