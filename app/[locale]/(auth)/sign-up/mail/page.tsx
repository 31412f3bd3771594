import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { DoorTitle } from "@/components/identity/door/door-title";
import { Notice } from "@/components/identity/door/notice";
import { RefreshUntil } from "@/components/identity/door/refresh-until";
import { SendAgain } from "@/components/identity/door/send-again";
import { linkStyle } from "@/components/identity/link-style";
import { MailText } from "@/components/identity/mail-text";
import { Link } from "@/components/ui/link";
import { PENDING_MAIL_COOKIE } from "@/lib/identity/core/pending-mail";
import { readPendingMail } from "@/lib/identity/use-cases/local-mailbox";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { sendAgain } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("identity.mail");
  return { title: t("title"), robots: { index: false } };
}

export default async function SignUpMailPage() {
  const locale = await getLocale();
  const pending = (await cookies()).get(PENDING_MAIL_COOKIE)?.value ?? "";
  const [t, { email, keeps_mail, item }] = await Promise.all([
    getTranslations("identity.mail"),
    load(readPendingMail, { pending }, locale),
  ]);
  return (
    <div className="grid gap-6">
      <DoorTitle title={t("title")}>{email ? t("text", { email }) : t("textUnknown")}</DoorTitle>
      {keeps_mail && (
        <Notice>
          <p className="font-medium">{t("embeddedTitle")}</p>
          <p className="text-muted">{t("embedded")}</p>
        </Notice>
      )}
      {item && (
        <section aria-labelledby="mail" className="grid gap-2">
          <h2 id="mail" className="text-base">
            {t("yours")}
          </h2>
          {item.mail ? (
            <MailText mail={item.mail} heading="h3" />
          ) : item.state === "waiting" ? (
            <p className="text-muted">
              {t("waiting")}
              <RefreshUntil />
            </p>
          ) : (
            <p className="text-muted">{t("gone")}</p>
          )}
        </section>
      )}
      {!keeps_mail && <p className="text-muted">{t("spam")}</p>}
      {email && <SendAgain action={sendAgain} email={email} />}
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <Link href={paths.signIn(locale)} className={linkStyle}>
          {t("signIn")}
        </Link>
        <Link href={paths.signUp(locale)} className={linkStyle}>
          {t("other")}
        </Link>
      </p>
    </div>
  );
}
