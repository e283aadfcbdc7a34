import '../ui/page.css';
import { startLanguage } from '../locales/locale.ts';
import { startScheme } from '../ui/scheme.ts';

startScheme();
await startLanguage();
await import('./privacy-app.ts');
document.body.append(document.createElement('sb-privacy-app'));
