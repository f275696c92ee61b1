/* The search index of a large library: many small files, each fetched when a query needs it. See sitegen/search/. */

// Ascending numbers as distances in base 46: one half of the signs goes on, the other ends a number.
const sign = c => c - 33 - (c > 34) - (c > 92);
const numbers = text => {
  const found = [];
  for (let i = 0, n = 0, sum = 0; i < text.length; i++) {
    const c = sign(text.charCodeAt(i));
    if (c < 46) n = (n + c + 1) * 46; else { found.push(sum += n + c - 46); n = 0; }
  }
  return found;
};
const crc = text => {
  let c = -1;
  for (let i = 0; i < text.length; i++) { c ^= text.charCodeAt(i); for (let k = 16; k--;) c = c >>> 1 ^ (c & 1 && 0xEDB88320); }
  return ~c >>> 0;
};
const indexOf = meta => {
  const cache = {}, get = name => cache[name] ||= json(`${base}search/${name}.json?${meta.version}`); // if one fails, the next query begins anew
  const { years, kinds } = meta, size = years.reduce((sum, each) => sum + each[2], 0), span = new Uint16Array(size), made = {};
  let at = 0, chunks;
  years.forEach(([, , n], i) => span.fill(i, at, at += n));
  const year = doc => years[span[doc]][0];

  // What works are filtered by: the place of each in its chunk, from 1, and there a sign for each facet.
  const place = new Uint16Array(size), facet = (doc, name) => sign(chunks[doc / meta.chunk | 0][name].charCodeAt(place[doc] - 1));
  const facets = async () => {
    if (chunks) return;
    const all = await Promise.all([...Array(meta.chunks).keys()].map(i => get('f' + i)));
    all.forEach((f, i) => numbers(f.at).forEach((gap, n) => { place[i * meta.chunk + gap] = n + 1; }));
    chunks = all;
  };

  // CRC-32 of a word's beginning says which file has it: three letters, four where three are crowded, one of dense scripts.
  const shard = w => {
    const begin = n => w[0] === '#' ? w : [...w].slice(0, n).join('');
    return get('w' + crc(begin(DENSE.test(w) ? 1 : meta.crowded.includes(begin(3)) ? 4 : 3)) % meta.words);
  };
  const word = async (parts, forms, exact) => {
    const [w] = forms, signs = [...w];
    if (DENSE.test(w) && signs.length > 2) { // every pair of signs is a word of the index
      const all = await Promise.all(signs.slice(1).map((c, i) => word(parts, [signs[i] + c], true)));
      return doc => Math.min(...all.map(f => f(doc)));
    }
    const score = new Uint8Array(size);
    let found;
    const look = async (w, loose) => {
      const all = await shard(w);
      for (const key in all) if (key === w || loose && key.startsWith(w)) for (const list of all[key].split(' ')) if (parts.includes(list[0])) {
        const s = WEIGHT[list[0]] * (1 + (key === w));
        found = true;
        for (const doc of numbers(list.slice(1))) if (score[doc] < s) score[doc] = s;
      }
      return Object.keys(all);
    };
    const [near] = await Promise.all(forms.map(form => look(form.slice(0, 32), !exact && (form.length > 2 || DENSE.test(form)))));
    if (!found && !exact) {
      let close = nearest(w, near);
      if (!close.length) close = nearest(w, (await get('t' + crc(w.slice(-2)) % meta.tails)).split(' '));
      await Promise.all(close.map(other => look(other)));
    }
    return doc => score[doc];
  };
  const every = async (list, parts, exact) => all(await Promise.all(list.map(w => word(parts, [w], exact))));
  // What only the row of a work can tell is looked up for the best ones.
  const checked = (f, fits) => {
    const wrong = new Set();
    index.checks.push(doc => { if (!fits(made[doc])) wrong.add(doc); });
    return doc => wrong.has(doc) ? 0 : f(doc);
  };
  const index = {
    size: meta.works, facets, year, word,
    *docs() { for (let doc = size; doc--;) if (!chunks || place[doc]) yield doc; }, // newest first
    test: (name, value) => {
      const n = meta[name].indexOf(value), number = doc => facet(doc, name);
      return {
        topic: doc => (number(doc) | facet(doc, 'more') << 6) >> n & 1, // of -1, what is not offered, the sign of a number
        has: doc => number(doc) >> n & 1,
        venue: doc => number(doc) === n + 1 && n > -1,
        type: doc => meta.type[number(doc)] === value,
      }[name];
    },
    type: fits => { const fit = kinds.map((kind, i) => fits([meta.type[i], kind])); return doc => fit[facet(doc, 'type')]; },
    // The index knows topics and venues whole; of other words it knows that a work has them, and its row in which order.
    name: async list => {
      const initials = list.every(w => w.length < 3); // which the index knows whole only
      return checked(await every(list.filter(w => initials || w.length > 2), 'fg'), ({ names, also }) => names.length > 6 || names.concat(also).some(name => list.every(w => hay(name).includes(' ' + w))));
    },
    phrase: async (parts, list) => {
      const whole = await word(parts.replace(/[^kv]/g, ''), [list.join('').slice(0, 32)], true), rest = parts.replace(/[bk]/g, '');
      if (!rest) return whole;
      const others = checked(await every(list, rest, true), ({ title, names, venue }) => hay(`${title} ${names.join(' ')} ${venue}`).includes(` ${list.join(' ')} `));
      return doc => whole(doc) || others(doc);
    },
    id: async id => { const found = await word('x', ['#' + crc(id).toString(16)], true); return doc => found(doc) && WHOLE; },
    best: async (hits, limit, score) => {
      const { checks } = index, best = hits.slice(0, checks.length ? 5 * limit : limit);
      await Promise.all(best.map(async doc => {
        const [url, title, names, venue, lang, pdf, kind, ...also] = (await get('d' + (doc / meta.block | 0)))[doc];
        made[doc] ||= { url, title, names, also, venue, lang, pdf, shown: years[span[doc]][1], type: [meta.type[kind], kinds[kind]] };
        for (const check of checks) check(doc);
      }));
      return best.filter(score).slice(0, limit).map(doc => made[doc]);
    },
  };
  return index;
};
