import '../ui/page.css';
import '../pupil/blocks.css';
import './parts.css';
import { startLanguage } from '../locales/locale.ts';
import { startScheme } from '../ui/scheme.ts';

await startLanguage();
// Blocks and board have a light face only.
startScheme('light');
await import('./parts-app.ts');
document.body.append(document.createElement('sb-parts-app'));
