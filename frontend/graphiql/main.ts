import 'graphiql/setup-workers/vite';
// One by one, since `graphiql/style.css` brings 380 kB of fonts inside.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './page.css';

import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

import { examples, todayInFinland } from './examples';

const root = document.getElementById('graphiql');
if (root) {
  const tabs = examples(todayInFinland()).map(({ query, variables = '' }) => ({ query, variables, headers: '' }));
  createRoot(root).render(
    createElement(GraphiQL, { fetcher: createGraphiQLFetcher({ url: '/graphql' }), defaultTabs: tabs }),
  );
}
