import { asUser } from "../postgres/provision";
import { Refusal } from "../process/refusal";

/**
 * Throws a Refusal when the database at `ownerUrl`, one that isn't ours, has demo companies or accounts: their passwords
 * lie in a file and they need no second factor. They belong to the embedded database alone.
 */
export async function refuseDemo(ownerUrl: string): Promise<void> {
  const { tenants, users } = await asUser(ownerUrl, async (client) => {
    await client.query("begin");
    // The owner is bound by the policies too; the system sees the demo's rows.
    await client.query("select set_config('app.scope', 'system', true)");
    const { rows } = await client.query<{ tenants: string[]; users: string[] }>(
      `select array(select name from tenants where is_demo order by name) as tenants,
              array(select email from users where is_demo order by email) as users`,
    );
    await client.query("rollback");
    return rows[0] ?? { tenants: [], users: [] };
  });
  if (tenants.length + users.length === 0) return;
  const some = [...tenants, ...users].slice(0, 3).join(", ");
  throw new Refusal(
    `The database at DATABASE_URL has ${tenants.length} demo companies and ${users.length} demo accounts (${some}, …).`,
    "Whoever knows the demo's passwords could sign in. Take another database, or turn them into real ones: set is_demo to false and password_hash to null.",
  );
}
