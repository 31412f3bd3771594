import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DoorTitle } from "@/components/identity/door/door-title";
import { AcceptInvitation, JoinCompany, OtherAccount } from "@/components/identity/door/invitation";
import { ButtonLink } from "@/components/ui/button-link";
import { absoluteTime } from "@/lib/i18n/time-format";
import { previewInvitation } from "@/lib/identity/use-cases/members/preview-invitation";
import type { Locale } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { signOut } from "../../../shell-actions";
import { readerOf } from "../../../who";
import { accept, join } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("identity.invitation");
  return { title: t("metaTitle"), robots: { index: false }, referrer: "same-origin" };
}

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const locale = await getLocale();
  const { token } = await params;
  const [t, roles, preview, me] = await Promise.all([
    getTranslations("identity.invitation"),
    getTranslations("identity.roles"),
    previewOf(token, locale),
    readerOf(locale),
  ]);
  if (!preview) return <DoorTitle title={t("overTitle")}>{t("overText")}</DoorTitle>;
  const { company, inviter, email, role, expires_at, access_expires_at } = preview;
  const facts = [
    [t("role"), roles(role)],
    [t("until"), absoluteTime(locale, expires_at)],
    ...(access_expires_at ? [[t("accessUntil"), absoluteTime(locale, access_expires_at)]] : []),
  ] as const;
  return (
    <div className="grid gap-6">
      <DoorTitle title={t("title", { company })}>{t("text", { inviter, email, company })}</DoorTitle>
      <dl className="grid border-t border-line">
        {facts.map(([name, value]) => (
          <div key={name} className="flex min-h-9 items-center justify-between gap-4 border-b border-line">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
      {me && me.email !== email && <OtherAccount own={me.email} invited={email} signOut={signOut} />}
      {me && me.email === email && <AcceptInvitation action={accept} token={token} company={company} />}
      {!me && (
        <>
          <JoinCompany action={join} token={token} name={preview.name ?? ""} words={[company, email]} />
          <section className="grid gap-2 border-t border-line pt-6">
            <h2 className="text-base">{t("signInTitle")}</h2>
            <ButtonLink href={paths.signIn(locale, { next: paths.invitation(locale, token) })}>
              {t("signIn")}
            </ButtonLink>
          </section>
        </>
      )}
    </div>
  );
}

/** Null for a link that leads nowhere any more. */
async function previewOf(token: string, locale: Locale) {
  try {
    return await load(previewInvitation, { token }, locale);
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "validation")) return null;
    throw error;
  }
}
