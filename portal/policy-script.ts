/**
 * The one script of the page of the sharing policy: hides the rows of other roles and purposes. Without it the page is the
 * whole table. Served as a file of the portal, and within the page where it is a file of its own.
 */
export const POLICY_SCRIPT = `
const form = document.getElementById('filter')
const shown = document.getElementById('shown')
const rows = [...document.querySelectorAll('tr[data-role]')]
function apply() {
  const role = form.elements.role.value
  const purpose = form.elements.purpose.value
  let count = 0
  for (const row of rows) {
    const fits = (role === '' || row.dataset.role === role) && (purpose === '' || row.dataset.purposes.split(' ').includes(purpose))
    row.hidden = !fits
    if (fits) count += 1
  }
  shown.textContent = count + ' of ' + rows.length + ' rows'
}
form.hidden = false
form.addEventListener('change', apply)
form.addEventListener('submit', (event) => event.preventDefault())
apply()
`
