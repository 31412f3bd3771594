"use client";

import { useEffect } from "react";
import { useForm } from "./form-context";
import { useErrorWords } from "./use-error-words";

/** A field's id, what is wrong with it and what it began with. */
export function useField(name: string, own?: string): { id: string; error: string | undefined; start: string } {
  const { id, state, names } = useForm();
  useEffect(() => {
    names.add(name);
    return () => void names.delete(name);
  }, [names, name]);
  const words = useErrorWords();
  const wrong = state.errors?.find(({ path }) => path === name || path.startsWith(`${name}.`));
  return {
    id: `${id}-${name}`,
    error: wrong && words.ofField(wrong),
    start: state.values?.[name] ?? own ?? "",
  };
}
