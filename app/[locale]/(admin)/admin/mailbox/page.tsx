import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHead } from "@/components/admin/page-head";
import { RefreshUntil } from "@/components/identity/door/refresh-until";
import { MailText } from "@/components/identity/mail-text";
import { buttonStyle } from "@/components/ui/button-style";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { type LocalMailItem, listLocalMails } from "@/lib/identity/use-cases/local-mailbox";
import { AppError } from "@/lib/kernel/errors";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { ClosedPage } from "../../../closed-page";
import { ifAllowed } from "../allowed";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.mailbox");
  return { title: t("title") };
}

/** The mails that this installation kept instead of sending them: so every flow can be finished without a mail server. */
export default async function MailboxPage() {
  const locale = await getLocale();
  const t = await getTranslations("account.mailbox");
  const mails = await ifAllowed(ifKept(load(listLocalMails, {}, locale)));
  if (mails === null) return <ClosedPage title={t("title")} />;
  if (mails === "sent") {
    return (
      <div className="page grid gap-5 py-6">
        <PageHead title={t("title")} />
        <EmptyState title={t("sent")} text={t("sentText")} />
      </div>
    );
  }
  const again = (
    <a href={paths.mailbox(locale)} className={buttonStyle()}>
      {t("refresh")}
    </a>
  );
  return (
    <div className="page grid grid-cols-1 gap-5 py-6">
      <PageHead title={t("title")} note={t("note")} tools={again} />
      <p className="max-w-[70ch] text-muted">{t("text")}</p>
      {mails.items.length === 0 && <EmptyState title={t("empty")} text={t("emptyText")} />}
      <ol className="grid grid-cols-1 gap-6">
        {mails.items.map((item) => (
          <MailEntry key={item.id} item={item} />
        ))}
      </ol>
      {mails.items.some(({ state }) => state === "waiting") && <RefreshUntil />}
    </div>
  );
}

async function MailEntry({ item: { to, at, state, mail } }: { item: LocalMailItem }) {
  const t = await getTranslations("account.mailbox");
  const missing = state === "waiting" ? t("waiting") : state === "failed" ? t("failed") : t("gone");
  return (
    <li className="grid max-w-[80ch] grid-cols-1 gap-1">
      <p className="flex flex-wrap gap-x-3 text-xs text-subtle">
        <span>{t("to", { address: to })}</span>
        <RelativeTime iso={at} />
      </p>
      {mail ? <MailText mail={mail} heading="h2" /> : <p className="border-y border-line py-3 text-muted">{missing}</p>}
    </li>
  );
}

/** "sent" where a mail server is set. */
async function ifKept<T>(reading: Promise<T>): Promise<T | "sent"> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return "sent";
    throw error;
  }
}
