"use server";

import { runJob } from "@/lib/admin/use-cases/run-job";
import { act } from "@/lib/transport/act";
import { stopWork } from "@/lib/work/use-cases/watch-work";

export const run = act(runJob);
export const stop = act(stopWork);
