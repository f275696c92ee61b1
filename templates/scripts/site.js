/* Everything can be read, cited and browsed without scripts; this one adds the theme switch, keyboard shortcuts and
   abstracts that unfold in long lists. */
// Storage throws where the reader forbids it; then nothing is kept from page to page.
let store = {};
try { store = localStorage; } catch { /* forbidden */ }

// Colours: as the system, light, dark.
const theme = $('#theme'), now = () => root.dataset.theme || 'auto';
if (theme) {
  const name = () => { theme.ariaLabel = theme.dataset[now()]; };
  theme.onclick = () => {
    const next = { auto: 'light', light: 'dark' }[now()];
    if (next) root.dataset.theme = next; else delete root.dataset.theme;
    name();
    store.theme = next || '';
  };
  name();
}

// The timeline begins at its newest end where it is wider than the screen.
$('.hist')?.scrollTo(root.dir === 'rtl' ? -1e5 : 1e5, 0);

// A formula wider than its column scrolls, and filters longer than the screen; keys reach them too.
for (const box of $$('math[display], p:has(> math), .rail, .here, .prose :is(pre, table)')) if (box.scrollWidth - box.clientWidth > 1 || box.scrollHeight - box.clientHeight > 1) box.tabIndex = 0;

// Keys: / and Ctrl K search, j k next and previous work, o opens it, Esc clears, ? helps; from the search field and from
// a work also the arrows. Single keys can be switched off (WCAG 2.1.4).
const keys = $('#keys'), on = $('#keys-on');
if (keys) {
  on.checked = store.keys !== 'off';
  on.onchange = () => { store.keys = on.checked ? '' : 'off'; };
  $('#keys-open')?.addEventListener('click', () => keys.showModal());
  if (location.hash === '#keys') keys.showModal();
}
const search = () => { const field = $('[type=search]'); if (field) { field.focus(); field.select(); } else $('#find')?.click(); };
const TITLE = ':is(h2,h3,h4,h5,h6,.to) a', works = (within = d) => $$('.work:not([hidden]) ' + TITLE, within).filter(a => a.closest('.work').checkVisibility());
const step = (by, links = works()) => {
  const at = links.indexOf(d.activeElement);
  if (!at && by < 0) search(); else (links[Math.max(0, at + by)] || links.at(-1))?.focus();
};
d.addEventListener('keydown', e => {
  const t = e.target, control = e.ctrlKey || e.metaKey, arrow = { ArrowDown: 1, ArrowUp: -1 }[e.key], found = arrow && works($('#works') || d);
  if (e.key === 'Escape' && t.type === 'search' && t.value) {
    t.value = '';
    t.dispatchEvent(new Event('input', { bubbles: true }));
  } else if (control && e.key === 'k') search();
  else if (arrow && (arrow > 0 && t.type === 'search' || found.includes(t))) step(arrow, found);
  else if (t.matches('select, input:not([type=checkbox])') || control || e.altKey || store.keys === 'off' || keys?.open) return;
  else {
    const does = { '/': search, '?': () => $('#keys-open')?.click(), j: () => step(1), k: () => step(-1), o: () => (works().includes(t) ? t : works()[0])?.click() }[e.key];
    if (!does) return;
    does();
  }
  e.preventDefault();
});

// Long lists come without abstracts: one that is unfolded is taken from the work's page.
d.addEventListener('toggle', e => {
  const box = e.target, link = $(TITLE, box.closest('.work') || box), ask = new XMLHttpRequest();
  if (!box.matches('.far')) return;
  box.classList.remove('far');
  ask.open('GET', link.href);
  ask.responseType = 'document';
  ask.onload = () => { for (const text of $$('.abstract .text', ask.response)) { text.className = 'fold'; box.append(text); } };
  ask.onerror = () => link.click();
  ask.send();
}, true);
