import '../ui/page.css';
import './blocks.css';
import './pupil.css';
import { startLanguage } from '../locales/locale.ts';
import { startScheme } from '../ui/scheme.ts';

startScheme();
await startLanguage();
await import('./app.ts');
void import('../offline/register.ts').then(({ keepPage }) => keepPage()).catch(() => {});
