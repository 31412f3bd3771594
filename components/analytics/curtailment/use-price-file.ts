"use client";

import { useEffect, useRef, useState } from "react";
import type { PriceFile } from "@/lib/analytics/core/curtailment/price-file";
import { paths } from "@/lib/paths";
import { askAnalysis, Refusal } from "../ask-analysis";
import { type KeptPrices, keepPrices, keptPrices, pricesOf } from "./kept-prices";

export type PriceFileState = {
  /** The last file that could be used: a wrong one after it takes nothing away. */
  prices: KeptPrices | null;
  isReading: boolean;
  refusal: Refusal | null;
  /** Reads a file, or the last one again by another market. */
  read: (file: File | null, market: "day_ahead" | "real_time") => void;
};

/** A file of hourly prices: sent, checked row by row, and kept in this tab. */
export function usePriceFile(onRead: (prices: KeptPrices) => void): PriceFileState {
  const [prices, setPrices] = useState<KeptPrices | null>(null);
  const [isReading, setReading] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const last = useRef<File | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    setPrices(keptPrices());
    return () => running.current?.abort();
  }, []);
  const read: PriceFileState["read"] = (file, market) => {
    last.current = file ?? last.current;
    const sent = last.current;
    if (!sent) return;
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const form = new FormData();
    form.append("file", sent, sent.name);
    form.append("market", market);
    setReading(true);
    askAnalysis<PriceFile>(paths.api.curtailmentPrices(), { body: form, signal: controller.signal }).then(
      (answer) => {
        const found = pricesOf(sent.name, answer);
        keepPrices(found);
        setPrices(found);
        setRefusal(null);
        setReading(false);
        onRead(found);
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setReading(false);
        setRefusal(error instanceof Refusal ? error : new Refusal("internal"));
      },
    );
  };
  return { prices, isReading, refusal, read };
}
