import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DoorTitle } from "@/components/identity/door/door-title";
import { SignUp } from "@/components/identity/door/sign-up";
import { linkStyle } from "@/components/identity/link-style";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import { readerOf } from "../../who";
import { signUp } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("identity.signUp");
  return { title: t("title"), description: t("intro") };
}

export default async function SignUpPage() {
  const locale = await getLocale();
  const [t, me] = await Promise.all([getTranslations("identity.signUp"), readerOf(locale)]);
  if (me) redirect(paths.overview(locale));
  return (
    <div className="grid gap-6">
      <DoorTitle title={t("title")}>{t("intro")}</DoorTitle>
      <SignUp action={signUp} />
      <p className="text-muted">
        {t("have")}{" "}
        <Link href={paths.signIn(locale)} className={linkStyle}>
          {t("signIn")}
        </Link>
      </p>
    </div>
  );
}
