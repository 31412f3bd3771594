/** What nobody fills in, by its kind; each stands in every field at once. */
export const ODD_VALUES: Record<string, unknown> = {
  null: null,
  true: true,
  "a negative number": -1,
  "a number without end": 1e308,
  "no text": "",
  "a long text": "x".repeat(20_000),
  "an object": {},
  "a list": [],
  "a list of lists": [[[[]]]],
  "a condition": { $ne: null, gt: "" },
  SQL: "' or 1=1; drop table users; --",
  NUL: "a\u0000b",
  "half a character": "\ud800",
  "a path": "../../../../etc/passwd",
  "a template": "$" + "{7*7}{{7*7}}<%= 7*7 %>",
  "no day": "2026-02-30T25:61:61Z",
  "a header": "a\r\nSet-Cookie: a=b",
  "a direction": "\u202egnp.exe",
};

/** Bodies of no shape at all, as they are sent. */
export const ODD_BODIES: Record<string, string | Uint8Array> = {
  nothing: "",
  "an empty object": "{}",
  "a list": "[]",
  null: "null",
  "a text": '"x"',
  "half an object": '{"a":',
  "a prototype": '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
  "a name twice": '{"id":1,"id":2}',
  "a mark of its order": "\ufeff{}",
  "a bare NUL": Buffer.from('{"a":"\0"}'),
  "bytes that are no letters": Buffer.concat([
    Buffer.from('{"a":"'),
    Buffer.from([0xff, 0xfe, 0xc0, 0xaf]),
    Buffer.from('"}'),
  ]),
};

/** Costly to read: sent by few. */
export const HEAVY_BODIES: Record<string, string> = {
  "2 MB": JSON.stringify({ a: "x".repeat(2_000_000) }),
  "10,000 lists in one another": `{"a":${"[".repeat(10_000)}${"]".repeat(10_000)}}`,
  "50,000 names": JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`a${index}`, 1]))),
};

export const ODD_TYPES = [
  ...["text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=x", "text/csv"],
  ...[
    "application/x-www-form-urlencoded",
    "application/json; charset=utf-16",
    "application/json, text/plain",
    "*/*",
    "json",
  ],
];

export const ODD_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "PROPFIND", "QUERY"];

/** In the place of a parameter of an address. */
export const ODD_PARTS = [
  "0",
  "-1",
  "NaN",
  "__proto__",
  "constructor",
  "'",
  "%00",
  "%ff",
  "..%2f..%2fx",
  "%2e%2e",
  "a".repeat(3_000),
  "%F0%9F%92%A9",
];

export const ODD_QUERIES = [
  ...[
    "__proto__=1",
    "constructor=1",
    "a=1&a=2",
    "limit=1&limit=2",
    "limit[]=1",
    "limit[$gt]=1",
    "%00=1",
    "a=%ff",
    "&&==",
    "limit=1e9",
  ],
  ...[
    "cursor=x",
    "cursor=%00",
    "search=%00",
    "search=%ff",
    "from=x&to=y",
    `search=${"x".repeat(6_000)}`,
    "format=exe",
    "lang=../..",
  ],
];

/** Headers by which a caller pretends to be somebody, somewhere, or something else. */
export const pretended = (ids: { userId: string; tenantId: string }): Record<string, string>[] => [
  { "x-user-id": ids.userId, "x-tenant-id": ids.tenantId, "x-tenant": ids.tenantId, "x-role": "owner" },
  { "x-forwarded-user": ids.userId, "x-auth-request-user": ids.userId, "x-hashinsight-tenant": ids.tenantId },
  {
    "x-forwarded-for": "10.0.0.1, ::1, x",
    "x-real-ip": "10.0.0.1",
    "x-client-address": "10.0.0.1",
    forwarded: "for=_x",
  },
  {
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-port": "x",
    "x-forwarded-prefix": "/x",
  },
  {
    "x-http-method-override": "DELETE",
    "x-method-override": "DELETE",
    "x-original-url": "/api/company",
    "x-rewrite-url": "/x",
  },
  { "accept-language": "zz;q=x,*;q=9", accept: "x", "accept-encoding": "gzip;q=x, br", range: "bytes=0-0,9-1" },
  { "if-match": "x", "if-none-match": "*", "if-modified-since": "x", "idempotency-key": "x".repeat(300), te: "x" },
  { authorization: "Bearer null" },
  { authorization: "Basic YTpi" },
  { "x-api-key": "' or 1=1 --" },
  { "x-api-key": `mk_live_aaaaaaaa_${"a".repeat(60)}` },
];
