/** A server that is being restarted has no files for a moment. */
const RETRY_MS = 2_000;

/**
 * Code that comes after the page: asked for until it comes, once for all who want it. The bundler forgets a load that
 * failed, so each further one asks the server again.
 */
export function patientImport<T>(load: () => Promise<T>): () => Promise<T> {
  let coming: Promise<T> | undefined;
  return () => {
    coming ??= insist(load);
    return coming;
  };
}

async function insist<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
