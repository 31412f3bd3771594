"use client";

import { createContext, use } from "react";
import { type FormState, IDLE } from "./form-state";

type InForm = {
  id: string;
  state: FormState;
  pending: boolean;
  /** The names of the fields that can show their own error; each puts itself in. */
  names: Set<string>;
};

export const FormContext = createContext<InForm>({ id: "form", state: IDLE, pending: false, names: new Set() });

/** The form that a field or button stands in. */
export const useForm = (): InForm => use(FormContext);
