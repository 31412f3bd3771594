import { env } from "@/lib/platform/env";

/** Whether this installation brings its own database: then mail may stay on this machine, and there are demo accounts. */
export const isEmbedded = (): boolean => env().EMBEDDED === "on";
