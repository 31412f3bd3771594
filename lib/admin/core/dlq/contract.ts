import { contract } from "@/lib/kernel/contract";
import { AskReplay, DeadDetail, DeadPage, ListDead, ListReplays, OneDead, ReplayAnswer, ReplayPage } from "./schemas";

export const dlqContract = {
  listDead: contract("GET /api/system/dlq", {
    summary: "Events that a group of consumers could not take, the newest first, and how many there are",
    permission: "platform:read",
    input: ListDead,
    output: DeadPage,
  }),
  getDead: contract("GET /api/system/dlq/{event_id}", {
    summary: "One of them: what was published, why it failed, what became of it",
    permission: "platform:read",
    input: OneDead,
    output: DeadDetail,
  }),
  replay: contract("POST /api/system/dlq/replay", {
    summary: "Replay dead events through their handlers, each aggregate's in order; or only say which (dry_run)",
    permission: "platform:write",
    input: AskReplay,
    output: ReplayAnswer,
    status: 202,
  }),
  listReplays: contract("GET /api/system/dlq/replays", {
    summary: "The replays that were asked for, the newest first: who, why, and what came of it",
    permission: "platform:read",
    input: ListReplays,
    output: ReplayPage,
  }),
};
