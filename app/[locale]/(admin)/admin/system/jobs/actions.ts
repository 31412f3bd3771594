"use server";

import { runJob } from "@/lib/admin/use-cases/run-job";
import { act } from "@/lib/transport/act";

export const run = act(runJob);
