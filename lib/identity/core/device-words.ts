/** The first that fits counts: most browsers also name those that they descend from. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\b(?:OPR|OPT|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bYaBrowser\//, "Yandex Browser"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\bMicroMessenger\//, "WeChat"],
  [/\b(?:MQQBrowser|QQBrowser)\//, "QQ Browser"],
  [/\b(?:UCBrowser|UBrowser)\//, "UC Browser"],
  [/\b(?:HuaweiBrowser)\//, "Huawei Browser"],
  [/\b(?:XiaoMi\/MiuiBrowser|MiuiBrowser)\//, "Mi Browser"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\bHeadlessChrome\//, "Headless Chrome"],
  [/\b(?:Chrome|CriOS|Chromium)\//, "Chrome"],
  [/\bVersion\/[\d.]+.*\bSafari\//, "Safari"],
  [/\bcurl\//, "curl"],
  [/\bpython-requests\/|\baiohttp\/|\bhttpx\/|\bPython-urllib\//i, "Python"],
  [/\bPostmanRuntime\//, "Postman"],
  [/\bokhttp\//, "OkHttp"],
  [/\bGo-http-client\//, "Go"],
  [/^(?:node|undici)\b/, "Node.js"],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bHarmonyOS\b|\bOpenHarmony\b/, "HarmonyOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

/** What kind of browser or program sends this User-Agent, and on what; null for what it doesn't tell. */
export type DeviceKind = { browser: string | null; system: string | null };

export function deviceKind(userAgent: string): DeviceKind {
  const find = (among: readonly [RegExp, string][]) => among.find(([form]) => form.test(userAgent))?.[1] ?? null;
  return { browser: find(BROWSERS), system: find(SYSTEMS) };
}

/**
 * A device as a list of sessions or a mail names it: "Chrome on Windows". Only a hint, for a User-Agent can say anything;
 * of an unknown one its first word. Names are names in every language; a page may put `deviceKind` into words of its own.
 */
export function deviceWords(userAgent: string): string {
  const { browser, system } = deviceKind(userAgent);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? (/^[\w.-]{1,40}/.exec(userAgent)?.[0] || "Unknown device");
}
