import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { EditForm } from "@/components/machines/edit-form";
import { ModelFacts } from "@/components/machines/model-facts";
import { ModelHistory } from "@/components/machines/model-history";
import { ModelMarks } from "@/components/machines/model-marks";
import { RetireButton } from "@/components/machines/retire-button";
import { UnderCatalogue } from "@/components/machines/under-catalogue";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { dateText } from "@/lib/i18n/time-format";
import { listCatalogue } from "@/lib/machines/use-cases/list-catalogue";
import { modelHistory } from "@/lib/machines/use-cases/model-history";
import { readOneModel } from "@/lib/machines/use-cases/read-model";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { ClosedPage } from "../../../../closed-page";
import { pageMe } from "../../../../who";
import { ifAllowed } from "../../allowed";
import { editModel, findTwin, retireModel, unretireModel } from "../actions";
import { ifThere } from "../there";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue");
  return { title: t("title") };
}

/** One machine: its figures to change or to look at, and who changed them before. */
export default async function MachinePage({ params }: { params: Promise<{ id: string }> }) {
  const [locale, t, { id }] = await Promise.all([getLocale(), getTranslations("catalogue"), params]);
  const page = await ifAllowed(load(listCatalogue, { limit: 1 }, locale));
  if (page === null) return <ClosedPage title={t("title")} />;
  const model = await ifThere(load(readOneModel, { id: decodeURIComponent(id) }, locale));
  if (model === null) notFound();
  const history = model.editable ? await load(modelHistory, { id: model.id }, locale) : null;
  const addsOwn = !model.editable && page.adds_to === "private";

  return (
    <ClientMessages namespaces={["admin", "catalogue", "identity"]}>
      <UnderCatalogue
        title={
          <span className="flex flex-wrap items-center gap-2 wrap-anywhere">
            {model.label}
            <ModelMarks model={model} />
          </span>
        }
        note={t(model.scope === "shared" ? "model.sharedNote" : "model.ownNote")}
        tools={
          model.editable ? (
            <RetireButton model={model} retire={retireModel} unretire={unretireModel} />
          ) : (
            addsOwn && (
              <ButtonLink href={paths.addMiner(locale, { from: model.id })}>{t("model.ownVersion")}</ButtonLink>
            )
          )
        }
      >
        {model.retired_at !== null && (
          <p className="border-l-2 border-warn py-1 pl-3 text-muted">
            {t("model.retiredSince", { date: dateText(locale, model.retired_at) })}
          </p>
        )}
        {model.editable ? (
          <EditForm
            reader={(await pageMe(locale)).id}
            model={model}
            manufacturers={page.manufacturers}
            edit={editModel}
            findTwin={findTwin}
          />
        ) : (
          <>
            <ModelFacts model={model} />
            {addsOwn && <p className="max-w-[70ch] text-muted">{t("model.readOnly")}</p>}
          </>
        )}
        {history && (
          <Section title={t("model.history")} id="history" className="mt-4">
            <ModelHistory items={history.items} />
          </Section>
        )}
      </UnderCatalogue>
    </ClientMessages>
  );
}
