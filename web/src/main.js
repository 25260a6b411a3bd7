// The wiring: opens the archive, gives every part of the page its view, and lets the address and the focus follow.
import { h, patch } from './element.js';
import { createStore } from './store.js';
import { START, reduce } from './state.js';
import { fromAddress, toAddress } from './address.js';
import { loadPreferences, savePreferences } from './preferences.js';
import { asFailure } from './failure.js';
import { publish } from './embedding.js';
import { modeller } from './model.js';
import { DIRECTION } from './messages.js';
import { gesturesSee } from './gestures.js';
import { readerCovers, whenReaderMoves } from './layout.js';
import { focusAfter } from './focus.js';
import { announce } from './news.js';
import { forgetWidths } from './fit.js';
import { renderHeader } from './views/header.js';
import { renderSearch } from './views/search.js';
import { renderTimeline } from './views/timeline.js';
import { renderFacets } from './views/facets.js';
import { renderHits } from './views/hits.js';
import { renderReader } from './views/reader.js';
import { renderAbout } from './views/about.js';
import { renderFailure } from './views/failed.js';

const VIEWS = { header: renderHeader, search: renderSearch, timeline: renderTimeline, facets: renderFacets, hits: renderHits, about: renderAbout, reader: renderReader };

start(document.getElementById('app'), publish());

async function start(root, open) {
  try {
    const archive = await open();
    performance.mark('tawarikh-open');
    run(root, archive);
    afterPaint(() => performance.mark('tawarikh-shown'));
  } catch (thrown) {
    renderFailure(root, asFailure(thrown));
  }
}

// A frame's callbacks run before it is painted; what they put off runs after.
function afterPaint(act) {
  requestAnimationFrame(() => setTimeout(act));
}

function run(root, archive) {
  const model = modeller(archive);
  const { id } = archive.about();
  const store = createStore(begin(id), reduce);
  const show = () => render(root, model(store.get()), store.send);

  store.listen((state, before, action) => {
    const held = document.activeElement;
    try {
      show();
      followAddress(state, before, action);
      focusAfter(action, state, before, held);
      if (action.type === 'choose') savePreferences(id, state);
    } catch (thrown) {
      renderFailure(root, asFailure(thrown));
    }
  });
  addEventListener('hashchange', () => {
    if (addressNow() !== toAddress(store.get())) store.send({ type: 'address', fields: fromAddress(location.hash, store.get()) });
  });
  addEventListener('keydown', (event) => onKey(event, store));
  whenReaderMoves(show);
  document.fonts.addEventListener('loadingdone', () => {
    forgetWidths();
    show();
  });

  root.replaceChildren();
  show();
  focusAfter({ type: 'begin' }, store.get(), store.get());
}

function begin(archive) {
  const base = { ...START, ...loadPreferences(archive) };
  return { ...base, ...fromAddress(location.hash, base) };
}

function render(root, model, send) {
  const { state, about, t } = model;
  const page = document.documentElement;
  page.lang = state.language;
  page.dir = DIRECTION[state.language];
  page.dataset.theme = state.theme;
  document.title = [model.reading?.title?.value, state.language === 'en' ? (about.titleEn ?? about.title) : about.title].filter(Boolean).join(' · ');
  const covered = state.open !== null && readerCovers();
  patch(root, frame(state, covered, t));
  gesturesSee(model);
  for (const [name, view] of Object.entries(VIEWS)) view(document.getElementById(name), model, send);
  announce(model);
}

// The page's landmarks. Their insides belong to the views, so the frame gives them no children.
function frame(state, covered, t) {
  return h(
    'div',
    { class: 'page', 'data-reading': state.open !== null },
    h('div', { class: 'main-column', inert: covered, key: 'main' },
      h('a', { class: 'skip', href: '#hits', onClick: skip }, t('skip')),
      h('header', { id: 'header', class: 'header', held: true }),
      h('main', { id: 'main' },
        h('div', { id: 'search', class: 'search-area', held: true }),
        h('section', { id: 'timeline', class: 'timeline', 'aria-labelledby': 'timeline-heading', held: true }),
        h('div', { class: 'results' },
          h('aside', { id: 'facets', class: 'facets-area', 'aria-label': t('facets'), held: true }),
          h('section', { id: 'hits', class: 'hits-area', 'aria-labelledby': 'hits-heading', tabindex: '-1', held: true }),
        ),
      ),
      h('footer', { id: 'about', class: 'about', 'aria-labelledby': 'about-heading', held: true }),
    ),
    h('div', { id: 'reader', class: 'reader', 'aria-label': t('reader'), key: 'reader', held: true }),
    h('p', { id: 'news', class: 'unseen', role: 'status', 'aria-live': 'polite', key: 'news', held: true }),
  );
}

function skip(event) {
  event.preventDefault();
  document.getElementById('hits').focus();
}

// Opening a document is a step that the browser's Back undoes; all other changes refine the view in place, once a drag or
// a run of key presses pauses: WebKit refuses more than a hundred changes in half a minute.
let refining = 0;

function followAddress(state, before, action) {
  const address = toAddress(state);
  clearTimeout(refining);
  if (address === addressNow() || action.type === 'address') return;
  if (state.open !== null && state.open.id !== before.open?.id) location.hash = address;
  else refining = setTimeout(() => history.replaceState(null, '', address), 250);
}

function addressNow() {
  return location.hash || '#';
}

function onKey(event, store) {
  if (event.key === 'Escape' && store.get().open !== null) store.send({ type: 'close' });
  if (event.key === '/' && store.get().shortcut === 'on' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest('input, textarea')) {
    event.preventDefault();
    document.getElementById('query')?.focus();
  }
}
