import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { origin } from "../server";
import { type Cast, NAMES, newCast, type Walker } from "./cast";
import { type Form, formsIn, linksIn } from "./html";
import { type Answer, ask } from "./http";
import { faultsOf, inParallel } from "./judge";
import { ODD_VALUES } from "./odd-values";
import { pagePaths } from "./pages";
import { signIn } from "./world";

/** Pages that one walker opens before they follow links no more; figures of a calculation fill addresses. */
const MOST_PAGES = { thorough: 200, else: 80 };
const AT_ONCE = 4;
const ODD_QUERY =
  "?page=-1&cursor=x&limit=1e9&search=%00&from=bad&to=%ff&entry=999999999&role=x&status=x&a=1&a=2&__proto__=1&scope=x&next=//x&search=b";
/** Odd values that a field of a form can carry. */
const TYPED = Object.entries(ODD_VALUES).flatMap(([kind, value]) =>
  typeof value === "string" ? [[kind, value] as const] : [],
);
/** These open pages in both languages and with odd addresses, and fill forms with all of them; the others, who mostly see the same, less. */
const THOROUGH = ["nobody", "owner", "the platform's administrator"];
const FEW = TYPED.filter(([kind]) => ["SQL", "NUL", "half a character"].includes(kind));

/** What addresses of one page have in common: one calculation stands for all, as one machine and one entry of a log do. */
function kindOf(address: string): string {
  const [path = "", query] = address.split("?");
  return path.replace(/\/admin\/miners\/(?!add$|import$)[^/]+$/, "/admin/miners/*") + (query === undefined ? "" : "?");
}

let cast: Cast;
test.beforeAll(async () => {
  cast = await newCast();
});

class Walk {
  readonly faults: string[] = [];
  readonly seen = new Set<string>();
  readonly forms = new Map<string, Form>();
  private readonly waiting: string[];
  private cookie: string | undefined;

  constructor(
    private readonly walker: Walker,
    own: Cast["other"],
    foreign: Cast["other"],
  ) {
    const theirs = Object.values(foreign.ids).flatMap((id) => [
      `/en/admin/miners/${id}`,
      `/en/admin/audit?entry=${id}`,
    ]);
    const isThorough = THOROUGH.includes(walker.name);
    this.waiting = [
      ...pagePaths("en"),
      ...(isThorough ? pagePaths("zh") : []),
      // A machine of the shared catalogue is among them; this one can be edited.
      `/en/admin/miners/${own.ids["/api/miners/models/"]}`,
      ...theirs,
      ...(isThorough ? pagePaths("en").map((path) => path + ODD_QUERY) : []),
    ];
  }

  async run(): Promise<void> {
    await this.signIn();
    const most = THOROUGH.includes(this.walker.name) ? MOST_PAGES.thorough : MOST_PAGES.else;
    for (let opened = 0; this.waiting.length > 0; ) {
      const batch = this.waiting.splice(0, AT_ONCE).filter((path) => !this.seen.has(path));
      await inParallel(batch, AT_ONCE, (path) => this.open(path, opened++ < most));
    }
    await inParallel([...this.forms], AT_ONCE, ([what, form]) => this.fill(what, form));
  }

  private async signIn(): Promise<void> {
    if (this.walker.person) this.cookie = (await signIn(this.walker.person)).cookie;
  }

  private headers = (): Record<string, string> => ({
    accept: "text/html",
    ...(this.cookie ? { cookie: this.cookie } : {}),
  });

  private async judge(what: string, address: string, answer: Answer): Promise<void> {
    // An address that the walker typed themselves comes back in links and redirects: it tells them nothing.
    const secrets = this.walker.secrets.filter((secret) => !address.includes(secret));
    const isApi = address.startsWith("/api/") && !address.startsWith("/api/docs");
    this.faults.push(...(await faultsOf({ what: `${this.walker.name}, ${what}`, answer, secrets, isApi })));
    // A form may have ended the session.
    const isOut =
      answer.headers["set-cookie"]?.some((one) => one.startsWith("hashinsight=")) ||
      /\/sign-in/.test(answer.headers.location ?? "");
    if (isOut) await this.signIn();
  }

  private async open(path: string, goesOn: boolean): Promise<void> {
    this.seen.add(path);
    const answer = await ask({ path, headers: this.headers(), from: this.walker.from, timeoutMs: 110_000 });
    await this.judge(path, path, answer);
    if (!answer.headers["content-type"]?.startsWith("text/html")) return;
    for (const form of formsIn(answer.text, path)) {
      const names = form.fields.map(({ name }) => name.replace(/^\$ACTION_.*/, "$"));
      this.forms.set(`${form.method} ${form.action.split("?")[0]} ${[...new Set(names)].join()}`, form);
    }
    if (!goesOn) return;
    for (const link of [...linksIn(answer.text), answer.headers.location ?? ""]) {
      const isOwn = link.startsWith("/") && !link.startsWith("//");
      const isNew = ![...this.seen, ...this.waiting].some((known) => kindOf(known) === kindOf(link));
      if (isOwn && isNew) this.waiting.push(link);
    }
  }

  private async fill(what: string, form: Form): Promise<void> {
    const odd = THOROUGH.includes(this.walker.name) ? TYPED : FEW;
    for (const [kind, value] of [["as it is", undefined] as const, ...odd]) {
      const fields = form.fields.map(({ name, value: given }): [string, string] => [
        name,
        name.startsWith("$ACTION") || value === undefined ? given : value,
      ]);
      const answer = form.method === "GET" ? await this.get(form, fields) : await this.post(form, fields);
      await this.judge(`${what} with ${kind}`, form.action, answer);
    }
  }

  private get = ({ action }: Form, fields: [string, string][]): Promise<Answer> =>
    ask({
      // A longer address than Node's own server takes (431) never comes as far as the product.
      path: `${action.split("?")[0]}?${new URLSearchParams(fields.map(([name, value]) => [name, value.slice(0, 1_500)]))}`,
      headers: this.headers(),
      from: this.walker.from,
      timeoutMs: 110_000,
    });

  private post({ action }: Form, fields: [string, string][]): Promise<Answer> {
    const boundary = `----${randomUUID()}`;
    const parts = fields.map(
      ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    return ask({
      method: "POST",
      path: action,
      headers: { ...this.headers(), origin: origin(), "content-type": `multipart/form-data; boundary=${boundary}` },
      body: `${parts.join("")}--${boundary}--\r\n`,
      from: this.walker.from,
      timeoutMs: 110_000,
    });
  }
}

for (const name of NAMES) {
  test(`The walk › ${name}: every link, every form`, async () => {
    test.setTimeout(1_800_000);
    const walker = cast.walkers.find((one) => one.name === name);
    if (!walker) throw new Error(`Nobody is ${name}`);
    const { company, other } = cast;
    const walk =
      name === "the owner of a second company" ? new Walk(walker, other, company) : new Walk(walker, company, other);
    await walk.run();
    test
      .info()
      .annotations.push({ type: "walked", description: `${walk.seen.size} addresses, ${walk.forms.size} forms` });
    expect(walk.faults).toEqual([]);
    expect(walk.seen.size).toBeGreaterThan(40);
    expect(walk.forms.size).toBeGreaterThan(0);
  });
}
