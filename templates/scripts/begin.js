/* What a reader does with a filter; and what the address says already. */
const query = new URLSearchParams(location.search);
for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value);
for (const field of [...ends, sort]) if (query.get(field?.name)) field.value = query.get(field.name);
input.value = query.getAll('in').concat(query.getAll('q')).join(' ');
d.addEventListener('input', e => { if (e.target.form === form) { clearTimeout(timer); timer = setTimeout(fresh, src ? 120 : 60, true); } });
form.onsubmit = async e => { e.preventDefault(); clearTimeout(timer); await fresh(true); const [first, second] = $$('.work:not([hidden]) :is(h3, h4, .to) a', list); if (second || !input.value) first?.focus(); else first?.click(); };
d.addEventListener('toggle', e => { if (turn && e.target.contains(boxes[0])) run().catch(fail); }, true);
for (const clear of $$('[data-clear]')) clear.onclick = () => {
  input.value = '';
  for (const box of boxes) box.checked = false;
  for (const end of ends) end.value = '';
  fresh(true);
  input.focus();
};
if (location.search) fresh();
