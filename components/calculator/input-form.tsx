import { useLocale, useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useId, useRef } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { useHydrated } from "@/components/ui/use-hydrated";
import { DRAFT_FIELDS, type Draft, FIRST_DRAFT } from "@/lib/calculator/core/draft";
import { paths } from "@/lib/paths";
import { useDraft } from "./draft-context";
import { InputPanel } from "./input-panel";

/** A plain GET form: with scripts each key press is answered at once, without them the button asks the server. */
export function InputForm(props: ComponentProps<typeof InputPanel>) {
  const t = useTranslations("calculator.inputs");
  const title = useId();
  const hydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const { draft, change } = useDraft();
  // What was typed before the scripts arrived stands in the page but not in the draft yet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the scripts have arrived
  useEffect(() => {
    const typed = form.current ? typedBefore(form.current, draft) : {};
    if (Object.keys(typed).length > 0) change(typed);
  }, []);
  return (
    <form
      ref={form}
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

/** Fields whose text differs from what the server put there. */
function typedBefore(form: HTMLFormElement, draft: Draft): Draft {
  const rendered: Draft = { ...FIRST_DRAFT, ...draft };
  const typed: Draft = {};
  for (const name of DRAFT_FIELDS) {
    const field = form.elements.namedItem(name);
    const text = field instanceof HTMLInputElement && field.type === "text" ? field : null;
    if (text && text.value !== (rendered[name] ?? text.defaultValue)) typed[name] = text.value;
  }
  return typed;
}
