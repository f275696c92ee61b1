/* sitegen's default theme. Everything can be read, cited and browsed without scripts; this one adds the theme switch
   and keyboard shortcuts, cite.js the copy buttons, search.js the filter of lists and the search page. None of them
   writes markup: only text, and copies of a template. */
(() => {
  'use strict';
  const d = document, root = d.documentElement;
  const $ = (s, r = d) => r.querySelector(s), $$ = (s, r = d) => [...r.querySelectorAll(s)];
  // Storage throws where the reader forbids it.
  const store = {
    get: key => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key); } catch { /* not kept */ } },
  };

  // Colours: as the system, light, dark.
  const theme = $('#theme'), THEMES = ['auto', 'light', 'dark'], now = () => root.dataset.theme || 'auto';
  if (theme) {
    const name = () => theme.setAttribute('aria-label', theme.dataset[now()]);
    theme.addEventListener('click', () => {
      const next = THEMES[(THEMES.indexOf(now()) + 1) % 3];
      if (next === 'auto') delete root.dataset.theme; else root.dataset.theme = next;
      store.set('theme', next === 'auto' ? '' : next);
      name();
    });
    name();
  }

  // The timeline begins at its newest end where it is wider than the screen.
  $('.hist')?.scrollTo(root.dir === 'rtl' ? -1e5 : 1e5, 0);

  // A formula wider than its column scrolls, and filters longer than the screen; keys reach them too.
  for (const box of $$('math[display], p:has(> math), .rail, .here, .prose :is(pre, table)')) if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;

  // Keys: / and Ctrl K search, j k next and previous work, o opens it, Esc clears, ? helps. Single keys can be switched off (WCAG 2.1.4).
  const keys = $('#keys'), on = $('#keys-on');
  if (keys) {
    on.checked = store.get('keys') !== 'off';
    on.addEventListener('change', () => store.set('keys', on.checked ? '' : 'off'));
    $('#keys-open')?.addEventListener('click', () => keys.showModal());
    if (location.hash === '#keys') keys.showModal();
  }
  const search = () => { const field = $('[role=search] input[type=search]'); if (field) { field.focus(); field.select(); } else $('#find')?.click(); };
  const works = () => $$('.work:not([hidden]) :is(h2, h3, h4, h5, h6, .to) a').filter(a => a.offsetParent);
  const step = by => {
    const links = works(), at = links.indexOf(d.activeElement);
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
  };
  d.addEventListener('keydown', e => {
    const t = e.target, control = e.ctrlKey || e.metaKey;
    if (e.key === 'Escape' && t.type === 'search' && t.value) {
      t.value = '';
      t.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (control && e.key === 'k') search();
    else if (t.matches('textarea, select, input:not([type=checkbox])') || t.isContentEditable || control || e.altKey || store.get('keys') === 'off' || keys?.open) return;
    else if (e.key === '/') search();
    else if (e.key === '?') $('#keys-open')?.click();
    else if (e.key === 'j') step(1);
    else if (e.key === 'k') step(-1);
    else if (e.key === 'o' && works().length) (works().find(a => a === d.activeElement) || works()[0]).click();
    else return;
    e.preventDefault();
  });
})();
