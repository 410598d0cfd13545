/** `npm run openapi`: writes the contract's document beside the page, where a server's author finds it. */
import { writeFileSync } from 'node:fs';
import { openApiDocument } from './openApi.ts';

writeFileSync(new URL('../../../public/openapi.json', import.meta.url), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
