import { type Env, env } from "@/lib/platform/env";
import { type HttpClient, type HttpClientOptions, httpClient } from "@/lib/platform/http";
import type { Source } from "../schemas";
import { alternativeMe, alternativeMeHistory } from "./alternative-me";
import { ankr } from "./ankr";
import { binance } from "./binance";
import { blockchainInfo, blockchainInfoHistory } from "./blockchain-info";
import { coingecko, coingeckoHistory } from "./coingecko";
import { coinwarz } from "./coinwarz";
import type { Feed, HistoryFeed } from "./feed";
import { mempoolSpace } from "./mempool-space";
import { mempoolSpaceHistory } from "./mempool-space-history";
import { okx } from "./okx";

export type MarketFeeds = { live: readonly Feed[]; history: readonly HistoryFeed[] };

/** All calls to outside sources, on the addresses of the environment. With NETWORK=off there are none. */
export function buildFeeds(settings: Env, patience: Partial<HttpClientOptions> = {}): MarketFeeds {
  if (settings.NETWORK === "off") return { live: [], history: [] };
  const client = (source: Source, baseUrl: string, headers: Record<string, string> = {}): HttpClient =>
    httpClient({ source, baseUrl, network: settings.NETWORK, headers, ...patience });
  const gecko = client("coingecko", settings.COINGECKO_BASE_URL, geckoKey(settings));
  const blockchain = client("blockchain.info", settings.BLOCKCHAIN_INFO_BASE_URL);
  const mempool = client("mempool.space", settings.MEMPOOL_BASE_URL);
  const fearGreed = client("alternative.me", settings.ALTERNATIVE_ME_BASE_URL);
  const warz = settings.COINWARZ_API_KEY;
  return {
    live: [
      ...coingecko(gecko),
      ...binance(client("binance", settings.BINANCE_BASE_URL)),
      ...okx(client("okx", settings.OKX_BASE_URL)),
      ...mempoolSpace(mempool),
      ...blockchainInfo(blockchain),
      ...ankr(client("ankr", settings.ANKR_RPC_URL)),
      ...(warz ? coinwarz(client("coinwarz", settings.COINWARZ_BASE_URL), warz) : []),
      ...alternativeMe(fearGreed),
    ],
    history: [
      ...mempoolSpaceHistory(mempool),
      ...blockchainInfoHistory(blockchain),
      ...coingeckoHistory(gecko),
      ...alternativeMeHistory(fearGreed),
    ],
  };
}

/** A paid key goes with its own host and its own header. */
function geckoKey(settings: Env): Record<string, string> {
  const key = settings.COINGECKO_API_KEY;
  if (!key) return {};
  const paid = new URL(settings.COINGECKO_BASE_URL).hostname.startsWith("pro-api.");
  return { [paid ? "x-cg-pro-api-key" : "x-cg-demo-api-key"]: key };
}

let feeds: MarketFeeds | undefined;
/** One set a process: the circuit breakers live in it. */
export function marketFeeds(): MarketFeeds {
  feeds ??= buildFeeds(env());
  return feeds;
}
