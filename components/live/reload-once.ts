const KEY = "hashinsight.live.reloaded";
const AGAIN_MS = 10_000;

/** Asks for the page anew, but not over and over: should that change nothing, the page stays and says that it is old. */
export function reloadOnce(): void {
  const last = Number(sessionStorage.getItem(KEY) ?? 0);
  if (Date.now() - last < AGAIN_MS) return;
  sessionStorage.setItem(KEY, String(Date.now()));
  window.location.reload();
}
