// An independent, certified OpenID Connect provider, set up as a broker of the Finnish Trust Network would be.
// One argument: {"port", "client": {client metadata}, "claims": {of the person}, "acr", "cancel"}. Says "ready" when it listens.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const { port, client, claims, acr, cancel } = JSON.parse(process.argv[2]);
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [client],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'broker-1' }] },
  cookies: { keys: ['only for tests'] },
  acrValues: [acr],
  claims: { openid: ['sub', ...Object.keys(claims)] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    encryption: { enabled: true },
    requestObjects: { enabled: true },
  },
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...claims }) }),
  renderError: (ctx, out, error) => {
    console.error(error.error, error.error_description ?? error.message);
    ctx.type = 'json';
    ctx.body = out;
  },
});
provider.on('grant.error', (_ctx, error) => console.error('token endpoint:', error.message, error.error_description));

async function interact(request, response) {
  const { prompt, params } = await provider.interactionDetails(request, response);
  let result;
  if (cancel) {
    result = { error: 'access_denied', error_description: 'cancelled by the person' };
  } else if (prompt.name === 'login') {
    result = { login: { accountId: 'person', acr, amr: ['bank'], remember: false } };
  } else {
    const grant = new provider.Grant({ accountId: 'person', clientId: params.client_id });
    grant.addOIDCScope(params.scope);
    result = { consent: { grantId: await grant.save() } };
  }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

const handle = provider.callback();
createServer((request, response) => {
  if (request.url.startsWith('/interaction/')) {
    interact(request, response).catch((error) => {
      console.error(error);
      response.writeHead(500).end();
    });
  } else {
    handle(request, response);
  }
}).listen(port, '127.0.0.1', () => console.log('ready'));
