import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './test.ts';

interface Truth {
  readonly chains: readonly { readonly number: string; readonly hops: readonly { readonly kind: string; readonly from: string; readonly to: string }[] }[];
  readonly replacements: readonly { readonly old: string; readonly new: string; readonly cut: string }[];
}

/** `138 1234 5678` */
const shown = (number: string) => `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`;

let folder = '';

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'case-'));
  execFileSync(process.execPath, ['mocks/world/cli.ts', '--seed', '11', '--numbers', '1500', '--days', '30', '--out', folder], { stdio: 'ignore' });
});

test.afterAll(() => rmSync(folder, { recursive: true }));

test('from a folder of files by the suspect to the chain, its ring, and who replaced whom', async ({ investigator, page }) => {
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
  const files = readdirSync(folder).filter((name) => name !== 'truth.json');
  const chain = truth.chains.find(({ hops }) => ['victim', 'device', 'outlet', 'merchant', 'pool', 'insider'].every((kind) => hops.some((hop) => hop.kind === kind)))!;
  const nameOf = (kind: string) => chain.hops.find((hop) => hop.kind === kind)!.to;

  // All kinds of record at once, each recognised by itself.
  await investigator.visits('/datasets');
  await investigator.opens(...files.map((name) => join(folder, name)));
  await expect(investigator.provenance).toContainText('records');

  // The number, its chain, and what it rests on.
  await investigator.findsNumber(shown(chain.number));
  await investigator.main.getByRole('link', { name: 'Chain' }).first().click();
  await expect(investigator.heading).toHaveText(`Chain of ${shown(chain.number)}`);
  const upstream = page.getByRole('region', { name: 'From victim to supply' });
  for (const kind of ['merchant', 'pool', 'insider']) await expect(upstream).toContainText(nameOf(kind));
  await upstream.getByRole('button').filter({ hasText: nameOf('pool') }).click();
  await expect(page.getByRole('region', { name: 'What this hop rests on' })).toContainText('号段合同.csv');

  // Its ring, together in the network and back.
  const ring = page.getByRole('region', { name: 'Numbers of the same chain', exact: true });
  expect(await ring.getByRole('row').count()).toBeGreaterThan(1);
  const other = (await ring.getByRole('rowheader').first().innerText()).trim();
  await ring.getByRole('link', { name: 'Show together in the network' }).click();
  await expect(investigator.heading).toHaveText('Network');
  await investigator.seesAnAnswer();
  await page.goBack();
  await ring.getByRole('link', { name: other }).click();
  await expect(investigator.heading).toHaveText(`Chain of ${other}`);
  await expect(ring.getByRole('link', { name: shown(chain.number) })).toBeVisible();

  // Who took over when numbers were blocked.
  const { cut } = truth.replacements[0]!;
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Compare' }).click();
  await page.getByLabel('Day of the change').fill(cut);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const found = page.getByRole('region', { name: 'Successors', exact: true }).getByRole('table');
  await expect(found.getByRole('row').nth(1)).toBeVisible({ timeout: 30_000 });
  const pairs = await found.getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => row.textContent ?? ''));
  const replaced = truth.replacements.filter((each) => each.cut === cut);
  expect(replaced.some((each) => pairs.some((text) => text.includes(shown(each.old)) && text.includes(shown(each.new))))).toBe(true);
});
