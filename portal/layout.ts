import { html, type Html } from './html.js'

export interface PageFacts {
  readonly mode: 'DEMO' | 'PRODUCTION'
  readonly hasRealData: boolean
}

const BASIS = 'Designed to EO 13929 (2020), used as a specification; legal force not asserted.'

/** A whole page. `refresh`: seconds after which the browser asks again. */
export function page(title: string, facts: PageFacts, body: Html, refresh: number | null = null): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${refresh === null ? null : html`<meta http-equiv="refresh" content="${refresh}" />`}
        <title>${title}</title>
        <link rel="stylesheet" href="/assets/comity.css" />
      </head>
      <body>
        ${banner(facts)}
        <main>${body}</main>
        <footer><p>${BASIS} A pointer, not a finding: contact the source before you act.</p></footer>
      </body>
    </html> `.text
}

function banner({ mode, hasRealData }: PageFacts): Html | null {
  if (mode === 'PRODUCTION') return null
  return hasRealData
    ? html`<p class="banner real" role="alert">
        <strong>REAL DATA IMPORTED INTO A DEMO.</strong> Records about real people are in here; the hub listens on
        loopback only.
      </p>`
    : html`<p class="banner"><strong>SYNTHETIC PEOPLE.</strong> Everyone and every agency in this demo is invented.</p>`
}
