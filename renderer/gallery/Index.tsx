/** The list of all states, with links to each in both themes. */
import { createRoot } from 'react-dom/client';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/states.css';
import './gallery.css';
import { galleryStates } from './states.ts';

export function renderIndex(theme: 'light' | 'dark') {
  const place = document.getElementById('root');
  if (!place) return;
  createRoot(place).render(
    <main className="gallery">
      <h1>Every state</h1>
      <ul>
        {galleryStates.map(({ name, title }) => (
          <li key={name}>
            <a href={`?state=${name}&theme=${theme}`}>{title}</a>{' '}
            <a className="small" href={`?state=${name}&theme=${theme === 'dark' ? 'light' : 'dark'}`}>
              in the other theme
            </a>
          </li>
        ))}
      </ul>
    </main>,
  );
}
