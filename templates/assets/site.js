/* sitegen's default theme. Everything can be read, cited and browsed without this file; it adds the theme switch,
   copy buttons, the filter, the search page and keyboard shortcuts. It never writes markup: only text, and copies of a template. */
(() => {
  'use strict';
  const d = document, root = d.documentElement;
  const $ = (s, r = d) => r.querySelector(s), $$ = (s, r = d) => [...r.querySelectorAll(s)];
  // Storage throws where the reader forbids it.
  const store = {
    get: key => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key); } catch { /* not kept */ } },
  };

  // One spelling for search: no case, accents, dashes, quotes or joiners; Arabic and Persian letters unified.
  const MAP = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', أ: 'ا', إ: 'ا', آ: 'ا' };
  const foldOne = text => text.toLowerCase().normalize('NFKD').replace(/[\p{M}\p{Cf}'’ʼ`´]/gu, '').replace(/[^\0-\x7f]/gu, c => MAP[c] || c).replace(/[‐-―−-]/g, ' ');
  const fold = text => foldOne(text.normalize('NFC')).replace(/\s+/g, ' ').trim();
  // Müller is also found as Mueller, Å as Aa.
  const hay = text => {
    const low = text.toLowerCase().normalize('NFC'), long = low.replace(/[äæ]/g, 'ae').replace(/[öøœ]/g, 'oe').replace(/ü/g, 'ue').replace(/å/g, 'aa');
    return long === low ? fold(low) : fold(low) + ' ' + fold(long);
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

  // <button data-copy="id" data-done="Copied">: records as text, references with their italics too.
  const live = $('#live');
  const copy = async (el, text) => {
    const blob = (type, s) => new Blob([s], { type });
    try {
      if (el.localName === 'pre' || !self.ClipboardItem) await navigator.clipboard.writeText(text);
      else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', new XMLSerializer().serializeToString(el)) })]);
    } catch {
      getSelection().selectAllChildren(el);
      d.execCommand('copy');
    }
  };
  d.addEventListener('click', async e => {
    const button = e.target.closest('[data-copy]');
    if (!button || button.dataset.was) return;
    const el = d.getElementById(button.dataset.copy);
    // The letters of a formula are not its text: the button brings what they mean.
    await copy(el, button.dataset.text || el.textContent.trim());
    button.dataset.was = button.textContent;
    button.textContent = live.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = button.dataset.was; delete button.dataset.was; live.textContent = ''; }, 1600);
  });

  // Matches are painted; the page itself stays as it is.
  const mark = (elements, terms) => {
    if (!CSS.highlights) return;
    CSS.highlights.delete('q');
    if (!terms.length) return;
    const ranges = [];
    for (const el of elements) {
      const walk = d.createTreeWalker(el, NodeFilter.SHOW_TEXT);
      for (let node; (node = walk.nextNode());) {
        let folded = '';
        const at = [];
        for (let i = 0; i < node.data.length; i++) { const c = foldOne(node.data[i]); for (let k = 0; k < c.length; k++) at.push(i); folded += c; }
        for (const term of terms) for (let i = -1; (i = folded.indexOf(term, i + 1)) > -1;) {
          const range = new Range();
          range.setStart(node, at[i]);
          range.setEnd(node, at[i + term.length - 1] + 1);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set('q', new Highlight(...ranges));
  };

  // The filter of a list: its items stand in the page, or come from the index on the search page.
  const form = $('#filter'), list = $('#works');
  if (form && list) {
    const { src, root: base, comma, plain } = list.dataset;
    const input = $('input[type=search]', form), count = $('#count'), sort = $('#sort'), boxes = $$('input[type=checkbox][form=filter]');
    const number = new Intl.NumberFormat(root.lang).format, groups = $$('.year', list), template = $('#work');
    const flat = d.createElement('ol');
    flat.className = 'flat';
    let items, loading;

    // Built when first asked for, so that loading the page costs nothing.
    const read = () => items ||= $$('.work', list).map(el => ({
      el, home: el.parentNode, title: fold($('h3', el).textContent), f: { type: [el.dataset.type], topic: (el.dataset.topics || '').split('|') },
      hay: hay([el.textContent, ...Object.values(el.dataset), ...$$('.get a', el).map(a => a.href)].join(' ')),
    }));
    const load = () => loading ||= fetch(src).then(r => { if (!r.ok) throw r; return r.json(); }).then(index => {
      items = index.works.map(([url, title, names, venue, year, type, topics, lang, pdf, ...rest]) => ({
        url, name: title, names, venue, year, type, lang, pdf, title: fold(title), f: { type: [type], topic: topics },
        hay: hay([title, ...names, venue, year, type, ...topics, ...rest].join(' ')),
        get el() { return this.made ||= make(this); },
      }));
    }).catch(() => { loading = 0; count.textContent = count.dataset.error; });
    // An address that is not of the web leads below the site's root and never runs.
    const to = url => /^https?:/.test(url) ? url : base + url;
    const make = item => {
      const el = template.content.firstElementChild.cloneNode(true);
      const put = (s, text) => { const at = $(s, el); if (text) at.textContent = text; else at.remove(); };
      const link = $('h3 a', el), title = link.firstChild, pdf = $('.pdf', el);
      link.href = to(item.url);
      title.textContent = item.name;
      if (item.lang) title.lang = item.lang;
      put('.by', item.names.slice(0, 6).join(comma) + (item.names.length > 6 ? ' …' : ''));
      put('cite', item.venue); put('.y', item.year); put('.tag', item.type === plain ? '' : item.type);
      if (item.pdf) { pdf.href = to(item.pdf); pdf.setAttribute('aria-label', pdf.dataset.name.replace('{title}', () => item.name)); } else pdf.parentNode.remove();
      return el;
    };

    const drawIndex = (hits, terms) => {
      const score = item => terms.reduce((sum, t) => sum + (item.title.includes(t) ? 2 : 0) + (` ${item.title}`.includes(' ' + t) ? 1 : 0), 0);
      const scored = hits.map((item, place) => ({ item, place, score: score(item) })).sort((a, b) => b.score - a.score || a.place - b.place);
      const shown = scored.slice(0, 100).map(s => s.item);
      flat.replaceChildren(...shown.map(item => item.el));
      if (hits.length) list.append(flat); else flat.remove();
      $('#more').hidden = hits.length <= 100;
      return shown;
    };
    const drawPage = hits => {
      const set = new Set(hits), order = sort.value;
      for (const item of items) item.el.hidden = !set.has(item);
      if (order === 'title') {
        flat.append(...[...items].sort((a, b) => a.title.localeCompare(b.title, root.lang)).map(item => item.el));
        list.append(flat);
      } else {
        flat.remove();
        for (const item of items) item.home.append(item.el);
        list.append(...(order === 'old' ? [...groups].reverse().sort((a, b) => a.matches('.undated') - b.matches('.undated')) : groups));
      }
      for (const group of groups) group.hidden = !$('.work:not([hidden])', group);
      return hits.slice(0, 100);
    };

    let turn = 0;
    const run = async push => {
      const mine = ++turn, terms = fold(input.value).split(' ').filter(Boolean), on = {};
      for (const box of boxes) if (box.checked) (on[box.name] ||= []).push(box.value);
      const active = terms.length > 0 || Object.keys(on).length > 0;
      if (push) {
        const query = new URLSearchParams();
        if (input.value.trim()) query.set('q', input.value.trim());
        for (const name in on) for (const value of on[name]) query.append(name, value);
        if (sort && sort.value !== 'new') query.set('sort', sort.value);
        history.replaceState(null, '', location.pathname + (`${query}` && '?' + query) + (active ? '' : location.hash));
      }
      for (const button of $$('.count [data-clear]')) button.hidden = !active;
      if (!src) read(); else if (active) await load();
      // A later keystroke may have come while the index was loading.
      if (mine !== turn || !items && active) return;
      const fits = (item, but) => terms.every(t => item.hay.includes(t)) && Object.keys(on).every(name => name === but || on[name].some(value => item.f[name].includes(value)));
      const hits = src && !active ? [] : items.filter(item => fits(item));
      const shown = src ? drawIndex(hits, terms) : drawPage(hits);
      if (items) for (const box of boxes) { // what this box would give, the other facets kept
        const n = items.filter(item => fits(item, box.name) && item.f[box.name].includes(box.value)).length, label = box.closest('label');
        $('.n', label).textContent = number(n);
        label.classList.toggle('none', !n && !box.checked);
      }
      count.textContent = src && !active ? '' : (hits.length === items.length ? count.dataset.all : count.dataset.some).replace('{n}', number(hits.length));
      $('#empty').hidden = hits.length > 0 || !active;
      if (src) $('#hint').hidden = active;
      mark(shown.map(item => item.el), terms);
    };

    const query = new URLSearchParams(location.search);
    input.value = query.get('q') || '';
    for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value);
    if (sort && query.get('sort')) sort.value = query.get('sort');
    let timer;
    d.addEventListener('input', e => { if (e.target.form === form) { clearTimeout(timer); timer = setTimeout(run, 60, true); } });
    form.addEventListener('submit', e => { e.preventDefault(); run(true); });
    d.addEventListener('click', e => {
      if (!e.target.closest('[data-clear]')) return;
      input.value = '';
      for (const box of boxes) box.checked = false;
      run(true);
      input.focus();
    });
    if (src) input.addEventListener('focus', load, { once: true });
    if (location.search) run();
  }

  // The timeline begins at its newest end where it is wider than the screen.
  $('.hist')?.scrollTo(root.dir === 'rtl' ? -1e5 : 1e5, 0);

  // A formula wider than its column scrolls; keys reach it too.
  for (const wide of $$('math[display], p:has(> math)')) if (wide.scrollWidth > wide.clientWidth + 1) wide.tabIndex = 0;

  // Keys: / and Ctrl K search, j k next and previous work, Esc clears, ? helps. Single keys can be switched off (WCAG 2.1.4).
  const keys = $('#keys'), on = $('#keys-on');
  if (keys) {
    on.checked = store.get('keys') !== 'off';
    on.addEventListener('change', () => store.set('keys', on.checked ? '' : 'off'));
    $('#keys-open')?.addEventListener('click', () => keys.showModal());
    if (location.hash === '#keys') keys.showModal();
  }
  const search = () => { const field = $('[role=search] input[type=search]'); if (field) { field.focus(); field.select(); } else $('#find')?.click(); };
  const step = by => {
    const links = $$('.work:not([hidden]) :is(h3, h4) a').filter(a => a.offsetParent), at = links.indexOf(d.activeElement);
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
  };
  d.addEventListener('keydown', e => {
    const t = e.target, control = e.ctrlKey || e.metaKey;
    if (e.key === 'Escape' && t.type === 'search' && t.value) {
      t.value = '';
      t.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (control && e.key === 'k') search();
    else if (/^(input|textarea|select)$/i.test(t.tagName) || t.isContentEditable || control || e.altKey || store.get('keys') === 'off' || keys?.open) return;
    else if (e.key === '/') search();
    else if (e.key === '?') $('#keys-open')?.click();
    else if (e.key === 'j') step(1);
    else if (e.key === 'k') step(-1);
    else return;
    e.preventDefault();
  });
})();
