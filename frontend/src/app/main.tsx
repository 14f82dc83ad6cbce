import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/shell.css';
import '../styles/forms.css';
import '../styles/pages.css';
import '../styles/details.css';
import '../styles/chart.css';
import '../styles/invoices.css';
import '../styles/contracts.css';
import '../styles/comparison.css';
import { render } from 'preact';
import { language, loadMessages } from '../i18n';
import { App } from './app';
import { listen } from './router';
import { findRoute, SIGN_IN } from './routes';
import { openSession, probablySignedIn, session } from './session';

document.documentElement.lang = language.value;
listen();
if (!probablySignedIn()) session.value = { status: 'out' };
if (probablySignedIn() || location.pathname !== SIGN_IN) void openSession();
// The page's code comes beside the first messages; app.tsx says so when it does not come.
findRoute(location.pathname).route.load().catch(() => {});
const root = document.getElementById('app') as HTMLElement;
loadMessages('shell').then(
  () => render(<App />, root),
  () => {
    // Not even the messages could be fetched: say so in all three languages.
    root.textContent = 'Sivua ei voitu ladata. Sidan kunde inte laddas. The page could not be loaded.';
  },
);
