import { expect, test } from "@playwright/test";
import { paths } from "@/lib/paths";
import { query } from "@/lib/testing/sql";
import en from "@/messages/en/admin.json" with { type: "json" };
import zh from "@/messages/zh/admin.json" with { type: "json" };
import { demoLogin } from "./accounts";
import { addMachines } from "./add-machines";
import { axe } from "./axe";
import { newCompany, signIn } from "./security/world";
import { origin } from "./server";
import { inOneWidth } from "./widths";

const WORDS = { en: en.dlq, zh: zh.dlq } as const;

/** A bug that hits the figures of one person; gives what corrects it. */
async function breakFiguresOf(userId: string): Promise<() => Promise<unknown>> {
  const name = `broken_${userId.replaceAll("-", "")}`;
  await query(
    `create function ${name}() returns trigger language plpgsql as
     $$ begin if new.user_id = '${userId}' then raise exception 'broken' using errcode = 'XX001'; end if; return new; end $$`,
  );
  await query(
    `create trigger ${name} before insert or update on portfolio_totals for each row execute function ${name}()`,
  );
  return () => query(`drop function if exists ${name} cascade`);
}

for (const locale of ["en", "zh"] as const) {
  test(
    `an event that a bug stopped is replayed from its page once the bug is gone, in ${locale}`,
    inOneWidth(locale),
    async ({ page }) => {
      test.setTimeout(120_000);
      const t = WORDS[locale];
      const { people } = await newCompany();
      const { userId } = people.operator;
      const session = await signIn(people.operator);
      const others = await signIn(people.owner);
      const deadOf = (id: string) =>
        query<{ event_id: string; key: string }>(
          "select event_id, aggregate_key as key from event_dlq where strpos(aggregate_key, $1) > 0 and replayed_at is null",
          [id],
        );
      const machinesOf = async (id: string) =>
        (await query<{ machines: number }>("select machines::int from portfolio_totals where user_id = $1", [id]))[0]
          ?.machines;

      const mend = await breakFiguresOf(userId);
      try {
        await addMachines(session, 3);
        await addMachines(session, 3);
        await expect.poll(() => deadOf(userId), { timeout: 20_000 }).toHaveLength(2);
        // Somebody else's go on beside it.
        await addMachines(others, 3);
        await expect.poll(() => machinesOf(people.owner.userId)).toBe(3);
      } finally {
        await mend();
      }
      const [dead] = await deadOf(userId);
      if (!dead) throw new Error("The event is dead by now");

      const { email, password } = demoLogin("platform_admin");
      await page.request.post("/api/auth/login", { data: { email, password }, headers: { origin: origin() } });
      await page.goto(paths.deadEvents(locale, { key: dead.key }));
      await expect(page.getByText(t.waitsBehind)).toHaveCount(1);
      expect((await axe(page).analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);

      await page.getByRole("button", { name: t.replay.open }).click();
      const why = `mended for ${userId}`;
      const dialog = page.getByRole("dialog").filter({ has: page.getByRole("heading") });
      await dialog.getByLabel(t.replay.reason).fill(why);
      await dialog.getByRole("button", { name: t.replay.start, exact: true }).click();
      const replay = page.getByRole("row").filter({ hasText: why });
      await expect(replay).toContainText(t.replays.states.done, { timeout: 15_000 });
      await expect(replay).toContainText(email);
      expect(await deadOf(userId)).toEqual([]);
      expect(await machinesOf(userId)).toBe(6);
    },
  );
}
