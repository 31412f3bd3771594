import { startScheduler } from "@/lib/transport/scheduler/scheduler";
import { loadJobs } from "./load";

/** Runs the jobs by their clocks. */
export const scheduler = async () => startScheduler(await loadJobs());
