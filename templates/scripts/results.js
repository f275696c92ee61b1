/* The search page: works come from the index, as copies of a template. The script that reads the index comes with it. */
const json = url => fetch(url).then(r => r.ok ? r.json() : Promise.reject(r));
const open = async () => {
  const [data, reader] = await Promise.all([json(src), import(new URL(list.dataset.reader, location))]);
  return reader.default({ DENSE, WEIGHT, WHOLE, all, bare, base, hay, json, nearest })(data);
};
const more = $('#more');
// An address that is not of the web leads below the site's root and never runs.
const to = url => /^https?:/.test(url) ? url : base + url;
// Names of either direction stand in the order of the page's.
const isolated = name => document.dir ? `\u2068${name}\u2069` : name;
const make = item => {
  const el = $('#work').content.firstElementChild.cloneNode(true), link = $('h3 a', el), pdf = $('.pdf', el);
  const put = (s, text) => { const at = $(s, el); if (text) at.textContent = text; else at.remove(); };
  link.href = to(item.url);
  link.firstChild.textContent = item.title;
  if (item.lang) link.firstChild.lang = item.lang;
  put('.by', item.names.slice(0, 6).map(isolated).join(comma) + (item.names.length > 6 ? ' …' : ''));
  put('cite', item.venue); put('.y', item.shown); put('.tag', item.type[1] !== 'article-journal' && item.type[0]);
  if (item.pdf) { pdf.href = to(item.pdf); pdf.ariaLabel = pdf.dataset.name.replace('{title}', () => item.title); } else pdf.parentNode.remove();
  return el;
};
const draw = async (index, hits, score, text, active) => {
  const plain = s => words(s).join(' '), same = row => plain(row.title) === plain(text);
  const shown = active ? await index.best(hits, limit, score) : [];
  shown.sort((a, b) => same(b) - same(a));
  flat.replaceChildren(...shown.map(row => row.el ||= make(row)));
  if (shown.length) list.append(flat); else flat.remove();
  more.hidden = hits.length <= limit || !shown.length;
  $('#hint').hidden = active;
  return shown;
};
more.addEventListener('click', async () => { const next = limit; limit += 20; await run().catch(fail); $$('.work h3 a', list)[next]?.focus(); });
for (const first of ['focus', 'input']) input.addEventListener(first, () => load().catch(fail), { once: true });
begin();
