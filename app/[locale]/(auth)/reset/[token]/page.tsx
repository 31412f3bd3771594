import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DoorTitle } from "@/components/identity/door/door-title";
import { NewPassword } from "@/components/identity/door/new-password";
import { linkStyle } from "@/components/identity/link-style";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import { setNewPassword } from "../../link-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("identity.reset");
  return { title: t("newTitle"), robots: { index: false }, referrer: "same-origin" };
}

type Props = { params: Promise<{ token: string }> };

export default async function NewPasswordPage({ params }: Props) {
  const locale = await getLocale();
  const [t, { token }] = await Promise.all([getTranslations("identity.reset"), params]);
  return (
    <div className="grid gap-6">
      <DoorTitle title={t("newTitle")}>{t("newText")}</DoorTitle>
      <NewPassword action={setNewPassword} token={token} />
      <Link href={paths.forgotPassword(locale)} className={linkStyle}>
        {t("newLink")}
      </Link>
    </div>
  );
}
