/** The browsers and systems that people know by name, in the order they are looked for: many claim to be others too. */
const browsers = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\bOPR\/|\bOpera\b/],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:HeadlessChrome|Chrome|CriOS|Chromium)\//],
  ['safari', /\bSafari\//],
] as const;

const systems = [
  ['ios', /\b(?:iPhone|iPad|iPod)\b/],
  ['android', /\bAndroid\b/],
  ['windows', /\bWindows\b/],
  ['macos', /\b(?:Macintosh|Mac OS X)\b/],
  ['chromeos', /\bCrOS\b/],
  ['linux', /\bLinux\b/],
] as const;

/** What a session was opened with, as far as it says. */
export type Device = {
  browser: (typeof browsers)[number][0] | 'other';
  system: (typeof systems)[number][0] | 'other';
};

/** Every browser and system that has a name here. */
export const browserNames = [...browsers.map(([name]) => name), 'other'] as const;
export const systemNames = [...systems.map(([name]) => name), 'other'] as const;

/** The device behind a User-Agent header: enough to recognise one's own, and nothing more is kept. */
export function deviceOf(userAgent: string | undefined): Device {
  const told = userAgent ?? '';
  return {
    browser: browsers.find(([, sign]) => sign.test(told))?.[0] ?? 'other',
    system: systems.find(([, sign]) => sign.test(told))?.[0] ?? 'other',
  };
}
