import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.system");
  return { title: t("title") };
}

export default async function SystemPage() {
  const t = await getTranslations("admin.system");
  return (
    <div className="page py-6 md:py-8">
      <h1 className="text-xl">{t("title")}</h1>
    </div>
  );
}
