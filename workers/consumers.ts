import { startConsumers } from "@/lib/transport/consumers";
import { loadConsumers } from "./load";

/** Takes events for the groups of consumers. */
export const consumers = async () => startConsumers(await loadConsumers());
