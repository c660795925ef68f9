// Starts the explorer in the page.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './explorer.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { Page } from './Page';

const place = document.getElementById('explorer');
if (!place) {
  throw new Error('index.html has no element with the id "explorer".');
}
createRoot(place).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
