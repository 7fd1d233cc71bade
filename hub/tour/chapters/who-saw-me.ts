import { claim, table, text, type Chapter } from '../context.js'

interface DisclosuresAnswer {
  readonly disclosures: {
    readonly nodes: readonly {
      readonly at: string
      readonly agency: { readonly name: string } | null
      readonly purpose: string
      readonly classes: readonly string[]
    }[]
  } | null
}

const QUERY = 'query TourDisclosures { disclosures(first: 5) { nodes { at agency { name } purpose classes } } }'

/** The officer asks who was shown the own record: this walk is in the log. */
export const whoSawMe: Chapter = async (walk) => {
  const { data } = await walk.hub.ask<DisclosuresAnswer>({ persona: 'officer' }, { query: QUERY })
  const nodes = data?.disclosures?.nodes ?? []
  return {
    title: 'The officer asks who looked',
    blocks: [
      text('Every answer above was written to the log before it left the hub. To the officer, the latest entries:'),
      table(
        'Disclosures',
        ['When', 'To', 'Purpose', 'Data classes'],
        nodes.map(({ at, agency, purpose, classes }) => [
          at,
          agency?.name ?? 'the officer',
          purpose,
          classes.join(' '),
        ]),
      ),
    ],
    claims: [
      claim(
        "The investigator's look is in it, with purpose and classes.",
        nodes.some(({ purpose, classes }) => purpose === 'J' && classes.includes('P4')),
      ),
    ],
  }
}
