/* What filters works: the field, the boxes with counts that follow, the years; the state stands in the address.
   `open` gives the index and `draw` shows what was found: list.js does so in the page, results.js on the search page. */

// Matches are painted; the page itself stays as it is.
const mark = (elements, terms) => {
  if (!CSS.highlights) return;
  const ranges = [];
  for (const el of elements) {
    const walk = d.createTreeWalker(el, 4); // of texts
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

const form = $('#filter'), list = $('#works');
if (!form) return;
const { src, root: base, comma } = list.dataset;
const input = $('input[type=search]', form), count = $('#count'), sort = $('#sort'), boxes = $$('[type=checkbox][form=filter]'), ends = $$('[type=number]');
const number = n => n.toLocaleString(root.lang), flat = d.createElement('ol');
flat.className = 'flat';
let loading, limit, timer, turn = 0;
const fail = () => { loading = 0; list.ariaBusy = 'false'; count.textContent = count.dataset.error; };
const load = () => loading ||= open();

const run = async push => {
  const mine = ++turn, on = {}, [from, till] = ends.map(end => end.value), text = input.value.trim();
  const active = text || from || till || boxes.some(box => box.checked);
  if (push) {
    const query = new URLSearchParams([...new FormData(form)].filter(([key, value]) => value && key + value !== 'sortnew'));
    history.replaceState(null, '', location.pathname + (query.size ? '?' + query : '') + (active ? '' : location.hash));
  }
  $('.count [data-clear]').hidden = !active;
  if (!active && !loading && src) return;
  list.ariaBusy = 'true';
  const index = await load(), { scores, jobs, marks } = parse(text, index);
  for (const { checked, name, value } of boxes) if (checked) (on[name] ||= []).push(index.test(name, value));
  const dims = Object.keys(on).map(name => ({ name, test: doc => on[name].some(test => test(doc)) }));
  if (from || till) dims.push({ test: doc => within(index.year(doc), from, till) });
  await Promise.all([...jobs, (dims.length || !text) && index.facets()]);
  let hits, score, near;
  for (score of scores) {
    const tiers = [];
    near = {};
    for (const doc of index.docs()) {
      const s = score(doc);
      if (!s) continue;
      const failed = dims.filter(dim => !dim.test(doc));
      if (!failed.length) (tiers[s] ||= []).push(doc); else if (failed.length < 2) (near[failed[0].name] ||= []).push(doc);
    }
    hits = tiers.reverse().flat();
    if (hits.length) break;
  }
  const best = active ? await index.best(hits, limit, score) : [];
  if (mine !== turn) return; // a later keystroke came while something was loading
  const shown = draw(index, hits, best, text, active), n = src && !shown.length ? 0 : hits.length;
  count.textContent = src && !active ? '' : (n === index.size ? count.dataset.all : count.dataset.some).replace('{n}', number(n));
  $('#empty').hidden = n > 0 || !active;
  mark(shown.map(row => row.el), marks);
  list.ariaBusy = 'false';
  // What a box would give, the other facets kept; once the results stand, and where it is seen.
  if (!boxes.some(box => box.checkVisibility())) return;
  await index.facets();
  for (const box of mine === turn ? boxes : []) {
    const test = index.test(box.name, box.value), label = box.closest('label');
    const n = hits.concat(near[box.name] || []).filter(test).length;
    $('.n', label).textContent = number(n);
    label.classList.toggle('none', !n && !box.checked);
  }
};
const fresh = push => { limit = 20; return run(push).catch(fail); };
