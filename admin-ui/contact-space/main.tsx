import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Space } from './Space.tsx';
import { firstLanguage } from './use-language.ts';
import { speak } from './words/speak.ts';
import { french } from './words/use-words.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
const first = await speak(firstLanguage()).catch(() => french);
createRoot(root).render(
  <StrictMode>
    <Space first={first} />
  </StrictMode>,
);
