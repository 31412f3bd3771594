import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ApiKeys } from "@/components/identity/keys/api-keys";
import { Usage } from "@/components/identity/keys/usage";
import { ClientMessages } from "@/components/layout/client-messages";
import { type ActingRole, KEY_SCOPES, roleMay } from "@/lib/identity/policy";
import { listKeys } from "@/lib/identity/use-cases/api-keys/list-keys";
import { readUsage } from "@/lib/identity/use-cases/api-keys/read-usage";
import { isoDate } from "@/lib/kernel/calendar";
import { MODULES } from "@/lib/kernel/permission";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { ifAllowed } from "../../../(admin)/admin/allowed";
import { ClosedPage } from "../../../closed-page";
import { pageMe } from "../../../who";
import { createKey, revokeKey, rotateKey } from "./actions";

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 729;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.keys");
  return { title: t("title") };
}

/** The company's keys for programs, and what they were used for. */
export default async function ApiKeysPage() {
  const locale = await getLocale();
  const [t, me] = await Promise.all([getTranslations("account.keys"), pageMe(locale)]);
  const found = await ifAllowed(Promise.all([load(listKeys, {}, locale), load(readUsage, {}, locale)]));
  if (found === null) return <ClosedPage title={t("title")} />;
  const [{ items }, usage] = found;
  const role = me.role as ActingRole | null;
  const mayGive = (scope: (typeof KEY_SCOPES)[number]) => KEY_SCOPES.includes(scope) && roleMay(role, scope);
  const modules = MODULES.filter((module) => mayGive(`${module}:read`)).map((module) => ({
    module,
    mayWrite: mayGive(`${module}:write`),
  }));
  const now = Date.now();
  return (
    <ClientMessages namespaces={["account", "identity"]}>
      <div className="page grid grid-cols-1 gap-5 py-6">
        <ApiKeys
          keys={items}
          mayWrite={roleMay(role, "integrations:write")}
          scopes={{ modules, mayPlan: mayGive("ops:plan") }}
          days={{ first: isoDate(now), last: isoDate(now + LONGEST_DAYS * DAY_MS) }}
          docsHref={paths.apiDocs()}
          actions={{ createKey, rotateKey, revokeKey }}
        />
        <Usage usage={usage} />
      </div>
    </ClientMessages>
  );
}
