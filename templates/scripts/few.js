/* An index whose works are all here: those of the page, or a small library's rows. */
const few = docs => {
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
    size: docs.length, docs: () => docs, facets: () => {}, year: doc => doc.year, test: (name, value) => doc => doc.f[name].includes(value), type: fits => doc => fits(doc.type),
    word: (parts, forms, exact) => {
      const f = find(parts, forms, exact);
      if (exact || docs.some(f)) return f;
      vocabulary ||= [...new Set(docs.flatMap(doc => Object.values(of(doc)).join(' ').split(' ')))];
      return find(parts, nearest(forms[0], vocabulary));
    },
    name: list => doc => of(doc).g.split('|').some(name => list.every(w => name.includes(' ' + w))) && 20,
    phrase: (parts, list) => find(parts, [list.join(' ')], true),
    id: id => doc => of(doc).x.some(x => x === id || id[2] === '.' && x.startsWith(id)) && WHOLE,
    best: (hits, limit) => hits.slice(0, limit),
  };
};
// What the parts of a work say.
const parts = (title, names, venue, topics, ids, rest) => ({ t: hay(title), f: hay(names.map(name => name.trim().split(/\s/).pop()).join(' ')), g: names.map(name => hay(name).replace(/ \| /g, ' ')).join('|'), v: hay(venue), k: hay(topics), x: ids.map(bare), b: hay(rest) });
