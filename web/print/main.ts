import '../ui/page.css';
import './print.css';
import { startLanguage } from '../locales/locale.ts';
import { startScheme } from '../ui/scheme.ts';

await startLanguage();
// Paper is white.
startScheme('light');
await import('./print-app.ts');
document.body.append(document.createElement('sb-print-app'));
