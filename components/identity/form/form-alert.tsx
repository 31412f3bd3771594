"use client";

import { useForm } from "./form-context";
import { Refusal } from "./refusal";

/** What went wrong with the form as a whole, above its fields; nothing where a field says it. */
export function FormAlert() {
  const { state, names } = useForm();
  if (state.status !== "failed") return null;
  if (state.errors?.some(({ path }) => names.has(path.split(".")[0] ?? path))) return null;
  return <Refusal state={state} />;
}
