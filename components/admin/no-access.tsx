import { useLocale, useTranslations } from "next-intl";
import type { ActingRole } from "@/lib/identity/policy";
import { paths } from "@/lib/paths";
import { ButtonLink } from "../ui/button-link";
import { EmptyState } from "../ui/empty-state";
import { closedTo } from "./closed-to";

type Props = {
  title: string;
  role: ActingRole | null;
  /** The page is the platform's, and no role in a company opens it. */
  isPlatform?: boolean;
};

/** The page is there, and not for this reader: says so, and what they can do about it. */
export function NoAccess({ title, role, isPlatform = false }: Props) {
  const t = useTranslations("admin.noAccess");
  const locale = useLocale();
  const why = closedTo(role, isPlatform);
  return (
    <div className="page grid gap-5 py-6">
      <h1 className="text-lg">{title}</h1>
      <EmptyState
        title={t(`${why}.title`)}
        text={t(`${why}.text`)}
        actions={
          <>
            {why === "keeper" && (
              <ButtonLink variant="primary" href={paths.tenants(locale)}>
                {t("companies")}
              </ButtonLink>
            )}
            <ButtonLink href={paths.overview(locale)}>{t("back")}</ButtonLink>
          </>
        }
      />
    </div>
  );
}
