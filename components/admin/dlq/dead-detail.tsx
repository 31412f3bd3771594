import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DeadDetail as Detail } from "@/lib/admin/core/dlq/schemas";
import { RelativeTime } from "../../ui/relative-time";
import { StateMark } from "../state-mark";
import { type ReplayAction, ReplayButton } from "./replay-button";

type Group = Detail["groups"][number];

/** One dead event: what became of it in each group, and what was published. */
export function DeadDetail({ dead, replay }: { dead: Detail; replay: ReplayAction }) {
  const t = useTranslations("admin.dlq");
  return (
    <div className="grid grid-cols-1 gap-6">
      {dead.groups.map((group) => (
        <GroupFacts key={group.group} group={group} replay={replay} />
      ))}
      <section className="grid min-w-0 gap-2">
        <h3 className="text-base">{t("published")}</h3>
        <pre className="max-h-[28rem] overflow-auto rounded-md bg-surface p-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
          {JSON.stringify(dead.event, null, 2)}
        </pre>
      </section>
    </div>
  );
}

function GroupFacts({ group, replay }: { group: Group; replay: ReplayAction }) {
  const t = useTranslations("admin.dlq");
  return (
    <section className="grid gap-3">
      <h3 className="text-base">{group.group}</h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
        <Fact name={t("state")}>
          <DeadState group={group} />
        </Fact>
        {group.error_message !== null && (
          <Fact name={t("why")}>
            {group.error_kind}: {group.error_message}
          </Fact>
        )}
        <Fact name={t("tries")}>{group.retry_count}</Fact>
        <Fact name={t("failedAt")}>
          <RelativeTime iso={group.failed_at} />
        </Fact>
        <Fact name={t("aggregate")}>
          {group.aggregate_key}, {t("version", { version: group.aggregate_version })}
        </Fact>
        <Fact name={t("topic")}>{group.topic}</Fact>
        <Fact name={t("company")}>{group.tenant_id ?? t("noCompany")}</Fact>
        {group.replayed_at !== null && (
          <Fact name={t("replayedBy")}>
            {group.replayed_by}: {group.replay_reason}
          </Fact>
        )}
      </dl>
      {group.replayed_at === null && (
        <div>
          <ReplayButton
            filter={{ group: group.group, aggregate_key: group.aggregate_key, hours: undefined }}
            replay={replay}
            isEmpty={false}
            label={t("replay.ofAggregate")}
          />
        </div>
      )}
    </section>
  );
}

function DeadState({ group: { replayed_at, reason } }: { group: Group }) {
  const t = useTranslations("admin.dlq");
  if (replayed_at !== null)
    return (
      <StateMark tone="good">
        {t("states.replayed")} <RelativeTime iso={replayed_at} />
      </StateMark>
    );
  return reason === "blocked" ? (
    <StateMark tone="off">{t("waitsBehind")}</StateMark>
  ) : (
    <StateMark tone="bad">{t("states.failed")}</StateMark>
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
