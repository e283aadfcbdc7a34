import '../ui/page.css';
import { startLanguage } from '../locales/locale.ts';
import { startScheme } from '../ui/scheme.ts';
import './teacher-app.ts';
import './projector-app.ts';

const projector = location.pathname.replace(/\/+$/, '').endsWith('/projector');
startScheme(projector ? 'projector' : undefined);
await startLanguage();
document.body.append(document.createElement(projector ? 'sb-projector-app' : 'sb-teacher-app'));
