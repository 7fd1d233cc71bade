/** The one style sheet, served by the hub itself. */
export const STYLE = `
:root { color-scheme: light dark; --edge: #8a8f98; --quiet: #5b616b; --accent: #1f4e8c; --warn: #8a1c1c; --back: #f4f5f7 }
@media (prefers-color-scheme: dark) { :root { --edge: #6f7680; --quiet: #a9b0ba; --accent: #8ab8ff; --warn: #ff9b9b; --back: #22262c } }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 76rem; margin: 0 auto; padding: 0 1rem 2rem }
.banner { margin: 0; padding: .5rem 1rem; text-align: center; background: #ffe9a8; color: #3d2f00 }
.banner.real { background: #7a1010; color: #fff }
h1 { margin: 1.5rem 0 .25rem } h2 { margin-top: 2rem; border-bottom: 1px solid var(--edge) } h3 { margin-bottom: .25rem }
.lead { font-size: 1.15rem; max-width: 50rem }
a { color: var(--accent) }
pre { overflow-x: auto; padding: .75rem; background: var(--back); border: 1px solid var(--edge); border-radius: 4px }
code { font: .875rem/1.45 ui-monospace, monospace }
.scroll { overflow-x: auto }
table { border-collapse: collapse; margin: .75rem 0; font-size: .9375rem }
caption { text-align: left; font-weight: 600; padding: .25rem 0 }
th, td { border: 1px solid var(--edge); padding: .25rem .5rem; text-align: left; vertical-align: top }
thead th { background: var(--back) } tbody th { font-weight: 600 }
td.absent { color: var(--quiet); font-style: italic } td.withheld { color: var(--warn) }
.claims { list-style: none; padding: 0 } .claims span { font-weight: 600 } .holds span { color: var(--accent) } .fails span { color: var(--warn) }
footer { max-width: 76rem; margin: 0 auto; padding: 1rem; color: var(--quiet); border-top: 1px solid var(--edge) }
`
