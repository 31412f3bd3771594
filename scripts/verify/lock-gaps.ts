type Entry = {
  version?: string;
  resolved?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
export type Packages = Record<string, Entry>;
export type Gap = { name: string; version: string };

/**
 * Optional packages that the lock lacks: builds of a package for machines that the registry in use doesn't carry. npm
 * leaves them out without a word, and then `npm ci` refuses the lock everywhere else.
 */
export function lockGaps(packages: Packages): Gap[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !placesOf(path, name).some((place) => place in packages))
      .map(([name, version]) => ({ name, version })),
  );
}

/** Where Node would look for `name` from the package at `path`, nearest first. */
function placesOf(path: string, name: string): string[] {
  const here = path === "" ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  if (path === "") return [here];
  return [here, ...placesOf(path.slice(0, Math.max(0, path.lastIndexOf("node_modules/") - 1)), name)];
}

/** An entry for a gap. Its machine stands in its name, so that npm passes it over on every other one. */
export function entryFor({ name, version }: Gap): Entry {
  const words = (name.split("/").at(-1) ?? name).split("-");
  const one = (known: Record<string, string>) => words.map((word) => known[word]).find((found) => found !== undefined);
  const os = one({
    darwin: "darwin",
    linux: "linux",
    win32: "win32",
    android: "android",
    freebsd: "freebsd",
    openharmony: "openharmony",
  });
  const cpu = one({
    x64: "x64",
    arm64: "arm64",
    ia32: "ia32",
    arm: "arm",
    ppc64: "ppc64",
    s390x: "s390x",
    riscv64: "riscv64",
    wasm32: "wasm32",
  });
  const libc = one({ musl: "musl", musleabihf: "musl", gnu: "glibc", gnueabihf: "glibc" });
  if (!/^\d/.test(version) || cpu === undefined) throw new Error(`Don't know which machine ${name}@${version} is for`);
  return {
    version,
    optional: true,
    cpu: [cpu],
    ...(os ? { os: [os] } : {}),
    ...(os === "linux" && libc ? { libc: [libc] } : {}),
  };
}
