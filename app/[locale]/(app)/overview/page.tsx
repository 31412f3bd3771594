import { getTranslations } from "next-intl/server";

export default async function OverviewPage() {
  const t = await getTranslations("app.overview");
  return (
    <div className="page py-6 md:py-8">
      <h1 className="text-lg">{t("title")}</h1>
    </div>
  );
}
