import { notFound, redirect } from "next/navigation";
import { hasLocale } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { StepUpProvider } from "@/components/identity/step-up/step-up-provider";
import { AppShell } from "@/components/layout/app-shell";
import { ClientMessages } from "@/components/layout/client-messages";
import type { Reader } from "@/components/layout/reader";
import { routing } from "@/lib/i18n/routing";
import { menuFor } from "@/lib/identity/core/menu";
import { type ActingRole, accessOf } from "@/lib/identity/policy";
import type { Me } from "@/lib/identity/schemas";
import { paths } from "@/lib/paths";
import { pageMarket } from "./market";
import { endSupport, passkeyOptions, signOut, stepUp, switchTenant } from "./shell-actions";
import { pageMe } from "./who";

/** The menu of a person, from the table of access. */
export const menuOf = (me: Me) => menuFor((module) => accessOf(me.role as ActingRole, module), me);

/** Around every page that asks for a session. It shows who is there and guards nothing: each page's use cases do. */
export async function SignedIn({ locale: asked, children }: { locale: string; children: ReactNode }) {
  if (!hasLocale(routing.locales, asked)) notFound();
  const locale = await getLocale();
  const [me, market] = await Promise.all([pageMe(locale), pageMarket(locale)]);
  if (me.must_enrol) redirect(paths.enrol(locale));
  const menu = menuOf(me);
  const reader: Reader = { ...(await inWords(me)), menu: menu.map(({ key }) => key) };
  return (
    <AppShell reader={reader} menu={menu} market={market} actions={{ signOut, switchTenant, endSupport }}>
      <ClientMessages namespaces={["identity"]}>
        <StepUpProvider hasSecondFactor={me.has_second_factor} actions={{ stepUp, passkeyOptions }}>
          {children}
        </StepUpProvider>
      </ClientMessages>
    </AppShell>
  );
}

/** What the shell says of a person. */
export async function inWords(me: Me): Promise<Omit<Reader, "menu">> {
  const t = await getTranslations("identity.roles");
  return {
    whose: { userId: me.id, tenantId: me.tenant_id },
    name: me.name,
    email: me.email,
    role: me.role ? t(me.role as ActingRole) : t("none"),
    company: me.tenant ? { id: me.tenant.id, name: me.tenant.name } : null,
    companies: me.tenants
      .filter((tenant) => tenant.may_enter)
      .map(({ id, name, role }) => ({ id, name, role: t(role as ActingRole) })),
    support: me.support,
  };
}
