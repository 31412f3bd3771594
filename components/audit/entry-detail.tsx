import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AuditDetail } from "@/lib/audit/schemas";
import { figures } from "@/lib/i18n/figures";
import { paths } from "@/lib/paths";
import { ButtonLink } from "../ui/button-link";
import { Disclosure } from "../ui/disclosure";
import { ActorName } from "./actor-name";
import { ChangeList } from "./change-list";
import { useAuditNames } from "./names";

/** One entry: who, what, the difference, and its place in the chain. */
export function EntryDetail({ entry }: { entry: AuditDetail }) {
  const t = useTranslations("audit");
  const locale = useLocale();
  const names = useAuditNames();
  const show = figures(locale);
  return (
    <div className="grid grid-cols-1 gap-5">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
        <Fact name={t("who")}>
          <ActorName actor={entry.actor} />
        </Fact>
        <Fact name={t("when")}>
          <time dateTime={entry.at}>{entry.at.replace("T", " ").replace("Z", " UTC")}</time>
        </Fact>
        <Fact name={t("thing")}>
          {names.entity(entry.entity)} <Code>{entry.entity_id}</Code>
        </Fact>
      </dl>
      <section className="grid gap-2">
        <h3 className="text-base">{t("changes.title")}</h3>
        <ChangeList changes={entry.changes} />
      </section>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={paths.audit(locale, { entity: entry.entity, entity_id: entry.entity_id })}>
          {t("allOfThing")}
        </ButtonLink>
        <ButtonLink href={paths.audit(locale, { actor: entry.actor.id })}>{t("allOfActor")}</ButtonLink>
        <ButtonLink href={paths.audit(locale, { use_case: entry.use_case })}>{t("allOfAction")}</ButtonLink>
      </div>
      <div>
        <Disclosure title={t("place")} note={entry.seq === null ? t("notSealed") : t("linkNumber", { seq: entry.seq })}>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
            <Fact name={t("number")}>
              {entry.seq === null ? t("notSealedLong") : show.number(entry.seq, { digits: 0 }).text}
            </Fact>
            {entry.hash && (
              <Fact name={t("hash")}>
                <Code>{entry.hash}</Code>
              </Fact>
            )}
            {entry.prev_hash && (
              <Fact name={t("prevHash")}>
                <Code>{entry.prev_hash}</Code>
              </Fact>
            )}
            <Fact name={t("actionId")}>
              <Code>{entry.use_case}</Code>
            </Fact>
            <Fact name={t("entryId")}>
              <Code>{entry.id}</Code>
            </Fact>
            <Fact name={t("request")}>
              <Code>{entry.request_id}</Code>
            </Fact>
            <Fact name={t("actorId")}>
              <Code>{entry.actor.id}</Code>
            </Fact>
          </dl>
        </Disclosure>
        <Disclosure title={t("json")} note={t("jsonNote")}>
          <Json title={t("changes.before")} value={entry.before} />
          <Json title={t("changes.after")} value={entry.after} />
        </Disclosure>
      </div>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-subtle">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

const Code = ({ children }: { children: ReactNode }) => (
  <code className="font-mono text-xs wrap-anywhere select-all">{children}</code>
);

function Json({ title, value }: { title: string; value: unknown }) {
  return (
    <div className="grid min-w-0 gap-1">
      <span className="text-xs text-subtle">{title}</span>
      <pre className="max-h-80 overflow-auto rounded-md bg-surface p-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
        {value === null ? "–" : JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}
