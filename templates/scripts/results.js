/* The search page: works come from the index, as copies of a template. rows.js or many.js reads it. */
const json = async url => (await fetch(url)).json(); // of a page that says why there is none it is none
const open = async () => indexOf(await json(src));
const more = $('#more');
// An address that is not of the web leads below the site's root and never runs.
const to = url => /^https?:/.test(url) ? url : base + url;
// Names of either direction stand in the order of the page's.
const isolated = name => d.dir ? String.fromCharCode(8296) + name + String.fromCharCode(8297) : name; // FSI, PDI
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
const draw = (index, hits, shown, text, active) => {
  const same = row => plain(row.title) === plain(text);
  shown.sort((a, b) => same(b) - same(a));
  flat.replaceChildren(...shown.map(row => row.el ||= make(row)));
  if (shown.length) list.append(flat); else flat.remove();
  more.hidden = hits.length <= limit || !shown.length;
  $('#hint').hidden = active;
  return shown;
};
more.onclick = async () => { const next = limit; limit += 20; await run().catch(fail); $$('.work h3 a', list)[next]?.focus(); };
input.onfocus = input.oninput = () => load().catch(fail);
