import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { LiveMarket } from "@/components/layout/live-market";
import { toast } from "@/components/ui/toast";
import type { Draft } from "@/lib/calculator/core/draft";
import type { CalculatorLink } from "@/lib/calculator/core/link";
import { machineOfDraft } from "@/lib/calculator/core/machine-of-draft";
import type { PickerModel } from "@/lib/machines/schemas";
import type { Outcome, Surroundings } from "./compute-outcome";

const FETCH_AHEAD_AFTER_MS = 6_000;

type Engine = typeof import("./compute-outcome")["computeOutcome"];

/** What the server rendered: from which link, on which market, with which answers. */
type Rendered = { link: CalculatorLink; market: LiveMarket; outcomes: readonly Outcome[] };

/**
 * The answer to each scenario. The server's own where nothing changed since (JavaScript engines differ in the last
 * digit of a power); everything else is computed here. The engine comes when the reader reaches for the form
 * (`prepare`) or something has changed; until it is there the answers before it stay.
 */
export function useOutcomes(
  scenarios: readonly Draft[],
  around: Surroundings & { market: LiveMarket },
  machines: readonly PickerModel[],
  rendered: Rendered,
): { outcomes: readonly Outcome[]; prepare: () => void } {
  const [engine, setEngine] = useState<{ compute: Engine } | null>(null);
  const offline = useTranslations("calculator.errors")("offline");
  const prepare = useCallback(() => {
    import("./compute-outcome").then(
      ({ computeOutcome }) => setEngine((known) => known ?? { compute: computeOutcome }),
      () => toast.error(offline),
    );
  }, [offline]);
  const { link, market, outcomes: answered } = rendered;
  const sameMarket = around.market === market && around.pinned === link.pinned;
  const unchanged = sameMarket && scenarios.every((draft, index) => draft === link.scenarios[index]);

  useEffect(() => {
    if (!unchanged) prepare();
  }, [unchanged, prepare]);

  // Once the page rests, what the form opens is fetched too: then a lost connection breaks nothing.
  useEffect(() => {
    const timer = setTimeout(() => {
      prepare();
      void Promise.allSettled([import("./share-dialog"), import("@/components/ui/picker-popup")]);
    }, FETCH_AHEAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [prepare]);

  const outcomes = useMemo<readonly Outcome[]>(
    () =>
      scenarios.flatMap((draft, index) => {
        const fromServer = answered[index] ?? answered[0];
        const current = sameMarket && draft === link.scenarios[index];
        if (fromServer && (current || !engine)) return [fromServer];
        return engine ? [engine.compute(draft, machineOfDraft(machines, draft), around)] : [];
      }),
    [scenarios, around, machines, engine, answered, link, sameMarket],
  );
  return { outcomes, prepare };
}
