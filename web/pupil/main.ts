import '../ui/page.css';
import './blocks.css';
import './pupil.css';
import { startLanguage } from '../locales/locale.ts';

await startLanguage();
await import('./app.ts');
