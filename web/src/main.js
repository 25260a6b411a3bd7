// The wiring: opens the archive, gives every part of the page its view, and lets the address and the focus follow.
import { h, patch } from './element.js';
import { createStore } from './store.js';
import { START, reduce } from './state.js';
import { fromAddress, toAddress } from './address.js';
import { loadNotes, loadPreferences, loadRecent, saveNotes, savePreferences, saveRecent } from './preferences.js';
import { asFailure } from './failure.js';
import { publish } from './embedding.js';
import { modeller } from './model.js';
import { DIRECTION, learned } from './messages.js';
import { gesturesSee } from './gestures.js';
import { readerCovers, whenReaderMoves } from './layout.js';
import { sheetsFollow } from './bottom-sheet.js';
import { hosted } from './hosted.js';
import { focusAfter } from './focus.js';
import { announce } from './news.js';
import { stayOffline } from './offline.js';
import { forgetWidths } from './fit.js';
import { beginFaces } from './faces.js';
import { afterPaint, inTurns } from './turns.js';
import { renderHeader } from './views/header.js';
import { renderSearch } from './views/search.js';
import { isVain, renderTimeline } from './views/timeline.js';
import { renderTabs } from './views/tabs.js';
import { facetTurns } from './views/facets.js';
import { renderReader } from './views/reader.js';
import { renderFoot } from './views/foot.js';
import { renderFailure } from './views/failed.js';
import { foldOthers } from './views/menu.js';
import { chosenView } from './views/index.js';

/** What moves rests when it has not moved for so many milliseconds. */
const REST = 150;
/** What is drawn anew while it moves, by the action that moves it. */
const MOVED = {
  window: (model, send) => {
    gesturesSee(model);
    renderTimeline(document.getElementById('timeline'), model, send);
  },
  option: (model, send) => {
    const view = chosenView(model.state);
    view.render(document.getElementById(view.id), model, send);
  },
};

// What is painted with the chosen view; facets and timeline follow.
const PARTS = { header: renderHeader, tabs: renderTabs, foot: renderFoot, reader: renderReader, search: renderSearch };

const open = publish();
const app = document.getElementById('app');
// Another page may want the answers alone.
if (app) start(app, open);

async function start(root, open) {
  beginFaces();
  try {
    const opened = await open();
    performance.mark('tawarikh-open');
    const first = begin(opened.archive.about().id);
    await learned(first.language);
    run(root, opened, first);
  } catch (thrown) {
    renderFailure(root, asFailure(thrown));
  }
}

function run(root, { archive, loader }, first) {
  const { id } = archive.about();
  const model = modeller(archive, loader);
  const store = createStore(first, reduce);
  const send = first.embed ? hosted(store.send, () => shown) : store.send;
  let shown = null;
  let isPainted = false;
  let takeOver = null;
  // Whether the reader as it is drawn waits for its text.
  let isAwaited = false;
  // While the axis is under a wheel or a finger, or the months of the map play: what is drawn then, and the clock of its rest.
  let moving = null;
  let clock = 0;
  // The frame that will show what has come for it, and whether what it lacks is still to be asked for.
  let coming = 0;
  let isLacking = false;
  const turns = inTurns();

  const guarded = (act) => {
    try {
      act();
    } catch (thrown) {
      // Nothing of the page is painted over it.
      turns([() => renderFailure(root, asFailure(thrown))]);
    }
  };
  const show = () => {
    const before = shown;
    const now = (shown = Object.assign(model(store.get()), { takeOver, progress: loader.progress(), age: loader.settled() }));
    isAwaited = Boolean(now.reading?.loading);
    if (isFirst(now)) afterPaint(shownFirst);
    // What follows the first results does not come in their way.
    const want = () => (isPainted || now.found.waiting) && loader.want(now.lacks(), now.age);
    const acts = [...painted(root, now, send), want];
    if (!isApart(now, before)) return turns([() => acts.forEach((act) => act())]);
    const [first, ...others] = acts;
    // What is asked for is on its way while the rest is painted.
    turns([() => [first, want].forEach((act) => act()), ...others.map((act) => () => guarded(act))]);
  };
  // Only what moves is drawn anew; everything else follows once it rests.
  const follow = () => {
    clearTimeout(clock);
    clock = setTimeout(() => guarded(rest), REST);
    const now = (shown = Object.assign(model(store.get()), { moving: true, age: loader.settled() }));
    // In place of what is left of an older view, which would move it back.
    turns([() => moving(now, send)]);
    wantBehind();
  };
  // Asking takes as long as drawing, so it stands behind the frame.
  const wantBehind = () => {
    if (!isPainted || isLacking) return;
    isLacking = true;
    afterPaint(() => {
      isLacking = false;
      loader.want(shown.lacks(), shown.age);
    });
  };
  // Parts come by the dozen: they are drawn once a frame, unless the next move has drawn them.
  const followComing = () => {
    coming ||= requestAnimationFrame(() => {
      coming = 0;
      if (moving && shown.age !== loader.settled()) guarded(follow);
    });
  };
  const rest = () => {
    moving = null;
    refresh();
  };
  const shownFirst = () => {
    performance.mark('tawarikh-shown');
    isPainted = true;
    loader.want(shown.lacks(), shown.age);
    loader.load(archive.lacks());
    stayOffline((act) => {
      takeOver = act;
      show();
    });
  };
  // What the reader was brought to may have come only now.
  const refresh = () => {
    const wasAwaited = isAwaited;
    show();
    const { reading, state } = shown;
    if (state.open !== null && state.open.id === null && reading.id) store.send({ type: 'named', id: reading.id });
    if (wasAwaited && !isAwaited) focusAfter({ type: 'arrive' }, state, state);
  };

  loader.listen(() => guarded(moving ? followComing : refresh));
  store.listen((state, before, action) => {
    const held = document.activeElement;
    guarded(() => {
      clearTimeout(clock);
      moving = action.moving ? MOVED[action.type] : null;
      // For a new address the browser asks where the page stands: before it is drawn anew nothing has to be laid out for that.
      followAddress(state, before, action);
      if (moving) follow();
      else show();
      focusAfter(action, state, before, held);
      if (action.type === 'choose') savePreferences(id, state);
      if (state.recent !== before.recent) saveRecent(id, state.recent);
      if (state.notes !== before.notes) saveNotes(id, state.notes);
    });
  });
  addEventListener('hashchange', () => {
    // Told late, when another address may have been set already: an address of our own making says nothing new.
    if (addressNow() === written) return;
    written = addressNow();
    const fields = fromAddress(location.hash, store.get());
    learned(fields.language).then(() => store.send({ type: 'address', fields }));
  });
  addEventListener('pointerdown', ({ target }) => foldOthers(target));
  addEventListener('keydown', (event) => onKey(event, store));
  whenReaderMoves(show);
  sheetsFollow();
  document.fonts.addEventListener('loadingdone', () => {
    forgetWidths();
    show();
  });

  root.replaceChildren();
  show();
  focusAfter({ type: 'begin' }, store.get(), store.get());
}

// Whether the first results have been put on the screen.
let marked = false;

function isFirst({ found }) {
  if (found.waiting || marked) return false;
  return (marked = true);
}

// Whether a view is painted in turns: where a large archive has given other results.
function isApart({ about, state, found }, before) {
  return about.fragments && !state.embed && found.given !== before?.found.given;
}

function begin(archive) {
  const base = { ...START, ...loadPreferences(archive), recent: loadRecent(archive), notes: loadNotes(archive) };
  return { ...base, ...fromAddress(location.hash, base) };
}

// What puts a model on the screen, in the order in which it is to be seen; the whole page is painted once all of it is done.
function painted(root, model, send) {
  if (model.state.embed) return [() => renderEmbedded(root, model, send)];
  return [
    () => renderFirst(root, model, send),
    ...facetTurns(model).map((act) => () => act(document.getElementById('facets'), model, send)),
    () => {
      gesturesSee(model);
      renderTimeline(document.getElementById('timeline'), model, send);
      // The search tells of parts of the archive that any other view lacks.
      renderSearch(document.getElementById('search'), model, send);
      announce(model);
      document.getElementById('main').removeAttribute('aria-busy');
    },
  ];
}

function renderFirst(root, model, send) {
  settle(model);
  const { state } = model;
  const covered = state.open !== null && readerCovers();
  const view = chosenView(state);
  patch(root, frame(model, view, covered));
  document.getElementById('main').setAttribute('aria-busy', 'true');
  view.render(document.getElementById(view.id), model, send);
  for (const [name, part] of Object.entries(PARTS)) part(document.getElementById(name), model, send);
}

// The document's own marks of what it shows.
function settle({ state, about, reading }) {
  const page = document.documentElement;
  // Set again, even as they are, these would have the whole page styled anew.
  if (page.lang !== state.language) page.lang = state.language;
  if (page.dir !== DIRECTION[state.language]) page.dir = DIRECTION[state.language];
  if (page.dataset.theme !== state.theme) page.dataset.theme = state.theme;
  colourFrame(state.theme);
  document.title = [reading?.title?.value, state.language === 'en' ? (about.titleEn ?? about.title) : about.title].filter(Boolean).join(' · ');
}

// The browser's own frame has the page's colour: the system's theme where the reader has chosen none.
function colourFrame(theme) {
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    meta.dataset.theme ??= /dark|light/.exec(meta.media)[0];
    const isChosen = meta.dataset.theme === theme;
    const media = theme === 'system' ? `(prefers-color-scheme: ${meta.dataset.theme})` : isChosen ? 'all' : 'not all';
    if (meta.media !== media) meta.media = media;
  }
}

// The timeline alone: a frame of another page has room for nothing else.
function renderEmbedded(root, model, send) {
  settle(model);
  patch(
    root,
    h('main', { class: 'main-column embedded' }, h('section', { id: 'timeline', class: 'timeline', 'aria-labelledby': 'timeline-heading', held: true })),
    h('p', { id: 'news', class: 'unseen', role: 'status', 'aria-live': 'polite', key: 'news', held: true }),
  );
  gesturesSee(model);
  renderTimeline(document.getElementById('timeline'), model, send);
  announce(model);
}

// The page's landmarks. Their insides belong to the views, so the frame gives them no children.
function frame(model, view, covered) {
  const { state, about, t } = model;
  return h(
    'div',
    { class: 'page', 'data-reading': state.open !== null },
    h('div', { class: 'main-column', inert: covered, key: 'main' },
      h('a', { class: 'skip', href: '#panel', onClick: skip }, t('skip')),
      h('header', { id: 'header', class: 'header', held: true }),
      h('main', { id: 'main' },
        h('div', { id: 'search', class: 'search-area', held: true }),
        h('section', { id: 'timeline', class: 'timeline', 'aria-labelledby': 'timeline-heading', 'data-dated': about.first != null, 'data-low': view.name !== 'documents' || isVain(model), held: true }),
        h('div', { id: 'tabs', class: 'tabs-area', held: true }),
        h('div', { class: 'results' },
          h('aside', { id: 'facets', class: 'facets-area', 'aria-label': t('facets'), held: true }),
          h('section', { id: 'panel', class: 'panel', role: 'tabpanel', 'aria-labelledby': `tab-${view.name}`, tabindex: '-1' },
            h('div', { id: view.id, class: `view-${view.name}`, key: view.name, held: true }),
          ),
        ),
      ),
      h('footer', { id: 'foot', class: 'foot', held: true }),
    ),
    h('div', { id: 'reader', class: 'reader', 'aria-label': t('reader'), key: 'reader', held: true }),
    h('p', { id: 'news', class: 'unseen', role: 'status', 'aria-live': 'polite', key: 'news', held: true }),
  );
}

function skip(event) {
  event.preventDefault();
  document.getElementById('panel').focus();
}

// Opening a document, asking for more like it, or turning to another view is a step that the browser's Back undoes; all other
// changes refine the view in place, once a drag or a run of key presses pauses: WebKit refuses more than a hundred changes in
// half a minute.
let refining = 0;
// The address as this page last set or read it.
let written = addressNow();

function followAddress(state, before, action) {
  const address = toAddress(state);
  clearTimeout(refining);
  if (address === addressNow() || action.type === 'address') return;
  if (isStep(state, before)) {
    // What was refined until now is what Back returns to.
    history.replaceState(null, '', toAddress(before));
    location.hash = written = address;
  } else refining = setTimeout(() => history.replaceState(null, '', (written = address)), 250);
}

function isStep(state, before) {
  return state.view !== before.view || (state.open?.id != null && state.open.id !== before.open?.id) || (state.like !== null && state.like.id !== before.like?.id);
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
