"use client";

import { useLocale } from "next-intl";
import { Link } from "@/components/ui/link";
import { ActionForm } from "../form/action-form";
import { useForm } from "../form/form-context";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { linkStyle } from "../link-style";

type Props = {
  action: FormAction;
  token: string;
  label: string;
  /** The way on from a link that is over: how a new one is asked for, and where. */
  over: Onward;
};
type Onward = { text: string; href: string; label: string };

/** One button under what the link of a mail does: opening a link must never do it by itself. */
export function LinkForm({ action, token, label, over }: Props) {
  const locale = useLocale();
  return (
    <ActionForm action={action} hidden={{ token, locale }}>
      <Press label={label} over={over} />
    </ActionForm>
  );
}

/** The button, and where the link leads nowhere any more the way on instead. */
function Press({ label, over }: Pick<Props, "label" | "over">) {
  const { state } = useForm();
  if (state.code !== "link_over") return <SubmitButton size="lg">{label}</SubmitButton>;
  return (
    <div className="grid justify-items-start gap-1">
      <p className="text-muted">{over.text}</p>
      <Link href={over.href} className={linkStyle}>
        {over.label}
      </Link>
    </div>
  );
}
