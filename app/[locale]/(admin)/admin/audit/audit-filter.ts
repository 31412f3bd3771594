import { type AddressQuery, readAddress } from "@/lib/admin/core/address-query";

/** What the page and its files show, from the address. */
export function auditFilter(query: AddressQuery) {
  const address = readAddress(query);
  return {
    search: address.text("search"),
    actor: address.text("actor"),
    entity: address.text("entity"),
    entity_id: address.text("entity_id", 200),
    use_case: address.text("use_case"),
    from: address.day("from"),
    to: address.day("to"),
  };
}
