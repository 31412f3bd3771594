/** The tabs of one browser that show the same: one leads, the others hear from it. */
export type Tabs<Told> = {
  /** To the other tabs. */
  say(message: Told): void;
  isLeading(): boolean;
  /** Leads from now on, whoever does: the tab that leads is silent, perhaps frozen. */
  takeOver(): void;
  /** Leads no more, but hears on. */
  resign(): void;
  close(): void;
};

type Part<Told> = {
  /** Runs while this tab leads, until `signal`. */
  lead(signal: AbortSignal): Promise<void>;
  told(message: Told): void;
  /** What a tab is told that has just come. */
  news(): Told;
};

const HELLO = "hello";

/**
 * Joins the tabs of a name. The browser's lock of that name makes one of them lead, and the next when it closes; without
 * locks (an old browser, plain http) each leads itself.
 */
export function openTabs<Told>(name: string, { lead, told, news }: Part<Told>): Tabs<Told> {
  const channel = new BroadcastChannel(name);
  const resigned = new AbortController();
  let isClosed = false;
  let waiting = new AbortController();
  let isLeading = false;
  let steals = false;
  const say = (message: Told | typeof HELLO) => {
    if (!isClosed) channel.postMessage(message);
  };
  channel.onmessage = ({ data }: MessageEvent<Told | typeof HELLO>) => {
    if (data !== HELLO) told(data);
    else if (isLeading) say(news());
  };

  async function queue(): Promise<void> {
    while (!resigned.signal.aborted) {
      waiting = new AbortController();
      const term = new AbortController();
      const options = steals ? { steal: true } : { signal: AbortSignal.any([resigned.signal, waiting.signal]) };
      steals = false;
      const work = async () => {
        isLeading = true;
        await lead(AbortSignal.any([resigned.signal, term.signal]));
      };
      // Rejects when another tab takes over, and when this one stops waiting.
      await (navigator.locks ? navigator.locks.request(name, options, work) : work()).catch(() => undefined);
      isLeading = false;
      term.abort();
    }
  }

  say(HELLO);
  void queue();
  return {
    say,
    isLeading: () => isLeading,
    takeOver() {
      steals = true;
      waiting.abort();
    },
    resign: () => resigned.abort(),
    close() {
      resigned.abort();
      isClosed = true;
      channel.close();
    },
  };
}
