import { randomUUID } from "node:crypto";
import { query } from "../../sql";
import type { Resource } from "./resource";

export const work: Resource = {
  owner: "operator",
  table: "long_work",
  column: "id",
  async make(tenant) {
    const id = randomUUID();
    await query(
      `insert into long_work (id, name, tenant_id, user_id, input, is_shown, may_cancel)
       values ($1, 'test.theirs', $2, $3, '{}', true, true)`,
      [id, tenant.id, tenant.members.operator.userId],
    );
    return id;
  },
};
