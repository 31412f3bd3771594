import pino from "pino";
import { scrub, scrubText } from "./scrub";

/** Options apart from the logger, so that a test can write to a stream of its own. */
export const logOptions: pino.LoggerOptions = {
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  // An error is parts by then.
  serializers: { err: (parts: unknown) => parts },
  hooks: {
    // Whatever is handed over is cleaned here, before anything of it becomes text: no secret, no line of its own.
    logMethod(given, write) {
      const clean = given.map((one: unknown) => {
        if (typeof one === "string") return scrubText(one);
        return scrub(one instanceof Error ? { err: one } : one);
      });
      write.apply(this, clean as typeof given);
    },
  },
};

/** One JSON line an event. Fields first, then the words: `log.info({ source }, "price refreshed")`. */
export const log = pino(logOptions);
