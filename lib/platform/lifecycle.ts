declare global {
  /** Set by the web server when it has been told to stop: it shares no modules with the code that Next bundles. */
  var hashinsightDraining: boolean | undefined;
}

/** Whether this process finishes what it has begun and wants nothing new. */
export const isDraining = (): boolean => globalThis.hashinsightDraining === true;

/** Seconds since this process started. */
export const uptimeSeconds = (): number => Math.round(process.uptime());
