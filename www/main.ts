/** Wires the page: the debugger, the panels that show it, and the clock. */
import { Debugger } from './model/debugger.js';
import { findTokens } from './model/found/find-tokens.js';
import { fromFragment } from './model/share-link.js';
import { startModule, startOffline } from './edition/edition.js';
import type { Strings } from './strings/en.js';
import { chooseLanguage } from './strings/languages.js';
import type { App } from './ui/app.js';
import { listenAnywhere } from './ui/anywhere.js';
import { h } from './ui/dom.js';
import { createLayout } from './ui/layout.js';
import type { Layout } from './ui/layout.js';
import { storeChoice, storedChoice } from './ui/storage.js';
import { applyTheme, chosenTheme } from './ui/topbar/theme.js';
import { listenForUndo } from './ui/undo-keys.js';

const page = new Debugger();
let layout: Layout | undefined;

/** The language that was chosen, else the browser's. */
const strings = () => {
  const chosen = storedChoice('language');
  return chooseLanguage(chosen === undefined ? navigator.languages : [chosen]);
};

/** Builds the page in its language; what was put in stays. */
function show(words: Strings): void {
  const app: App = {
    page,
    strings: words,
    open: (name) => made.dialogs[name].open(),
    compare: (left, right) => made.dialogs.compare.compare(left, right),
    startTour: () => made.startTour(),
    focus: (name) => made.focus(name),
  };
  const made: Layout = createLayout(app, (language) => {
    storeChoice('language', language);
    void chooseLanguage([language]).then(show);
  });
  document.documentElement.lang = words.language;
  document.title = words.page.title;
  document.body.replaceChildren(...made.elements);
  listenAnywhere(app);
  layout = made;
  page.show();
}

/** A link that was shared, or the answer of a provider that led here. */
function loadFragment(): void {
  const shared = fromFragment(location.hash);
  if (shared === undefined) return;
  // The answer of a provider may have an ID token beside an access token.
  const isAnswer = findTokens(location.hash).length > 1 && shared.key === undefined;
  if (isAnswer) page.pasteToken(location.hash);
  else page.openLink(shared);
}

applyTheme(chosenTheme());
const words = strings();
try {
  await startModule();
} catch (error) {
  const { moduleFailed } = (await words).page;
  document.body.replaceChildren(h('p', { class: 'broken', role: 'alert' }, moduleFailed));
  throw error;
}
loadFragment();
page.subscribe((view, change) => {
  for (const panel of layout?.panels ?? []) {
    if (change === 'all') panel.render(view);
    else panel.tick?.(view);
  }
});
show(await words);
listenForUndo(page);
addEventListener('hashchange', loadFragment);
setInterval(() => {
  // Only time has passed: a time that is set does not, and nobody looks at a hidden page.
  if (page.state.date === undefined && !document.hidden) page.tick();
}, 1000);
startOffline();
