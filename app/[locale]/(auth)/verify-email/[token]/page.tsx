import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DoorTitle } from "@/components/identity/door/door-title";
import { LinkForm } from "@/components/identity/door/link-form";
import { paths } from "@/lib/paths";
import { confirmAddress } from "../../link-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("identity.verify");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

type Props = { params: Promise<{ token: string }> };

export default async function VerifyEmailPage({ params }: Props) {
  const locale = await getLocale();
  const [t, { token }] = await Promise.all([getTranslations("identity.verify"), params]);
  const over = { text: t("over"), href: paths.signIn(locale), label: t("onward") };
  return (
    <div className="grid gap-6">
      <DoorTitle title={t("title")}>{t("text")}</DoorTitle>
      <LinkForm action={confirmAddress} token={token} label={t("submit")} over={over} />
    </div>
  );
}
