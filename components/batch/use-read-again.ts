"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useState } from "react";
import type { FleetDefaults } from "@/lib/calculator/core/fleet/schemas";
import type { FleetReading } from "@/lib/machines/core/fleet/schemas";
import { paths } from "@/lib/paths";
import type { Refused } from "../admin/answer";
import type { Upload } from "./batch-list";
import { readAgain } from "./send-list";

type Change = Partial<FleetReading> & { defaults?: FleetDefaults };

/** Reads a list otherwise and goes to the new one; what isn't said stays as it was read before. */
export function useReadAgain({ id, reading, computed }: Upload) {
  const locale = useLocale();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const again = async ({ defaults = computed?.defaults ?? {}, ...change }: Change) => {
    if (pending) return;
    setPending(true);
    setRefused(undefined);
    const answer = await readAgain(id, { ...reading, ...change, defaults });
    if (answer.ok) return router.push(paths.batchList(locale, answer.data.id));
    setPending(false);
    setRefused(answer);
  };
  return { again, pending, refused };
}
