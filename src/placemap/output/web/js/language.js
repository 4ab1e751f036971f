// Which language the page speaks, and its words for what stands in the page from the start.

import { byId, el } from './dom.js';
import { t } from './strings.js';

// `wanted` by the address, else what the page was `made` for, else the first of those the
// reader's browser prefers that is `known`; English where nothing else is.
export function chooseLanguage({ wanted, made, preferred, known }) {
  const primary = preferred.map((tag) => tag.toLowerCase().split('-')[0]);
  const wishes = [wanted, made, ...primary];
  return wishes.find((code) => known.includes(code)) ?? 'en';
}

export function wantedLanguage(hash) {
  return new URLSearchParams(hash.replace(/^#/, '')).get('ui');
}

// The attributes that hold words, and what names their key in the page.
const FILLED = {
  title: 'data-t-title',
  placeholder: 'data-t-placeholder',
  'aria-label': 'data-t-label',
};

export function fillPage() {
  const root = document.documentElement;
  root.lang = t('lang');
  root.dir = t('dir');
  for (const node of document.querySelectorAll('[data-t]')) {
    node.textContent = t(node.dataset.t);
  }
  for (const [name, source] of Object.entries(FILLED)) {
    for (const node of document.querySelectorAll(`[${source}]`)) {
      node.setAttribute(name, t(node.getAttribute(source)));
    }
  }
}

// `names` are those of the languages. A change begins the page anew, in the same state.
export function createLanguages(names, onChange) {
  const select = byId('language');
  const options = Object.entries(names).map(([code, name]) =>
    el('option', { value: code, lang: code }, name),
  );
  select.append(...options);
  select.value = t('lang');
  select.addEventListener('change', () => onChange(select.value));
}
