import { useTranslations } from "next-intl";
import type { AccessItem } from "@/lib/identity/core/members/access-schemas";
import { StateMark, type Tone } from "../state-mark";

const TONES: Record<AccessItem["status"], Tone> = { active: "good", expired: "low", revoked: "bad" };

export function AccessMark({ status }: { status: AccessItem["status"] }) {
  const t = useTranslations("admin.access.status");
  return <StateMark tone={TONES[status]}>{t(status)}</StateMark>;
}
