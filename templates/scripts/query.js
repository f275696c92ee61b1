/* What a query asks for. The same language as lists in pages, in sitegen/query/; tests/query/cases.json holds both to it. */

// Parts of a work: identifiers, family and given names, short titles and others, topics, venue, the rest.
const WEIGHT = { x: 40, f: 20, s: 24, t: 16, g: 8, k: 8, v: 6, b: 2 }, PARTS = { author: 'fg', title: 'st', venue: 'v', topic: 'k', type: '', year: '', has: '' }, WHOLE = 99;
// The fields by all their names, in the order of PARTS.
const FIELD = /^(?:(?:(authors?|by)|(title)|(venue|journal|in)|(topics?|keywords?|tag|subject)|(type|kind)|(year|date)|(has)):)?(.*)$/isu;
const all = list => doc => { let sum = 1; for (const f of list) { const s = f(doc); if (!s) return 0; sum += s; } return sum; };
// Of a reference that was pasted whole, where no work has all of it, more than half is enough, or the DOI in it.
const most = list => doc => { const found = list.map(f => f(doc)).filter(Boolean); return list.length > 4 && (found.length * 2 > list.length || found.includes(WHOLE)) && found.reduce((a, b) => a + b); };
const within = (year, from, to) => year !== '' && (!from || year >= +from) && (!to || year <= +to);

// Words, "phrases", author: title: venue: topic: type: year: has:, - or not, or, brackets. What the index must fetch is in `jobs`.
const parse = (text, index) => {
  index.checks = [];
  const tokens = western(text).slice(0, 600).replace(/[“”„«»]/g, '"').match(/[()]|-(?=\S)|(?:\p{L}+:)?"[^"]*"?|(?!-\s)[^\s()"]+(?:\([^\s()"]*\)[^\s()"]*)*/gu) || [], jobs = [], marks = [], free = [];
  const job = made => { let f; jobs.push(Promise.resolve(made).then(found => { f = found; })); return doc => f(doc); };
  // What every work is asked, and so all must be known.
  const every = f => { jobs.push(index.facets()); return f; };
  const any = wanted => { // terms up to a bracket, parted by `or`; nothing where they say nothing
    const groups = [[]];
    while (tokens.length && tokens[0] !== ')') {
      const t = tokens.shift();
      if (/^or$/i.test(t)) groups.push([]); else { const f = term(t, wanted); if (f) groups.at(-1).push(f); }
    }
    const said = groups.filter(group => group.length).map(all);
    return said.length && (doc => Math.max(...said.map(f => f(doc))));
  };
  const term = (t, wanted) => {
    if (/^and$/i.test(t)) return;
    if (/^(-|not)$/i.test(t)) { const f = term(tokens.shift() || '', !wanted); return f && every(doc => !f(doc)); }
    if (t === '(') { const f = any(wanted); tokens.shift(); return f; }
    const [, ...names] = t.match(FIELD), raw = names.pop(), field = Object.keys(PARTS)[names.findIndex(Boolean)], value = raw.replace(/"/g, '');
    const list = words(value), phrase = raw !== value && list.length > 1;
    if (!list.length) return;
    if (field === 'year') { const [from, to = from] = value.split(/[-–]/); return every(doc => within(index.year(doc), from, to)); }
    const said = list.join(' ');
    if (field === 'type') return every(index.type(([name, kind]) => plain(name).startsWith(said) || kind === value && kind !== 'article'));
    if (field === 'has' || field && list[0] === 'me') return every(index.test('has', list[0]));
    if (wanted) marks.push(...phrase ? [said] : list);
    if (phrase) { const f = job(field === 'author' ? index.name(list) : index.phrase(PARTS[field] || 'fstgkvb', list)); free.push(f); return f; }
    const other = words(long(value)), parts = list.map((w, i) => job(index.word(PARTS[field] || 'xfstgkvb', [...new Set([w, other[i]])], raw !== value))), both = all(parts);
    if (!field && wanted) free.push(...parts);
    const number = bare(value), id = !field && /\d/.test(value) && job(index.id(number));
    if (id && /^10\.\d+\//.test(number)) { free.push(id); return id; }
    const year = !field && /^\d{4}$/.test(value) && +value, found = doc => id && id(doc) || both(doc) || year && index.year(doc) === year;
    return year ? every(found) : found;
  };
  const found = [];
  while (tokens.length) { found.push(any(true)); tokens.shift(); }
  return { scores: [all(found.filter(Boolean)), most(free)], jobs, marks };
};
