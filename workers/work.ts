import { startWork } from "@/lib/transport/work/start-work";
import { loadWork } from "./load";

/** Does long work. */
export const work = async () => startWork(await loadWork());
