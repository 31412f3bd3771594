"use client";

import { useTranslations } from "next-intl";
import { useFigures } from "@/components/ui/units-provider";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import type { FieldError } from "@/lib/kernel/errors";
import { MINER_LIMITS } from "@/lib/machines/core/user-miners/miner-limits";
import type { FormState } from "./form-state";

type Words = ReturnType<typeof useTranslations<"identity">>;
type Key = Parameters<Words>[0];

/** Refusals in the reader's language: by code, then by field; the server's own words are English. */
export function useErrorWords() {
  const t = useTranslations("identity");
  const show = useFigures();
  const price = (usd: number) => inlineFigure(show.powerPrice(usd, { digits: 0 }));
  const common = useTranslations("common.states");
  const has = (key: string): key is Key => t.has(key as Key);
  return {
    /** For a whole form: the narrowest word that there is. */
    ofForm({ code = "internal", errors, retryAfterSeconds, members = {} }: FormState): string {
      const own = `errors.${errors?.[0]?.code}`;
      if (errors?.[0] && has(own)) return t(own);
      if (code === "limit_exceeded")
        return t("errors.limit_exceeded", { minutes: Math.max(1, Math.ceil((retryAfterSeconds ?? 60) / 60)) });
      if (code === "plan_limit" && "limit" in members)
        return t("errors.plan_limit_machines", {
          plan: String(members.plan),
          limit: Number(members.limit),
          used: Number(members.in_use),
          asked: Number(members.asked),
        });
      const key = `errors.${code}`;
      return has(key) ? t(key) : t("errors.internal");
    },
    /** For one field: a code that says what is wrong, else what the field expects. */
    ofField({ path, code }: FieldError): string {
      const name = path.split(".")[0] ?? path;
      const found = [`errors.${code}`, `errors.fields.${name}`].find(has);
      if (found === "errors.fields.electricity_cost") {
        const [least, most] = MINER_LIMITS.electricity_cost;
        // In the unit that the field is shown in.
        return t(found, { least: price(least), most: price(most) });
      }
      return found ? t(found) : t("errors.field");
    },
    request: (id: string) => `${common("requestId")} ${id}`,
  };
}
