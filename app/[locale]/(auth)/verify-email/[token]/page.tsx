import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoorTitle } from "@/components/identity/door/door-title";
import { LinkForm } from "@/components/identity/door/link-form";
import { confirmAddress } from "../../link-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("identity.verify");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

type Props = { params: Promise<{ token: string }> };

export default async function VerifyEmailPage({ params }: Props) {
  const [t, { token }] = await Promise.all([getTranslations("identity.verify"), params]);
  return (
    <div className="grid gap-6">
      <DoorTitle title={t("title")}>{t("text")}</DoorTitle>
      <LinkForm action={confirmAddress} token={token} label={t("submit")} />
    </div>
  );
}
