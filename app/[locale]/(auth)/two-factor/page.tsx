import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Enrol } from "@/components/identity/factors/enrol";
import { StepUpProvider } from "@/components/identity/step-up/step-up-provider";
import { paths } from "@/lib/paths";
import { addPasskey, beginPasskey, beginTotp, confirmTotp } from "../../factor-actions";
import { passkeyOptions, signOut, stepUp } from "../../shell-actions";
import { inWords } from "../../signed-in";
import { pageMe } from "../../who";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("identity.enrol");
  return { title: t("title"), robots: { index: false } };
}

/** Where who must have a second factor is led until it is there. */
export default async function TwoFactorPage() {
  const locale = await getLocale();
  const me = await pageMe(locale);
  // Nothing demands a factor of them: the page where they may add one says more.
  if (!me.must_enrol && !me.has_second_factor) redirect(paths.security(locale));
  // No redirect for who has one: the codes are still on the page when the factor begins to count.
  const { role } = await inWords(me);
  return (
    <StepUpProvider hasSecondFactor={me.has_second_factor} actions={{ stepUp, passkeyOptions }}>
      <Enrol
        isNeeded={me.must_enrol}
        email={me.email}
        role={role}
        actions={{ beginTotp, confirmTotp, beginPasskey, addPasskey, signOut }}
      />
    </StepUpProvider>
  );
}
