// Before anything of the page runs. zod compiles its parsers where it may, and to find out it tries `new Function`, which
// the page's policy refuses and reports: told beforehand, it doesn't try. Set without importing zod, which most pages
// never load.
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };
