import { z } from "zod";
import { DayOrMoment, Paging, Search, Time } from "./fields";

const LoginFilter = {
  outcome: z
    .string()
    .regex(/^[a-z_]{1,40}$/, "One word, such as ok or wrong_password.")
    .optional()
    .meta({ description: "ok, failed (whatever is not ok), or one outcome", example: "failed" }),
  from: DayOrMoment.optional().meta({ description: "The first day or moment, UTC" }),
  to: DayOrMoment.optional().meta({ description: "The last day, whole, or the moment before which, UTC" }),
  limit: Paging.limit,
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, "Not a cursor of this list: begin again without it.")
    .optional()
    .meta({ description: "next_cursor of the page before" }),
};
export const ListOwnLogins = z.strictObject(LoginFilter);
export const ListLogins = z.strictObject({
  search: Search.optional().meta({ description: "Part of an address" }),
  ...LoginFilter,
});
export const LoginItem = z
  .object({
    id: z.string(),
    user_id: z.uuid().nullable(),
    email: z.string(),
    login_time: Time,
    ip_address: z.string(),
    user_agent: z.string(),
    method: z.string(),
    outcome: z.string(),
  })
  .meta({ id: "LoginRecord" });
export const LoginPage = z.object({ items: z.array(LoginItem), next_cursor: z.string().nullable() });
