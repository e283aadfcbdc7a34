import '../ui/page.css';
import '../pupil/blocks.css';
import './parts.css';
import { startLanguage } from '../locales/locale.ts';
import { startScheme } from '../ui/scheme.ts';

startScheme();
await startLanguage();
await import('./parts-app.ts');
document.body.append(document.createElement('sb-parts-app'));
