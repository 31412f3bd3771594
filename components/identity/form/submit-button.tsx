"use client";

import type { ComponentProps } from "react";
import { Button } from "../../ui/button";
import { useForm } from "./form-context";

/** Says what happens; works once. */
export function SubmitButton(props: Omit<ComponentProps<typeof Button>, "type" | "pending">) {
  const { pending } = useForm();
  return <Button variant="primary" {...props} type="submit" pending={pending} />;
}
