import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openApiDocument } from './openApi.ts';

test('the committed OpenAPI document is the one that the schemas make (npm run openapi writes it)', () => {
  const committed = readFileSync(new URL('../../../public/openapi.json', import.meta.url), 'utf8');
  expect(committed).toBe(`${JSON.stringify(openApiDocument(), null, 2)}\n`);
});

test('every reference in the document leads somewhere', () => {
  const document = openApiDocument() as Record<string, unknown>;
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, path]) => path!);
  expect(references.length).toBeGreaterThan(20);
  for (const path of references) {
    const found = path.slice(2).split('/').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    expect({ path, found }).toEqual({ path, found: expect.anything() });
  }
});
