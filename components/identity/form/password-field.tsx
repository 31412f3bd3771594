"use client";

import Eye from "lucide-react/icons/eye";
import EyeOff from "lucide-react/icons/eye-off";
import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { useField } from "./use-field";

type Props = Omit<ComponentProps<typeof Input>, "name" | "type" | "unit"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  aside?: ReactNode;
  /** Of what else describes it. */
  hintId?: string;
};

/** A password, which may be looked at and pasted. */
export function PasswordField({ name, label, hint, aside, hintId, ...rest }: Props) {
  const t = useTranslations("identity.password");
  const { id, error } = useField(name);
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <Field id={id} label={label} hint={hint} aside={aside} error={error}>
      {(aria) => (
        <Input
          autoComplete="current-password"
          {...rest}
          {...aria}
          {...(hintId ? { "aria-describedby": [aria["aria-describedby"], hintId].filter(Boolean).join(" ") } : {})}
          name={name}
          type={isShown ? "text" : "password"}
          autoCapitalize="none"
          spellCheck={false}
          unit={
            <button
              type="button"
              onClick={() => setShown(!isShown)}
              aria-pressed={isShown}
              aria-label={t("show")}
              title={t("show")}
              className="needs-script -mr-2 grid size-9 place-content-center rounded-sm text-muted hover:text-text"
            >
              <Icon aria-hidden="true" className="size-4" />
            </button>
          }
        />
      )}
    </Field>
  );
}
