"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { KeyItem } from "@/lib/identity/core/api-keys/schemas";
import { PageHead } from "../../admin/page-head";
import { useAct } from "../../admin/use-act";
import { ButtonLink } from "../../ui/button-link";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { EmptyState } from "../../ui/empty-state";
import { toast } from "../../ui/toast";
import type { KeyActions, NewKey } from "./key-actions";
import { KeyTable } from "./key-table";
import type { KeyDays } from "./last-day-field";
import { MakeKey } from "./make-key";
import { RotateKey } from "./rotate-key";
import type { GivenScopes } from "./scope-fields";
import { ShownKey } from "./shown-key";

type Props = {
  keys: readonly KeyItem[];
  mayWrite: boolean;
  scopes: GivenScopes;
  days: KeyDays;
  docsHref: string;
  actions: KeyActions;
};

/** The company's keys for programs: made, rotated, revoked. A key is shown once. */
export function ApiKeys({ keys, mayWrite, scopes, days, docsHref, actions }: Props) {
  const t = useTranslations("account.keys");
  const router = useRouter();
  const act = useAct();
  const [made, setMade] = useState<NewKey>();
  const [rotating, setRotating] = useState<KeyItem>();
  const [revoking, setRevoking] = useState<KeyItem>();
  const revoke = async ({ id, name }: KeyItem) => {
    const answer = await act.run(() => actions.revokeKey({ id }));
    if (!answer.ok) return act.tell(answer);
    toast.success(t("revoked", { name }));
    router.refresh();
  };
  return (
    <>
      <PageHead
        title={t("title")}
        note={t("note")}
        tools={
          <>
            <ButtonLink href={docsHref} prefetch={false}>
              {t("docs")}
            </ButtonLink>
            {mayWrite && <MakeKey scopes={scopes} days={days} createKey={actions.createKey} onMade={setMade} />}
          </>
        }
      />
      {!mayWrite && <p className="text-muted">{t("readOnly")}</p>}
      {keys.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText")} />
      ) : (
        <KeyTable keys={keys} doing={mayWrite ? { rotate: setRotating, revoke: setRevoking } : null} />
      )}
      <RotateKey
        target={rotating}
        days={days}
        rotateKey={actions.rotateKey}
        onClose={() => setRotating(undefined)}
        onMade={setMade}
      />
      <ShownKey
        made={made}
        onDone={() => {
          setMade(undefined);
          router.refresh();
        }}
      />
      {revoking && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setRevoking(undefined)}
          title={t("revokeTitle", { name: revoking.name })}
          effect={t("revokeEffect")}
          confirmLabel={t("revokeConfirm")}
          typeToConfirm={revoking.name}
          onConfirm={() => revoke(revoking)}
        />
      )}
    </>
  );
}
