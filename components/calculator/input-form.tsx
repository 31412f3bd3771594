import { useLocale, useTranslations } from "next-intl";
import { type ComponentProps, useId } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { useHydrated } from "@/components/ui/use-hydrated";
import { paths } from "@/lib/paths";
import { InputPanel } from "./input-panel";

/** A plain GET form: with scripts each key press is answered at once, without them the button asks the server. */
export function InputForm(props: ComponentProps<typeof InputPanel>) {
  const t = useTranslations("calculator.inputs");
  const title = useId();
  const hydrated = useHydrated();
  return (
    <form
      action={paths.calculator(useLocale())}
      method="get"
      aria-labelledby={title}
      className="grid content-start gap-5"
      onSubmit={(event) => event.preventDefault()}
    >
      <h2 id={title} className="sr-only">
        {t("label")}
      </h2>
      <InputPanel {...props} />
      {!hydrated && (
        <noscript>
          <button type="submit" className={buttonStyle({ variant: "primary", size: "lg" })}>
            {t("calculate")}
          </button>
        </noscript>
      )}
    </form>
  );
}
