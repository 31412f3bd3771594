"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import type { AccessItem } from "@/lib/identity/core/members/access-schemas";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { RelativeTime } from "../../ui/relative-time";
import { Skeleton } from "../../ui/skeleton";
import { toast } from "../../ui/toast";
import { Device } from "../device";
import { RefusedNote } from "../refused-note";
import { useAct } from "../use-act";
import type { AccessActions } from "./access-actions";

type Props = {
  item: AccessItem;
  /** Why the reader can't end them. */
  blocked?: string | undefined;
  actions: Pick<AccessActions, "sessions" | "endSessions">;
  onClose: () => void;
};
type Found = Awaited<ReturnType<AccessActions["sessions"]>>;

/** Where somebody is signed in to the company, and the one thing to do about it. */
export function MemberSessions({ item, blocked, actions, onClose }: Props) {
  const t = useTranslations("admin.access.sessions");
  const act = useAct();
  const [found, setFound] = useState<Found>();
  const [pending, setPending] = useState(false);
  const read = useEffectEvent(async () => setFound(await act.run(() => actions.sessions({ id: item.id }))));
  useEffect(() => void read(), []);
  const count = found?.ok ? found.data.items.length : 0;

  const end = async () => {
    setPending(true);
    const answer = await act.run(() => actions.endSessions({ id: item.id }));
    setPending(false);
    if (!answer.ok) return act.tell(answer);
    toast.success(t("ended", { name: item.name, count: answer.data.ended }));
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !pending && onClose()}
      title={t("title", { name: item.name })}
      description={t("text")}
      footer={
        count > 0 && (
          <Button variant="danger" pending={pending} disabledReason={blocked} onClick={end}>
            {t("end", { count })}
          </Button>
        )
      }
    >
      {found === undefined && <Skeleton className="h-28" />}
      {found?.ok === false && <RefusedNote refused={found} />}
      {found?.ok && count === 0 && <p className="text-muted">{t("none")}</p>}
      {found?.ok && count > 0 && (
        <ul className="grid">
          {found.data.items.map((session) => (
            <li key={session.id} className="grid gap-0.5 border-t border-line-strong py-2.5">
              <span className="flex flex-wrap justify-between gap-x-3">
                <Device userAgent={session.user_agent} />
                <span className="text-muted">{session.ip}</span>
              </span>
              <span className="flex flex-wrap justify-between gap-x-3 text-xs text-subtle">
                <span>{t.rich("since", { time: () => <RelativeTime iso={session.created_at} /> })}</span>
                <span>{t.rich("seen", { time: () => <RelativeTime iso={session.last_seen_at} /> })}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
