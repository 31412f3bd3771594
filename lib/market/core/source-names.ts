/** The sources' names as they write them; those that are left out write them as we do. */
export const SOURCE_NAMES: Readonly<Record<string, string>> = {
  coingecko: "CoinGecko",
  binance: "Binance",
  okx: "OKX",
  ankr: "Ankr",
  coinwarz: "CoinWarz",
  "blockchain.info": "Blockchain.info",
  "alternative.me": "Alternative.me",
};
