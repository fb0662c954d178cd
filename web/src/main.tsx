/** Starts the page. */
import './index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './shell/App.tsx';
import { createNima } from './shell/create-nima.ts';
import { keepShell } from './shell/keep-shell.ts';
import { NimaContext } from './shell/nima-context.ts';

const nima = createNima();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <NimaContext value={nima}>
      <QueryClientProvider client={nima.queries}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </QueryClientProvider>
    </NimaContext>
  </StrictMode>,
);
keepShell();
