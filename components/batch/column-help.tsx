import { useTranslations } from "next-intl";
import { FLEET_FIELDS } from "@/lib/machines/core/fleet/fleet-fields";
import { Disclosure } from "../ui/disclosure";
import { Table } from "../ui/table";

/** What the template's columns mean; any other list is read by the same names, in either language. */
export function ColumnHelp() {
  const t = useTranslations("batch.help");
  const fields = useTranslations("batch.fields");
  return (
    <Disclosure title={t("title")} note={t("note")}>
      <p className="max-w-[70ch] text-muted">{t("text")}</p>
      <Table
        caption={t("title")}
        columns={[
          { key: "field", header: t("column"), cell: (field) => <span className="text-text">{fields(field)}</span> },
          {
            key: "what",
            header: t("what"),
            cell: (field) => <span className="text-muted">{t(`fields.${field}`)}</span>,
          },
          { key: "example", header: t("example"), cell: (field) => t(`examples.${field}`) },
        ]}
        rows={FLEET_FIELDS}
        rowKey={(field) => field}
      />
    </Disclosure>
  );
}
