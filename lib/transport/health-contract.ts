import { z } from "zod";
import { contract } from "@/lib/kernel/contract";

/** Probes send what they like; nothing of it counts. */
const Probe = z.object({});

export const Health = z.object({
  status: z.literal("ok"),
  version: z.string(),
  uptime_s: z.int().meta({ description: "Seconds since this web process started" }),
});

export const Ready = z.object({
  status: z.literal("ready"),
  checks: z.object({
    database: z.object({ response_time_ms: z.number() }),
    migrations: z.object({ applied: z.int() }),
  }),
});

export const Alive = z.object({ status: z.literal("alive") });

/** For machines that watch this one: no login, no limit, no cache. */
export const healthContract = {
  health: contract("GET /health", {
    summary: "Version and uptime; asks nothing of the database",
    permission: "public",
    input: Probe,
    output: Health,
  }),
  ready: contract("GET /ready", {
    summary: "200 while requests are welcome; 503 before, without the database, and while draining",
    permission: "public",
    input: Probe,
    output: Ready,
  }),
  alive: contract("GET /alive", {
    summary: "The process answers; restart it when this doesn't",
    permission: "public",
    input: Probe,
    output: Alive,
  }),
};
