import type { TenantItem } from "@/lib/identity/core/platform/schemas";
import type { FormAction } from "../../identity/form/form-state";

/** What the page of companies can do, as server actions of forms. */
export type TenantActions = {
  startSupport: FormAction;
  close: FormAction<TenantItem>;
  reopen: FormAction<TenantItem>;
};
