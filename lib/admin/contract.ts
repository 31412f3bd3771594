import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { JobRun, RunJob, SystemJobs } from "./core/job-schemas";
import { SystemStatus } from "./schemas";

const Nothing = z.strictObject({});

export const adminContract = {
  systemStatus: contract("GET /api/system/status", {
    summary: "How the machinery fares: what is wrong first, then jobs, sources, events, mail, the audit log",
    permission: "system:read",
    input: Nothing,
    output: SystemStatus,
  }),
  systemJobs: contract("GET /api/system/jobs", {
    summary: "What the worker does by the clock: each job, its last runs and its next one, and which worker leads",
    permission: "platform:read",
    input: Nothing,
    output: SystemJobs,
  }),
  runJob: contract("POST /api/system/jobs/{name}/run", {
    summary: "Have a job run now: the worker begins within a second; a run that waits or goes on already is the answer",
    permission: "platform:write",
    input: RunJob,
    output: JobRun,
    status: 202,
  }),
};
