import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import { useAddress } from "@/components/ui/use-address";
import type { Draft } from "@/lib/calculator/core/draft";
import { type CalculatorLink, MAX_SCENARIOS, type PinnedMarket, readLink, writeLink } from "@/lib/calculator/core/link";

/** Up to four drafts, the one being edited, and the pinned market: all of it lives in the address too. */
export function useScenarios(rendered: CalculatorLink) {
  const query = useSearchParams();
  // Kept as rendered where the address says the same: the server's answers are told by that.
  const [link] = useState(() => {
    const shown = readLink(query);
    return writeLink(shown).toString() === writeLink(rendered).toString() ? rendered : shown;
  });
  const [scenarios, setScenarios] = useState(link.scenarios);
  const [pinned, setPinned] = useState<PinnedMarket | null>(link.pinned);
  const [active, setActive] = useState(0);

  useAddress(useMemo(() => writeLink({ scenarios, pinned }), [scenarios, pinned]));

  const change = useCallback(
    (fields: Draft) =>
      setScenarios((all) => all.map((draft, index) => (index === active ? { ...draft, ...fields } : draft))),
    [active],
  );
  const add = useCallback(() => {
    if (scenarios.length >= MAX_SCENARIOS) return;
    setScenarios([...scenarios, { ...scenarios[active] }]);
    setActive(scenarios.length);
  }, [scenarios, active]);
  const remove = useCallback((index: number) => {
    setScenarios((all) => (all.length > 1 ? all.filter((_, position) => position !== index) : all));
    setActive((current) => Math.max(0, current >= index ? current - 1 : current));
  }, []);

  return { scenarios, active, pinned, setActive, setPinned, change, add, remove };
}
