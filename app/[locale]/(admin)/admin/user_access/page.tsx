import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.access");
  return { title: t("title") };
}

export default async function UserAccessPage() {
  const t = await getTranslations("admin.access");
  return (
    <div className="page py-6 md:py-8">
      <h1 className="text-xl">{t("title")}</h1>
    </div>
  );
}
