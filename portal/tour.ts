import type { TourBlock, TourResult, TourStep } from '../contract/tour.js'
import { html, type Html } from './html.js'

/** The tour's result, step by step, as `comity tour` prints it. */
export function tourSection(result: TourResult | null): Html {
  if (result === null) {
    return html`<section id="tour">
      <h2>The tour</h2>
      <p>It is being walked just now; this page asks again by itself.</p>
    </section>`
  }
  const claims = result.steps.flatMap((step) => step.claims)
  const held = claims.filter((claim) => claim.holds).length
  return html`<section id="tour">
    <h2>The tour</h2>
    <p>
      Walked on this hub at ${result.at}, by asking it as its personas would. ${held} of ${claims.length} claims hold.
      <code>npx comity tour</code> walks it again, with cases of its own.
    </p>
    ${result.steps.map(stepSection)}
  </section>`
}

function stepSection(step: TourStep, index: number): Html {
  return html`<section class="step">
    <h3>${index + 1}. ${step.title}</h3>
    ${step.blocks.map(block)}
    <ul class="claims">
      ${step.claims.map(
        ({ text, holds }) =>
          html`<li class="${holds ? 'holds' : 'fails'}"><span>${holds ? 'holds' : 'FAILS'}</span> ${text}</li>`,
      )}
    </ul>
  </section> `
}

function block(part: TourBlock): Html {
  switch (part.kind) {
    case 'text':
      return html`<p>${part.text}</p> `
    case 'code':
      return html`<pre><code>${part.text}</code></pre> `
    case 'table':
      return html`<div class="scroll">
        <table>
          <caption>
            ${part.caption}
          </caption>
          <thead>
            <tr>
              ${part.columns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${part.rows.map(row)}
          </tbody>
        </table>
      </div> `
  }
}

function row([name = '', ...cells]: readonly string[]): Html {
  return html`<tr>
    <th scope="row">${name}</th>
    ${cells.map((cell) => html`<td${cellClass(cell)}>${cell}</td>`)}
  </tr> `
}

/** What is withheld and what does not exist look different from what is seen, also without colour: they say so. */
function cellClass(cell: string): Html | null {
  if (cell === 'absent') return html` class="absent"`
  return cell.includes('withheld (') ? html` class="withheld"` : null
}
