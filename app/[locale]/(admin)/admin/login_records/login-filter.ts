import { type AddressQuery, readAddress } from "@/lib/admin/core/address-query";
import { LOGIN_OUTCOMES } from "@/lib/identity/core/members/login-outcomes";

/** What the page and its file show, from the address. */
export function loginFilter(query: AddressQuery) {
  const address = readAddress(query);
  return {
    search: address.text("search"),
    outcome: address.oneOf("outcome", ["failed", ...LOGIN_OUTCOMES]),
    from: address.day("from"),
    to: address.day("to"),
  };
}
