import { describe, expect, it } from "vitest";
import { z } from "zod";
import { contracts } from "@/app/contracts";
import { contract } from "@/lib/kernel/contract";
import { NoInput, parseInput, query } from "@/lib/kernel/use-case";
import { memoryLimiter } from "@/lib/transport/limiter";
import { serve } from "@/lib/transport/serve";

const Input = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  part: z.strictObject({ n: z.int() }).optional(),
});
const Output = z.object({ input: z.record(z.string(), z.unknown()), admin: z.boolean() });
const echo = query({
  name: "test.echo",
  permission: "public",
  input: Input,
  output: Output,
  run: (_, input) => ({ input, admin: "is_admin" in {} || (input as { is_admin?: boolean }).is_admin === true }),
});
const details = { summary: "Echo", permission: "public", input: Input, output: Output } as const;
const post = serve(contract("POST /echo/{id}", details), echo);
const get = serve(contract("GET /echo", details), echo);
const send = (body: string, query = "") =>
  post(
    new Request(`http://test/echo/7${query}`, {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    }),
    {
      params: Promise.resolve({ id: "7" }),
    },
  );

const POLLUTING = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "__defineGetter__",
  "valueOf",
];

describe("S4 mass assignment › names that every object has (ASVS 15.3.6)", () => {
  it.each(POLLUTING)("%s in a body is refused, and nothing is polluted", async (name) => {
    for (const body of [`{"${name}":{"is_admin":true}}`, `{"part":{"n":1,"${name}":{"is_admin":true}}}`]) {
      const response = await send(body);
      expect(response.status).toBe(422);
      expect((await response.json()).errors).toEqual([expect.objectContaining({ code: "unrecognized_keys" })]);
    }
    expect({} as { is_admin?: boolean }).not.toHaveProperty("is_admin");
  });

  it.each(POLLUTING)("%s in an address is refused", async (name) => {
    expect((await get(new Request(`http://test/echo?${name}=1`))).status).toBe(422);
    expect((await get(new Request(`http://test/echo?${name}[is_admin]=1`))).status).toBe(422);
    expect((await get(new Request(`http://test/echo?${name}=1&${name}=2`))).status).toBe(400);
  });

  it.each(contracts.map(({ method, path, input }) => [`${method} ${path}`, input] as const))(
    "%s takes none of them",
    (line, input) => {
      // A probe may carry whatever its balancer adds; it is dropped.
      if (/ \/(?:(?:api\/)?health|ready|alive)$/.test(line)) {
        expect(Object.keys(parseInput(input, JSON.parse(`{"__proto__":{"is_admin":true}}`)) as object)).toEqual([]);
        return;
      }
      for (const name of POLLUTING) {
        const parsed = input.safeParse(JSON.parse(`{"${name}":{"is_admin":true}}`));
        expect(JSON.stringify(parsed.error?.issues ?? []), name).toContain(`"${name}"`);
      }
    },
  );
});

describe("S4 mass assignment › the same name twice (ASVS 15.3.7)", () => {
  it.each(["name=a&name=b", "name=a&name=a", "name=&name=", "na%6De=a&name=b", "name=a&x=1&name=b"])(
    "?%s is refused",
    async (text) => {
      const response = await get(new Request(`http://test/echo?${text}`));
      expect(response.status).toBe(400);
      expect((await response.json()).detail).toContain('"name" is given twice');
    },
  );

  it("a body names a field once: the last one counts, as JSON has it, and is checked", async () => {
    expect((await (await send(`{"name":"a","name":"b"}`)).json()).input.name).toBe("b");
    expect((await send(`{"name":"a","name":7}`)).status).toBe(422);
  });

  it("a body or an address can't speak for the path", async () => {
    expect((await (await send(`{"id":"8"}`)).json()).input.id).toBe("7");
    expect((await (await send("{}", "?id=8")).json()).input.id).toBe("7");
  });

  it.each(["name[]=a", "name[0]=a", "name.x=a", "part=1", "part[n]=1"])(
    "?%s makes no list and no object",
    async (text) => {
      expect((await get(new Request(`http://test/echo?${text}`))).status).toBe(422);
    },
  );
});

describe("S4 mass assignment › what a client says of itself in headers (ASVS 4.1.3, 15.3.4)", () => {
  const limited = () => {
    const answer = query({
      name: "test.who",
      permission: "public",
      input: NoInput,
      output: z.object({ who: z.string(), tenant: z.null() }),
      run: (ctx) => ({ who: ctx.actor.kind, tenant: null }),
    });
    return serve(
      contract("GET /who", { summary: "Who", permission: "public", input: NoInput, output: answer.output }),
      answer,
      { limiter: memoryLimiter(() => 1) },
    );
  };
  const SPOOFED: Record<string, string>[] = [
    ...[
      "x-forwarded-for",
      "x-real-ip",
      "forwarded",
      "cf-connecting-ip",
      "true-client-ip",
      "x-client-ip",
      "client-ip",
    ].map((name) => ({ [name]: "203.0.113.9" })),
    { "x-forwarded-for": "198.51.100.1, 203.0.113.9" },
    { forwarded: "for=203.0.113.9;host=evil.example;proto=https" },
  ];

  it.each(SPOOFED)("%j doesn't make another caller of them", async (headers) => {
    const get = limited();
    const as = (more: Record<string, string>) =>
      new Request("http://test/who", { headers: { "x-client-address": "192.0.2.1", ...more } });
    expect((await get(as({}))).status).toBe(200);
    expect((await get(as(headers))).status).toBe(429);
  });

  it.each([
    { "x-user-id": "1", "x-user": "owner@mine.example" },
    { "x-tenant": "00000000-0000-4000-8000-000000000001", "x-tenant-id": "00000000-0000-4000-8000-000000000001" },
    { "x-role": "owner", "x-admin": "true" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-middleware-rewrite": "/admin", "x-original-url": "/admin", "x-rewrite-url": "/admin" },
    { "x-http-method-override": "DELETE", "x-method-override": "DELETE" },
  ])("%j makes nobody of them", async (headers) => {
    const response = await limited()(
      new Request("http://test/who", { headers: { "x-client-address": "192.0.2.1", ...headers } }),
    );
    expect(await response.json()).toEqual({ who: "anonymous", tenant: null });
  });
});
