import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Debian's Chromium without a screen: it takes six tenths of the time of the whole one to open a page. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';
const WHOLE_BROWSER = '/usr/bin/chromium';

const systemBrowsers = [
  HEADLESS_SHELL, WHOLE_BROWSER, '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Arguments that keep a browser under test to itself: no sandbox in containers, no background traffic. */
export const browserArguments = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** Path of a Chromium on this machine (`CHROMIUM_PATH`, the system's, or Playwright's own), or null. */
export function findBrowser(): string | null {
  const candidates = [process.env['CHROMIUM_PATH'], ...systemBrowsers, chromium.executablePath()];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
}

/**
 * Path of a Chromium, installed first if there is none: Debian's where apt is at hand, else Playwright's own. In CI the
 * whole one gives way to that without a screen where it can be had, unless it is the one chosen.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  const canUseApt = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  const isChosen = Boolean(process.env['CHROMIUM_PATH']);
  const isWholeInCi = process.env['CI'] === 'true' && found === WHOLE_BROWSER && !isChosen;
  if (found !== null && !(isWholeInCi && canUseApt)) return found;
  if (!canUseApt) run('npx', ['playwright', 'install', '--with-deps', 'chromium']);
  else if (!canInstall('chromium-headless-shell') && found === null) canInstall('chromium');
  const installed = findBrowser();
  if (installed === null) throw new Error('no Chromium found or installed: install one and set CHROMIUM_PATH to it');
  return installed;
}

/** Installs a Debian package and the fonts that Chinese needs; tells whether it could. */
function canInstall(name: string): boolean {
  try {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-noto-cjk']);
    return true;
  } catch {
    return false;
  }
}

function run(command: string, args: readonly string[]): void {
  process.stdout.write(`$ ${command} ${args.join(' ')}\n`);
  execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
