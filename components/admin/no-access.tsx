import { useLocale, useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import { ButtonLink } from "../ui/button-link";
import { EmptyState } from "../ui/empty-state";

type Props = {
  title: string;
  /** The page is the platform's, and no role in a company opens it. */
  isPlatform?: boolean;
};

/** The page is there, and not for this role: says so, and who can change that. */
export function NoAccess({ title, isPlatform = false }: Props) {
  const t = useTranslations("admin.noAccess");
  const locale = useLocale();
  return (
    <div className="page grid gap-5 py-6">
      <h1 className="text-lg">{title}</h1>
      <EmptyState
        title={t("title")}
        text={t(isPlatform ? "platform" : "text")}
        actions={<ButtonLink href={paths.overview(locale)}>{t("back")}</ButtonLink>}
      />
    </div>
  );
}
