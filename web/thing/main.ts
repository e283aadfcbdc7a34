import '../ui/page.css';
import { startLanguage } from '../locales/locale.ts';
import { startScheme } from '../ui/scheme.ts';
import './thing-app.ts';

startScheme();
await startLanguage();
document.body.append(document.createElement('sb-thing-app'));
