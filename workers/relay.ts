import { startRelay } from "@/lib/transport/relay";

/** Brings events from the database to the brokers. */
export const relay = async () => startRelay();
