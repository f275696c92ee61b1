/* The filter of a list that stands in the page. Built when first asked for, so that loading the page costs nothing. */
const groups = $$('.year', list);
const open = () => few($$('.work', list).map(el => {
  const text = s => $(s, el)?.textContent || '', { year, type, kind, topics, has, more = '' } = el.dataset, title = text('h3,h4'), venue = text('cite');
  return {
    el, home: el.parentNode, title, year: year && +year, type: [type, kind], f: { type: [type], topic: topics.split('|'), venue: [venue], has: has.split(' ') },
    read: () => parts(title, [...$$('.by bdi', el).map(b => b.textContent), ...more.split(', ')], venue, topics, $$('a', el).map(a => a.href), `${el.textContent} ${type} ${year}`),
  };
}));
// Works and groups move only where the order is another one: in lists of hundreds each move costs.
let arranged = sort && 'new';
const draw = (index, hits) => {
  const set = new Set(hits), order = sort?.value;
  for (const doc of index.docs()) doc.el.hidden = !set.has(doc);
  if (order !== arranged) {
    for (const doc of index.docs()) doc.home.append(doc.el);
    flat.remove();
    if (order === 'title') {
      list.append(flat);
      flat.append(...index.docs().toSorted((a, b) => a.title.localeCompare(b.title, root.lang)).map(doc => doc.el));
    } else list.append(...(order === 'old' ? groups.toReversed().sort((a, b) => a.matches('.undated') - b.matches('.undated')) : groups));
    arranged = order;
  }
  for (const group of groups) group.hidden = !$('.work:not([hidden])', group);
  return hits.slice(0, 100);
};
