import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DoorTitle } from "@/components/identity/door/door-title";
import { Notice } from "@/components/identity/door/notice";
import { SignIn } from "@/components/identity/door/sign-in";
import { safeReturn } from "@/lib/kernel/safe-return";
import { paths } from "@/lib/paths";
import { readerOf } from "../../who";
import {
  confirmCode,
  confirmWithPasskey,
  passkeyOptions,
  signIn,
  signInWithPasskey,
  signInWithWallet,
  walletMessage,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("identity.signIn");
  return { title: t("title"), robots: { index: false } };
}

const NOTICES = ["over", "verified", "reset", "addressChanged"] as const;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const locale = await getLocale();
  const [t, query, me] = await Promise.all([getTranslations("identity.signIn"), searchParams, readerOf(locale)]);
  const next = safeReturn(query.next, paths.overview(locale));
  if (me) redirect(me.must_enrol ? paths.enrol(locale) : next);
  const notice = NOTICES.find((name) => query[name] === "1");
  return (
    <div className="grid gap-6">
      <DoorTitle title={t("title")} />
      {notice && <Notice tone={notice === "over" ? "info" : "success"}>{t(notice)}</Notice>}
      <SignIn
        next={next}
        actions={{
          signIn,
          confirmCode,
          confirmWithPasskey,
          passkeyOptions,
          signInWithPasskey,
          walletMessage,
          signInWithWallet,
        }}
      />
    </div>
  );
}
