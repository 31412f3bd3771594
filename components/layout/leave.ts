import { liveStore } from "../live/live-store";

/**
 * Signs out and goes to an address. The next page is a whole document, so nothing that was in memory comes along, the
 * cache of reads neither; what the tab's storage keeps of the person's work goes here, since the answer of a server action
 * can't tell the browser to.
 */
export async function leave(signOut: () => Promise<unknown>, to: string): Promise<void> {
  const tellOtherTabs = liveStore.leave();
  await signOut().catch(() => undefined);
  tellOtherTabs();
  for (const storage of [sessionStorage, localStorage]) storage.clear();
  window.location.assign(to);
}
