import '../ui/page.css';
import { startLanguage } from '../locales/locale.ts';
import { startScheme } from '../ui/scheme.ts';
import './association-app.ts';
import './invitation-page.ts';

startScheme();
await startLanguage();
const link = /^\/(?:setup|invitation)\/([^/]+)\/?$/.exec(location.pathname);
if (link) {
  const page = document.createElement('sb-invitation-page');
  page.token = decodeURIComponent(link[1]!);
  document.body.append(page);
} else {
  document.body.append(document.createElement('sb-association-app'));
}
