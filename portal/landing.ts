import type { Persona } from '../contract/persona.js'
import type { TourResult } from '../contract/tour.js'
import { html, type Html } from './html.js'
import { page, type PageFacts } from './layout.js'
import { tourSection } from './tour.js'

export interface LandingFacts extends PageFacts {
  readonly commands: readonly { readonly title: string; readonly command: string }[]
  readonly personas: readonly Persona[]
  readonly tour: TourResult | null
}

/** Seconds between two looks at a tour that is still being walked. */
const LOOK_AGAIN = 3

/** The first page: what this is, what to do next, and in a demo the tour. */
export function landingPage(facts: LandingFacts): string {
  const isDemo = facts.mode === 'DEMO'
  const body = html`<h1>Comity</h1>
    <p class="lead">
      A hub with which federal, State, local, tribal and territorial agencies share officer-accountability records, each
      under its own law. Who asks, and for what, decides what is seen, field by field, and the answer says why.
    </p>
    ${isDemo ? demo(facts) : production()}
    <section>
      <h2>Addresses</h2>
      <ul>
        <li><code>POST /graphql</code>: the hub, for clients with a token, and for the public without one</li>
        <li><a href="/policy">/policy</a>: who sees what, by which policy and on which source</li>
        <li>
          <a href="/health/ready">/health/ready</a>, <a href="/health/live">/health/live</a>: whether it can answer,
          whether it runs
        </li>
      </ul>
    </section>`
  return page('Comity', facts, body, isDemo && facts.tour === null ? LOOK_AGAIN : null)
}

function production(): Html {
  return html`<section>
    <h2>Asking</h2>
    <p>
      Send a bearer token of your agency's issuer with every request. The operator's handbook is the README of the
      installation; the schema, the sharing policy and the error codes are in its <code>docs/generated</code>.
    </p>
  </section>`
}

function demo({ commands, personas, tour }: LandingFacts): Html {
  return html`<section>
      <h2>Try it</h2>
      <p>In a terminal, in the folder from which the hub was started:</p>
      ${commands.map(
        ({ title, command }) =>
          html`<h3>${title}</h3>
            <pre><code>${command}</code></pre>`,
      )}
    </section>
    ${tourSection(tour)}
    <section>
      <h2>As whom you can ask</h2>
      <p>
        <code>npx comity token &lt;persona&gt;</code> prints a token; <code>--purpose</code> and <code>--case</code> are
        part of it.
      </p>
      <div class="scroll">
        <table>
          <caption>
            Personas of the demo, all invented
          </caption>
          <thead>
            <tr>
              <th scope="col">Persona</th>
              <th scope="col">Who</th>
              <th scope="col">Employer</th>
              <th scope="col">Purposes</th>
              <th scope="col">What for</th>
            </tr>
          </thead>
          <tbody>
            ${personas.map(
              (persona) =>
                html`<tr>
                  <th scope="row">${persona.handle}</th>
                  <td>${persona.title}</td>
                  <td>${persona.employerName}</td>
                  <td>${persona.purposes.join(', ')}</td>
                  <td>${persona.description}</td>
                </tr> `,
            )}
          </tbody>
        </table>
      </div>
    </section>`
}
