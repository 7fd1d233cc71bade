import type { MatrixPage, MatrixPolicy, MatrixRow, MatrixSection } from '../contract/matrix-page.js'
import { html, Html } from './html.js'
import { page, type PageFacts } from './layout.js'
import { POLICY_SCRIPT } from './policy-script.js'
import { STYLE } from './style.js'

const TITLE = 'Who sees what'

/** The page that the portal serves; script and style are files of it. */
export function policyPage(matrix: MatrixPage, facts: PageFacts): string {
  return page(
    TITLE,
    facts,
    html`${content(matrix)}
      <script src="/assets/policy.js" defer></script>`,
  )
}

/** The same page as a file of its own, with all that it needs. */
export function policyDocument(matrix: MatrixPage): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${TITLE}</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <main>${content(matrix)}</main>
        <script>
          ${new Html(POLICY_SCRIPT)}
        </script>
      </body>
    </html> `.text
}

function content(matrix: MatrixPage): Html {
  const named = new Map([...matrix.policies, ...matrix.inactive].map((policy) => [policy.id, policy]))
  return html`<h1>${TITLE}</h1>
    <p class="lead">${matrix.standing}</p>
    <p>
      Printed from the compiled policies. Nothing here is legal advice. A cell names the policies that can permit it,
      each under its own conditions; in brackets those that can take away from this cell. What can take away from the
      whole row is named in its last column. &quot;no&quot; is withheld: by the policies in brackets, or because no
      policy permits it. Each id leads to its title, citation and text. <sup>?</sup> marks a policy whose source nobody
      has checked.
    </p>
    <p>
      Policy set <code>${matrix.hash.slice(0, 16)}</code>: ${matrix.policies.length} policies in force,
      ${matrix.inactive.length} inactive.
    </p>
    ${filter(matrix)} ${matrix.sections.map((section) => table(section, named))} ${classes(matrix)}
    <section>
      <h2>The policies in force</h2>
      ${matrix.policies.map((policy) => entry(policy))}
    </section>
    <section>
      <h2>Inactive: the source has not been checked</h2>
      ${
        matrix.inactive.length === 0
          ? html`<p>None.</p>`
          : html`<p>
                These decide nothing until their jurisdiction's policy officer signs for them, or their source has been
                checked.
              </p>
              ${matrix.inactive.map((policy) => entry(policy))}`
      }
    </section>`
}

function filter({ roles, purposes }: MatrixPage): Html {
  return html`<form id="filter" hidden>
    <label
      >Role
      <select name="role">
        <option value="">all</option>
        ${roles.map(({ role, title }) => html`<option value="${role}">${title}</option> `)}
      </select></label
    >
    <label
      >Purpose
      <select name="purpose">
        <option value="">all</option>
        ${purposes.map((purpose) => html`<option value="${purpose}">${purpose}</option> `)}
      </select></label
    >
    <output id="shown"></output>
  </form>`
}

type Named = ReadonlyMap<string, MatrixPolicy>

function table({ title, columns, rows }: MatrixSection, named: Named): Html {
  return html`<section>
    <h2>${title}</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Purpose</th>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
            <th scope="col">The whole row less</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => tableRow(row, named))}
        </tbody>
      </table>
    </div>
  </section> `
}

function tableRow({ role, roleTitle, purposes, purposeTitle, cells, narrows }: MatrixRow, named: Named): Html {
  return html`<tr data-role="${role}" data-purposes="${purposes.join(' ')}">
    <th scope="row">${roleTitle}</th>
    <td>${purposeTitle}</td>
    ${cells.map(
      (cell) =>
        html`<td${cell.permits.length === 0 ? html` class="absent"` : null}>
          ${cell.permits.length === 0 ? 'no' : links(cell.permits, named)}${
            cell.narrows.length === 0 ? null : html` (${links(cell.narrows, named)})`
          }
        </td>`,
    )}
    <td>${narrows.length === 0 ? '–' : links(narrows, named)}</td>
  </tr> `
}

function links(ids: readonly string[], named: Named): Html {
  return html`${ids.map((id, index) => html`${index === 0 ? null : ', '}${link(id, named.get(id))}`)}`
}

function link(id: string, policy: MatrixPolicy | undefined): Html {
  const title = policy ? `${policy.title}. ${citation(policy)}` : ''
  return html`<a href="#${anchor(id)}" title="${title}">${id}</a>${isChecked(policy) ? null : html`<sup>?</sup>`}`
}

function anchor(id: string): string {
  return id.toLowerCase()
}

function isChecked(policy: MatrixPolicy | undefined): boolean {
  return policy?.citation.status === 'CHECKED'
}

/** Text, role and standing: `EO 13929 Sec. 3(b) (design basis, checked 2026-11-24)`. */
function citation({ citation: { text, role, status, checkedOn } }: MatrixPolicy): string {
  const standing = checkedOn === null ? `source ${status.toLowerCase()}` : `checked ${checkedOn}`
  return `${text} (${role.toLowerCase().replace('_', ' ')}, ${standing})`
}

function classes({ classes: all }: MatrixPage): Html {
  return html`<section>
    <h2>The data classes and their fields</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col">What</th>
            <th scope="col">Fields</th>
          </tr>
        </thead>
        <tbody>
          ${all.map(
            ({ dataClass, title, fields }) =>
              html`<tr>
                <th scope="row">${dataClass}</th>
                <td>${title}</td>
                <td>${fields.join(', ') || 'none'}</td>
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
  </section>`
}

function entry(policy: MatrixPolicy): Html {
  const { id, title, effect, looksAt, writtenIn, text, bundle, from, until, revealsReason } = policy
  return html`<article id="${anchor(id)}">
    <h3>${id}</h3>
    <p>${title}. <em>${effect === 'permit' ? 'Permits' : 'Forbids'}.</em></p>
    <ul>
      <li>
        Citation:
        ${citation(policy)}${isChecked(policy) ? null : html`. <strong>Its source has not been checked.</strong>`}
      </li>
      ${bundle === null ? null : html`<li>Of the bundle of ${bundle}</li>`}
      ${
        from === null
          ? null
          : html`<li>In effect from ${from}${until === null ? null : `, until the day before ${until}`}</li>`
      }
      <li>Looks at: ${looksAt.join(', ') || 'nothing: it holds for everyone'}</li>
      ${
        effect === 'permit'
          ? null
          : html`<li>
              A denial ${revealsReason ? 'names it on a record that the viewer may know of' : 'does not name it'}
            </li>`
      }
      <li>Written in <code>${writtenIn}</code></li>
    </ul>
    <pre><code>${text}</code></pre>
  </article> `
}
