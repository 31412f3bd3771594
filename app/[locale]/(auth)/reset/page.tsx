import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AskReset } from "@/components/identity/door/ask-reset";
import { Notice } from "@/components/identity/door/notice";
import { linkStyle } from "@/components/identity/link-style";
import { Link } from "@/components/ui/link";
import { readInstallation } from "@/lib/identity/use-cases/installation";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { askReset } from "../link-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("identity.reset");
  return { title: t("title"), robots: { index: false } };
}

export default async function ResetPage() {
  const locale = await getLocale();
  const [t, { keeps_mail }] = await Promise.all([getTranslations("identity"), load(readInstallation, {}, locale)]);
  return (
    <div className="grid gap-6">
      <AskReset action={askReset} />
      {keeps_mail && (
        <Notice>
          <p className="font-medium">{t("mail.embeddedTitle")}</p>
          <p className="text-muted">{t("mail.embedded")}</p>
        </Notice>
      )}
      <Link href={paths.signIn(locale)} className={linkStyle}>
        {t("reset.back")}
      </Link>
    </div>
  );
}
