/** `npm start`: the demo classroom; `npm start -- --no-demo` (or `npm run serve`): the plain server. Builds the page first where it is out of date. */
import { ensurePage } from './setup/page.ts';

try {
  ensurePage();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
if (process.argv.includes('--no-demo')) await import('../server/main.ts');
else await (await import('../provisioning/demo/main.ts')).runDemo();
