/* The filter of a list, and the search page. The page works without: its filters are links then. */
(() => {
  'use strict';
  const d = document, root = d.documentElement;
  const $ = (s, r = d) => r.querySelector(s), $$ = (s, r = d) => [...r.querySelectorAll(s)];

  // One spelling for search: no case, accents, joiners or apostrophes; Arabic and Persian letters unified; scripts without blanks apart.
  // The index is made with the same rules, in text/search_words.py.
  const DENSE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7af\u{20000}-\u{3ffff}]/u;
  const WORD = new RegExp(`${DENSE.source}+|(?:(?!${DENSE.source})[\\p{L}\\p{N}])+`, 'gu');
  const QUOTES = /['’ʼ‘`´]/g, MAP = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ς: 'σ', ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ە: 'ه', ـ: '' };
  const LONG = { ä: 'ae', æ: 'ae', ö: 'oe', ø: 'oe', œ: 'oe', ü: 'ue', å: 'aa', đ: 'dj' };
  const western = text => text.replace(/[٠-٩۰-۹]/g, c => c.charCodeAt() & 15);
  const mapped = (text, map) => text.replace(/[^\0-\x7f]/g, c => map[c] ?? c);
  const fold = text => mapped(western(text).normalize('NFKD').toLowerCase().replace(/[\p{M}\p{Cf}]/gu, ''), MAP).replace(QUOTES, '');
  const words = text => fold(text).normalize('NFC').match(WORD) || [];
  const long = text => mapped(text.normalize('NFC').toLowerCase(), LONG);
  // What a text is found by: Müller also as Mueller, O'Neill also as Neill, co-author also as coauthor.
  const hay = text => {
    const forms = /[^\0-\x7f]|['`-]/.test(text) ? [text, long(text), text.replace(QUOTES, ' '), text.replace(/([\p{L}\p{N}])[-‐‑](?=[\p{L}\p{N}])/gu, '$1'), text.replace(/(^|\s)ال(?=\p{L}{3})/gu, '$1')].map(words) : [text.toLowerCase().match(/[a-z0-9]+/g) || []];
    return ` ${[...new Set(forms.map(form => form.join(' ')))].join(' | ')} `;
  };
  const bare = id => id.toLowerCase().replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:|arxiv:)|-/g, '');
  // Words that differ by a letter more, less, other or swapped; the end of a long one may still be missing.
  const nearest = (a, all) => {
    const close = all.filter(b => {
      let i = 0;
      while (i < a.length && a[i] === b[i]) i++;
      const same = (p, q) => a.length > 5 ? b.startsWith(a.slice(p), q) : a.slice(p) === b.slice(q);
      return same(i + 1, i + 1) || same(i, i + 1) || same(i + 1, i) || a[i] === b[i + 1] && a[i + 1] === b[i] && same(i + 2, i + 2);
    }), whole = close.filter(b => Math.abs(b.length - a.length) < 2);
    return a.length < 4 ? [] : (whole.length ? whole : close).slice(0, 9);
  };

  // Parts of a work: identifiers, family and given names, short titles and others, topics, venue, the rest.
  const WEIGHT = { x: 40, f: 20, s: 24, t: 16, g: 8, k: 8, v: 6, b: 2 }, PARTS = { author: 'fg', title: 'st', venue: 'v', topic: 'k' };
  const all = list => doc => { let sum = 1; for (const f of list) { const s = f(doc); if (!s) return 0; sum += s; } return sum; };
  const within = (year, from, to) => year !== '' && (!from || year >= +from) && (!to || year <= +to);

  // A query: words, "phrases", author: title: venue: topic: type: year: has:, - or not, or, brackets. What the index must fetch is in `jobs`.
  const parse = (text, index) => {
    const tokens = western(text).slice(0, 400).replace(/[“”„«»]/g, '"').match(/[()]|-(?=\S)|(?:\p{L}+:)?"[^"]*"?|(?!-\s)[^\s()"]+(?:\([^\s()"]*\)[^\s()"]*)*/gu) || [], jobs = [], marks = [];
    const any = wanted => { // terms up to a bracket, parted by `or`; nothing where they say nothing
      const groups = [[]];
      while (tokens.length && tokens[0] !== ')') {
        const t = tokens.shift();
        if (/^or$/i.test(t)) groups.push([]); else groups.at(-1).push(term(t, wanted));
      }
      const said = groups.map(group => group.filter(Boolean)).filter(group => group.length).map(all);
      return said.length && (doc => Math.max(...said.map(f => f(doc))));
    };
    const term = (t, wanted) => {
      if (/^and$/i.test(t)) return;
      if (/^(-|not)$/i.test(t)) { const f = term(tokens.shift() || '', !wanted); return f && (doc => !f(doc)); }
      if (t === '(') { const f = any(wanted); tokens.shift(); return f; }
      const [, name = '', raw] = t.match(/^(?:(author|title|venue|topic|type|year|has):)?(.*)$/isu), field = name.toLowerCase(), value = raw.replace(/"/g, '');
      const list = words(value), phrase = raw !== value && list.length > 1;
      if (!list.length) return;
      if (field === 'year') { const [from, to = from] = value.split(/[-–]/); return doc => within(index.year(doc), from, to); }
      const said = list.join(' ');
      if (field === 'type') return index.type(([name, kind]) => words(name).join(' ').startsWith(said) || kind === value && kind !== 'article');
      if (field === 'has' || field && list[0] === 'me') return index.test('has', list[0]);
      if (wanted) marks.push(...phrase ? [said] : list);
      const job = (kind, ...rest) => { let f; jobs.push(Promise.resolve(index[kind](...rest)).then(made => { f = made; })); return doc => f(doc); };
      if (phrase) return field === 'author' ? job('name', list) : job('phrase', PARTS[field] || 'fstgkvb', list);
      const other = words(long(value)), both = all(list.map((w, i) => job('word', PARTS[field] || 'xfstgkvb', [...new Set([w, other[i]])], raw !== value)));
      const number = bare(value), id = !field && /\d/.test(value) && job('id', number);
      if (id && /^10\.\d+\//.test(number)) return id;
      const year = !field && /^\d{4}$/.test(value) && +value;
      return doc => id && id(doc) || both(doc) || year && index.year(doc) === year;
    };
    const found = [];
    while (tokens.length) { found.push(any(true)); tokens.shift(); }
    return { score: all(found.filter(Boolean)), jobs, marks };
  };

  // An index whose works are all here: those of the page, or a small library's rows.
  const small = docs => {
    let vocabulary;
    const of = doc => doc.parts ||= doc.read();
    const find = (parts, forms, exact) => doc => {
      let best = 0;
      for (const part of parts) for (const w of forms) {
        const text = of(doc)[part] || '', whole = text.includes(` ${w} `);
        if (whole || !exact && text.includes(DENSE.test(w) ? w : ' ' + w)) best = Math.max(best, WEIGHT[part] * (1 + whole));
      }
      return best;
    };
    return {
      docs, year: doc => doc.year, test: (name, value) => doc => doc.f[name].includes(value), type: fits => doc => fits(doc.type),
      word: (parts, forms, exact) => {
        const f = find(parts, forms, exact);
        if (exact || docs.some(f)) return f;
        vocabulary ||= [...new Set(docs.flatMap(doc => Object.values(of(doc)).join(' ').split(' ')))];
        return find(parts, nearest(forms[0], vocabulary));
      },
      name: list => doc => of(doc).g.split('|').some(name => list.every(w => name.includes(' ' + w))) && 20,
      phrase: (parts, list) => find(parts, [list.join(' ')], true),
      id: id => doc => id.length > 3 && of(doc).x.includes(id) && 40,
      best: (hits, limit) => hits.slice(0, limit).map(hit => hit.doc),
    };
  };

  // Matches are painted; the page itself stays as it is.
  const mark = (elements, terms) => {
    if (!CSS.highlights) return;
    const ranges = [];
    for (const el of terms.length ? elements : []) {
      const walk = d.createTreeWalker(el, NodeFilter.SHOW_TEXT);
      for (let node; (node = walk.nextNode());) {
        const folded = node.data.replace(/[^]/g, c => (fold(c) || ' ')[0]); // letter by letter, so that places stay
        for (const term of terms) for (let i = -1; (i = folded.indexOf(term, i + 1)) > -1;) {
          const range = new Range();
          range.setStart(node, i);
          range.setEnd(node, i + term.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set('q', new Highlight(...ranges));
  };

  // The works of a list stand in the page, or come from the index on the search page.
  const form = $('#filter'), list = $('#works');
  if (!form || !list) return;
  const { src, root: base, comma } = list.dataset;
  const input = $('input[type=search]', form), count = $('#count'), sort = $('#sort'), more = $('#more'), boxes = $$('[type=checkbox][form=filter]'), ends = $$('[type=number][form=filter]');
  const number = new Intl.NumberFormat(root.lang).format, groups = $$('.year', list), flat = d.createElement('ol');
  flat.className = 'flat';
  let loading, limit, timer, turn = 0;

  // Built when first asked for, so that loading the page costs nothing.
  const parts = (title, names, venue, topics, x, rest) => ({ t: hay(title), f: hay(names.map(name => name.trim().split(/\s/).pop()).join(' ')), g: names.map(name => hay(name).replace(/ \| /g, ' ')).join('|'), v: hay(venue), k: hay(topics), x: bare(x), b: hay(rest) });
  const here = () => small($$('.work', list).map(el => {
    const text = s => $(s, el)?.textContent || '', { year, type, kind, topics, has, more = '' } = el.dataset, title = text('h3, h4'), venue = text('cite');
    return {
      el, home: el.parentNode, title, year: year && +year, type: [type, kind], f: { type: [type], topic: topics.split('|'), venue: [venue], has: has.split(' ') },
      read: () => parts(title, [...$$('.by bdi', el).map(b => b.textContent), ...more.split(', ')], venue, topics, $$('.get a', el).join(' '), el.textContent + ' ' + type),
    };
  }));
  const rows = works => small(works.map(([url, title, names, venue, year, shown, type, topics, lang, pdf, has, kind, ids, text]) => ({
    url, title, names, venue, year, shown, lang, pdf, type: [type, kind], f: { type: [type], topic: topics, venue: [venue], has: has.split(' ') },
    read: () => parts(title, names, venue, topics.join(' '), ids, text + ' ' + type),
  })));
  const fail = () => { loading = 0; list.ariaBusy = 'false'; count.textContent = count.dataset.error; };
  const load = () => loading ||= src ? fetch(src).then(r => { if (!r.ok) throw r; return r.json(); }).then(index => index.works ? rows(index.works) : self.large(index, base, { WEIGHT, DENSE, nearest, all, hay })) : here();

  // An address that is not of the web leads below the site's root and never runs.
  const to = url => /^https?:/.test(url) ? url : base + url;
  const make = item => {
    const el = $('#work').content.firstElementChild.cloneNode(true), link = $('h3 a', el), pdf = $('.pdf', el);
    const put = (s, text) => { const at = $(s, el); if (text) at.textContent = text; else at.remove(); };
    link.href = to(item.url);
    link.firstChild.textContent = item.title;
    if (item.lang) link.firstChild.lang = item.lang;
    put('.by', item.names.slice(0, 6).join(comma) + (item.names.length > 6 ? ' …' : ''));
    put('cite', item.venue); put('.y', item.shown); put('.tag', item.type[1] !== 'article-journal' && item.type[0]);
    if (item.pdf) { pdf.href = to(item.pdf); pdf.ariaLabel = pdf.dataset.name.replace('{title}', () => item.title); } else pdf.parentNode.remove();
    return el;
  };
  const drawPage = (docs, hits) => {
    const set = new Set(hits), order = sort?.value;
    for (const doc of docs) { doc.el.hidden = !set.has(doc); doc.home.append(doc.el); }
    flat.remove();
    if (order === 'title') {
      flat.append(...docs.toSorted((a, b) => a.title.localeCompare(b.title, root.lang)).map(doc => doc.el));
      list.append(flat);
    } else if (order) list.append(...(order === 'old' ? groups.toReversed().sort((a, b) => a.matches('.undated') - b.matches('.undated')) : groups));
    for (const group of groups) group.hidden = !$('.work:not([hidden])', group);
  };

  const run = async push => {
    list.ariaBusy = 'true';
    const mine = ++turn, on = {}, [from, till] = ends.map(end => end.value), text = input.value.trim();
    for (const { checked, name, value } of boxes) if (checked) (on[name] ||= []).push(value);
    const active = !!(text || from || till || Object.keys(on).length);
    if (push) {
      const query = new URLSearchParams(new FormData(form));
      for (const [key, value] of [...query]) if (!value || key === 'sort' && value === 'new') query.delete(key, value);
      history.replaceState(null, '', location.pathname + (query.size ? '?' + query : '') + (active ? '' : location.hash));
    }
    for (const button of $$('.count [data-clear]')) button.hidden = !active;
    if (!active && !loading && src) { list.ariaBusy = 'false'; return; }
    const index = await load(), query = parse(text, index), hits = [];
    await Promise.all(query.jobs);
    if (mine !== turn) return; // a later keystroke came while the index was loading
    const dims = Object.keys(on).map(name => { const tests = on[name].map(value => index.test(name, value)); return { name, test: doc => tests.some(test => test(doc)) }; });
    if (from || till) dims.push({ test: doc => within(index.year(doc), from, till) });
    const counted = boxes.map(box => ({ box, n: 0, test: index.test(box.name, box.value) }));
    for (const doc of index.docs) {
      const score = query.score(doc), failed = score ? dims.filter(dim => !dim.test(doc)) : [0, 0];
      if (!failed.length) hits.push({ doc, score });
      // What a box would give, the other facets kept.
      if (failed.length < 2) for (const each of counted) if ((!failed.length || failed[0].name === each.box.name) && each.test(doc)) each.n++;
    }
    for (const { box, n } of counted) {
      const label = box.closest('label');
      $('.n', label).textContent = number(n);
      label.classList.toggle('none', !n && !box.checked);
    }
    let shown = hits.slice(0, 100).map(hit => hit.doc), n = hits.length;
    if (src) {
      const same = row => words(row.title).join(' ') === words(text).join(' ');
      shown = active ? await index.best(hits.sort((a, b) => b.score - a.score), limit, query.score) : [];
      if (mine !== turn) return;
      shown.sort((a, b) => same(b) - same(a));
      flat.replaceChildren(...shown.map(row => row.el ||= make(row)));
      if (shown.length) list.append(flat); else { flat.remove(); n = 0; }
      more.hidden = hits.length <= limit || !n;
      $('#hint').hidden = active;
    } else drawPage(index.docs, hits.map(hit => hit.doc));
    count.textContent = src && !active ? '' : (n === index.docs.length ? count.dataset.all : count.dataset.some).replace('{n}', number(n));
    $('#empty').hidden = n > 0 || !active;
    mark(shown.map(row => row.el), query.marks);
    list.ariaBusy = 'false';
  };
  const fresh = push => { limit = 20; return run(push).catch(fail); };

  const query = new URLSearchParams(location.search);
  input.value = query.getAll('in').concat(query.getAll('q')).join(' ');
  for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value);
  for (const field of [...ends, sort]) if (query.get(field?.name)) field.value = query.get(field.name);
  d.addEventListener('input', e => { if (e.target.form === form) { clearTimeout(timer); timer = setTimeout(fresh, src ? 120 : 60, true); } });
  form.addEventListener('submit', async e => { e.preventDefault(); clearTimeout(timer); await fresh(true); $('.work:not([hidden]) a', list)?.focus(); });
  more?.addEventListener('click', async () => { const next = limit; limit += 20; await run().catch(fail); $$('.work h3 a', list)[next]?.focus(); });
  d.addEventListener('click', e => {
    if (!e.target.closest('[data-clear]')) return;
    input.value = '';
    for (const box of boxes) box.checked = false;
    for (const end of ends) end.value = '';
    fresh(true);
    input.focus();
  });
  if (src) input.addEventListener('focus', () => load().catch(fail), { once: true });
  if (location.search) fresh();
})();
