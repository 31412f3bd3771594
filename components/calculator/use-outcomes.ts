import { useCallback, useEffect, useMemo, useState } from "react";
import type { LiveMarket } from "@/components/layout/live-market";
import type { Draft } from "@/lib/calculator/core/draft";
import type { CalculatorLink } from "@/lib/calculator/core/link";
import { machineOfDraft } from "@/lib/calculator/core/machine-of-draft";
import type { PickerModel } from "@/lib/machines/schemas";
import type { Outcome, Surroundings } from "./compute-outcome";

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
  const prepare = useCallback(() => {
    import("./compute-outcome").then(({ computeOutcome }) =>
      setEngine((known) => known ?? { compute: computeOutcome }),
    );
  }, []);
  const { link, market, outcomes: answered } = rendered;
  const sameMarket = around.market === market && around.pinned === link.pinned;
  const unchanged = sameMarket && scenarios.every((draft, index) => draft === link.scenarios[index]);

  useEffect(() => {
    if (!unchanged) prepare();
  }, [unchanged, prepare]);

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
