import { Mark } from "@/components/layout/mark";
import { buttonStyle } from "@/components/ui/button-style";
import { Link } from "@/components/ui/link";
import { messages } from "@/lib/i18n/messages";
import { routing } from "@/lib/i18n/routing";
import { paths } from "@/lib/paths";

/** For an address outside every language, such as a picture that isn't there: says it in both. */
export default function NotFoundAnywhere() {
  return (
    <main className="page grid justify-items-start gap-10 py-16">
      <title>404 · HashInsight</title>
      <Mark locale={routing.defaultLocale} />
      {routing.locales.map((locale) => {
        const { title, text, home } = messages[locale].errors.notFound;
        return (
          <section key={locale} lang={locale === "zh" ? "zh-CN" : "en"} className="grid justify-items-start gap-3">
            <h1 className="text-xl">{title}</h1>
            <p className="max-w-[60ch] text-base text-muted">{text}</p>
            <Link href={paths.home(locale)} className={buttonStyle()}>
              {home}
            </Link>
          </section>
        );
      })}
    </main>
  );
}
