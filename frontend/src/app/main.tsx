import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/shell.css';
import '../styles/forms.css';
import '../styles/pages.css';
import '../styles/details.css';
import '../styles/chart.css';
import { render } from 'preact';
import { language, loadMessages } from '../i18n';
import { App } from './app';
import { listen } from './router';
import { SIGN_IN } from './routes';
import { openSession, probablySignedIn, session } from './session';

document.documentElement.lang = language.value;
listen();
if (!probablySignedIn()) session.value = { status: 'out' };
if (probablySignedIn() || location.pathname !== SIGN_IN) void openSession();
const root = document.getElementById('app') as HTMLElement;
loadMessages('shell').then(
  () => render(<App />, root),
  () => {
    // Not even the messages could be fetched: say so in all three languages.
    root.textContent = 'Sivua ei voitu ladata. Sidan kunde inte laddas. The page could not be loaded.';
  },
);
