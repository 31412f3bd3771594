"use client";

import Circle from "lucide-react/icons/circle";
import CircleCheck from "lucide-react/icons/circle-check";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { helpPassword } from "@/lib/identity/core/password-help";
import { PasswordField } from "./password-field";

type Props = {
  name?: string;
  label: ReactNode;
  /** What the server knows and a password must not be made of; the form's own fields are read as well. */
  words?: readonly string[];
};

/** Fields whose words must not make the password. */
const OWN_WORDS = ["name", "company", "email"];

/** A new password, with what it still needs while one types. */
export function NewPasswordField({ name = "password", label, words = [] }: Props) {
  const t = useTranslations("identity.password");
  const id = useId();
  const [help, setHelp] = useState(() => helpPassword("", words));
  const judge = ({ currentTarget: { form, value } }: FormEvent<HTMLInputElement>) => {
    const typed = form ? new FormData(form) : new FormData();
    setHelp(helpPassword(value, [...words, ...OWN_WORDS.map((field) => String(typed.get(field) ?? ""))]));
  };
  return (
    <div className="grid gap-2">
      <PasswordField
        name={name}
        label={label}
        autoComplete="new-password"
        maxLength={512}
        onInput={judge}
        onFocus={judge}
        hintId={id}
      />
      <ul id={id} aria-label={t("rules")} className="grid gap-0.5 text-xs">
        <Rule met={help.isLong}>{t("length", { min: help.min, count: help.length })}</Rule>
        <Rule met={help.isVaried}>{t("varied")}</Rule>
        <Rule met={help.length > 0 && !help.isOwn}>{t("own")}</Rule>
        <Rule met={null}>{t("leaked")}</Rule>
      </ul>
    </div>
  );
}

/** A shape and a word for the state, so that the colour is never the only signal; null: only the server knows. */
function Rule({ met, children }: { met: boolean | null; children: ReactNode }) {
  const t = useTranslations("identity.password");
  const Icon = met ? CircleCheck : Circle;
  return (
    <li className="flex gap-2 text-muted">
      <Icon aria-hidden="true" className={`mt-[0.2em] size-3.5 shrink-0 ${met ? "text-up" : "text-subtle"}`} />
      <span>
        {children}
        {met !== null && <span className="sr-only">: {t(met ? "met" : "open")}</span>}
      </span>
    </li>
  );
}
