'use strict';
{
  const table = document.getElementById('faults');
  const form = document.getElementById('filter');
  if (table) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const search = document.getElementById('search');

    const filter = () => {
      const chosen = new Set([...form.querySelectorAll('[name=cause]:checked')].map((box) => box.value));
      const words = search.value.trim().toLowerCase();
      let shown = 0;
      for (const row of rows) {
        row.hidden = !chosen.has(row.dataset.cause) || !row.textContent.toLowerCase().includes(words);
        shown += row.hidden ? 0 : 1;
      }
      document.getElementById('shown').value = `${shown} shown`;
    };

    const sort = (button) => {
      const heading = button.closest('th');
      const column = heading.cellIndex;
      const order = heading.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
      for (const other of table.querySelectorAll('th[aria-sort]')) other.setAttribute('aria-sort', 'none');
      heading.setAttribute('aria-sort', order);
      const sign = order === 'ascending' ? 1 : -1;
      const text = (row) => row.cells[column].textContent.trim();
      rows.sort((a, b) => sign * text(a).localeCompare(text(b), undefined, { numeric: true }));
      body.append(...rows);
    };

    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    for (const button of table.querySelectorAll('th button')) button.addEventListener('click', () => sort(button));
  }
}
