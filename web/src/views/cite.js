// The menu that copies a citation, of a sentence or of its document, with a link that leads there.
import { toAddress } from '../address.js';
import { h } from '../element.js';
import { icon } from '../icons.js';
import { copied } from '../clipboard.js';
import { FORMS, reference } from '../exports/citation.js';
import { START } from '../state.js';
import { MENU, fold, sheetClose } from './menu.js';

/**
 * `key` tells one such menu from another on the page; `document` is the number of the document, `sentence` that of the sentence,
 * or null for the document as a whole.
 */
export function citeMenu(model, { key, document, sentence }) {
  const { t } = model;
  return h(
    'details',
    { ...MENU, class: 'menu cite', key: `cite-${key}` },
    h('summary', { class: 'plain', id: `cite-${key}` }, icon('quote'), t('cite')),
    h(
      'div',
      { class: 'menu-body' },
      sheetClose(t),
      h('p', { class: 'quiet' }, t(sentence === null ? 'cite.document' : 'cite.sentence')),
      Object.keys(FORMS).map((form) =>
        h('button', { key: form, class: 'plain', 'data-form': form, onClick: ({ currentTarget }) => cite(form, document, sentence, model, currentTarget) }, t(`cite.${form}`)),
      ),
    ),
  );
}

async function cite(form, number, sentence, model, button) {
  const reading = await model.fetched(number);
  await copied(FORMS[form]([referenceTo(reading, sentence, model)]), model.t);
  const menu = button.closest('details');
  if (menu) fold(menu);
}

/** A reference to a document, or to one of its sentences, with the address that shows it, whatever was searched for when it was cited. */
export function referenceTo(reading, sentence, { about, state }) {
  const archive = state.language === 'en' ? (about.titleEn ?? about.title) : about.title;
  const link = location.href.split('#')[0] + toAddress({ ...START, language: state.language, open: { id: reading.id, sentence } });
  return reference({ reading, sentence, archive, link, language: state.language });
}
