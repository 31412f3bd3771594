import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DoorTitle } from "@/components/identity/door/door-title";
import { LinkForm } from "@/components/identity/door/link-form";
import { paths } from "@/lib/paths";
import { takeNewAddress } from "../../link-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("identity.changeEmail");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

type Props = { params: Promise<{ token: string }> };

export default async function ChangeEmailPage({ params }: Props) {
  const locale = await getLocale();
  const [t, { token }] = await Promise.all([getTranslations("identity.changeEmail"), params]);
  const over = { text: t("over"), href: paths.security(locale), label: t("onward") };
  return (
    <div className="grid gap-6">
      <DoorTitle title={t("title")}>{t("text")}</DoorTitle>
      <LinkForm action={takeNewAddress} token={token} label={t("submit")} over={over} />
    </div>
  );
}
