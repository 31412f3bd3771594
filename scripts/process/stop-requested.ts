/** Resolves when this process is asked to end: by a signal, or because who started it is gone. */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    // The handlers stay: a second Ctrl-C must not cut the orderly end short.
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => resolve());
    process.on("disconnect", () => resolve());
  });
}
